#include "measure/child_process.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include "measure/clock.hpp"
#include "measure/unit_work.hpp"

namespace measure {
namespace {

/// read() and write() of at most 1 GB at a time, tried again when a signal came between.
template <class Call>
ssize_t again(Call&& call) {
    ssize_t result;
    do result = call();
    while (result < 0 && errno == EINTR);
    return result;
}

bool write_all(int to, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const std::size_t count = std::min<std::size_t>(bytes.size(), 1 << 30);
        const ssize_t written = again([&] { return ::write(to, bytes.data(), count); });
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

/// The whole life of the child.
[[noreturn]] void live(std::span<double> values, std::uint64_t seed, ChildReport& report, int begin, int output) {
    constexpr std::size_t page = 512; // doubles in 4 KiB
    for (std::size_t i = 0; i < values.size(); i += page) values[i] = -1;
    report.ready = true;
    char none;
    again([&] { return ::read(begin, &none, 1); }); // returns 0 when the parent opens the line

    const std::atomic<bool> never = false; // a child is stopped by a signal
    const auto enter = [&](trace::State state) {
        (state == trace::State::sort ? report.sort_ns : report.generate_ns) = now_ns();
    };
    do_unit(values, seed, UnitProgress(report.done, never, values.size()), enter, [] {}, [] {});
    report.send_ns = now_ns();
    ::_exit(write_all(output, std::as_bytes(values)) ? 0 : 1);
}

} // namespace

Pages::Pages(std::size_t bytes, bool shared)
    : data_(::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, (shared ? MAP_SHARED : MAP_PRIVATE) | MAP_ANONYMOUS, -1, 0)),
      bytes_(bytes) {
    if (data_ == MAP_FAILED) data_ = nullptr;
}

Pages::~Pages() {
    if (data_) ::munmap(data_, bytes_);
}

KeptFromChildren::KeptFromChildren(std::span<std::byte> bytes) {
#ifdef MADV_DONTFORK
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = (reinterpret_cast<std::uintptr_t>(bytes.data()) + page - 1) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(bytes.data() + bytes.size()) / page * page;
    if (begin >= end || ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTFORK) != 0) return;
    begin_ = reinterpret_cast<void*>(begin);
    size_ = end - begin;
#else
    (void)bytes;
#endif
}

KeptFromChildren::~KeptFromChildren() {
#ifdef MADV_DOFORK
    if (begin_) ::madvise(begin_, size_, MADV_DOFORK); // the allocator may give these pages to somebody else
#endif
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        close();
        number_ = other.release();
    }
    return *this;
}

void Descriptor::close() {
    if (is_open()) ::close(release());
}

int Descriptor::release() {
    return std::exchange(number_, -1);
}

bool make_pipe(Descriptor& read_end, Descriptor& write_end) {
    int ends[2];
    if (::pipe(ends) != 0) return false;
    read_end = Descriptor(ends[0]);
    write_end = Descriptor(ends[1]);
    for (const int end : ends)
        if (::fcntl(end, F_SETFD, FD_CLOEXEC) != 0) return false;
    return true;
}

ChildProcess::~ChildProcess() {
    kill();
    wait();
}

void ChildProcess::kill() {
    if (pid_ > 0) ::kill(pid_, SIGKILL);
}

int ChildProcess::start(std::span<double> values, std::uint64_t seed, ChildReport& report, const Descriptor& begin_read,
                        Descriptor& begin_write) {
    Descriptor write_end;
    if (!make_pipe(output_, write_end)) return errno;
#ifdef F_SETPIPE_SZ // Linux: fewer switches between writer and reader; a refusal only costs time
    ::fcntl(output_.number(), F_SETPIPE_SZ, 1 << 20);
#endif
    pid_ = ::fork();
    if (pid_ < 0) return errno;
    if (pid_ == 0) {
        begin_write.close(); // or it would keep the line closed for itself
        output_.close();     // or it would wait for a reader, itself, when the parent is gone
        live(values, seed, report, begin_read.number(), write_end.number());
    }
    return 0;
}

bool ChildProcess::wait() {
    int status = 0;
    const pid_t pid = std::exchange(pid_, -1);
    if (pid <= 0) return false;
    const bool found = again([&] { return ::waitpid(pid, &status, 0); }) == pid;
    return found && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace measure

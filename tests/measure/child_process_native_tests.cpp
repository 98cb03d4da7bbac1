#include "measure/child_process.hpp"

#include <doctest/doctest.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <new>

#include "measure/clock.hpp"

using namespace measure;

namespace {

/// Whether the pipe hangs up within a time.
bool hangs_up(const Descriptor& read_end, int patience_ms) {
    pollfd look{read_end.number(), 0, 0};
    return ::poll(&look, 1, patience_ms) == 1 && (look.revents & POLLHUP) != 0;
}

bool wait_until(const std::atomic<bool>& ready) {
    const trace::Nanoseconds start = now_ns();
    while (!ready && now_ns() - start < 10'000'000'000) ::usleep(1'000);
    return ready;
}

/// What a parent and its children share: where they report, and the line that they wait at.
struct Nursery {
    Nursery() : pages(sizeof(ChildReport) * children.size(), true) {
        report = new (pages.data()) ChildReport[children.size()];
        make_pipe(begin_read, begin_write);
    }

    int start(std::size_t child, std::span<double> values) {
        return children[child].start(values, 1, report[child], begin_read, begin_write);
    }

    Descriptor begin_read;
    Descriptor begin_write;
    std::array<ChildProcess, 4> children;
    Pages pages;
    ChildReport* report = nullptr;
};

/// Four children that are ready; says so through `said`, and then waits to be killed.
[[noreturn]] void be_a_parent(const Descriptor& said) {
    ::alarm(60);                       // also when the test that was to kill it has failed
    constexpr std::size_t n = 200'000; // more than a pipe holds
    const Pages data(n * sizeof(double), false);
    Nursery nursery;
    for (std::size_t child = 0; child < nursery.children.size(); ++child) {
        if (nursery.start(child, {static_cast<double*>(data.data()), n}) != 0) ::_exit(1);
        if (!wait_until(nursery.report[child].ready)) ::_exit(1);
    }
    const char ready = 1;
    if (::write(said.number(), &ready, 1) != 1) ::_exit(1);
    for (;;) ::pause();
}

} // namespace

TEST_CASE("the pipe of a child that dies before it is ready hangs up at once") {
    const std::size_t bytes = 1 << 16;
    void* const forbidden = ::mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(forbidden != MAP_FAILED);
    Nursery nursery;
    // The child is to die of it in silence, without the report that a test program makes of its own death.
    struct sigaction plain = {};
    plain.sa_handler = SIG_DFL;
    struct sigaction on_segv = {};
    struct sigaction on_bus = {};
    ::sigaction(SIGSEGV, &plain, &on_segv);
    ::sigaction(SIGBUS, &plain, &on_bus);
    const int error = nursery.start(0, {static_cast<double*>(forbidden), bytes / sizeof(double)});
    ::sigaction(SIGSEGV, &on_segv, nullptr);
    ::sigaction(SIGBUS, &on_bus, nullptr);
    REQUIRE(error == 0);
    CHECK(hangs_up(nursery.children[0].output(), 5'000));
    CHECK_FALSE(nursery.report[0].ready.load());
    CHECK_FALSE(nursery.children[0].wait());
    ::munmap(forbidden, bytes);
}

TEST_CASE("the pipe of a child that is ready and waits does not hang up") {
    std::array<double, 1024> values{};
    Nursery nursery;
    REQUIRE(nursery.start(0, values) == 0);
    REQUIRE(wait_until(nursery.report[0].ready));
    CHECK_FALSE(hangs_up(nursery.children[0].output(), 50));
    nursery.children[0].kill();
    CHECK(hangs_up(nursery.children[0].output(), 5'000));
}

TEST_CASE("children do not outlive a parent that is killed") {
    Descriptor alive; // hangs up when the last of the family, who all hold the other end, is gone
    Descriptor family;
    REQUIRE(make_pipe(alive, family));
    const pid_t parent = ::fork();
    REQUIRE(parent >= 0);
    if (parent == 0) be_a_parent(family);
    family.close();
    char ready = 0;
    REQUIRE(::read(alive.number(), &ready, 1) == 1);
    CHECK_FALSE(hangs_up(alive, 50));
    ::kill(parent, SIGKILL);
    int status = 0;
    CHECK(::waitpid(parent, &status, 0) == parent);
    CHECK(hangs_up(alive, 10'000));
}

TEST_CASE("more numbers to touch are given more time to get ready") {
    CHECK(patience_until_ready(0) == 10'000'000'000);
    CHECK(patience_until_ready(800'000'000) == 90'000'000'000); // 800 million numbers, 1.6 million pages
}

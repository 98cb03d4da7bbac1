#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

#include "trace/trace.hpp"

namespace measure {

/// Where a child writes how far it is; in memory that it shares with its parent. The data itself goes through the pipe.
struct ChildReport {
    std::atomic<float> done = 0;
    std::atomic<bool> ready = false; ///< its memory was touched and it waits to begin
    trace::Nanoseconds generate_ns = 0;
    trace::Nanoseconds sort_ns = 0;
    trace::Nanoseconds send_ns = 0; ///< the three beginnings, by the clock that both share; valid at the pipe's end
};

/// Memory of whole pages from the system, zero until touched. `shared`: with children forked later, else each has its
/// own copy from the fork on. `data()` is null when there is none.
class Pages {
public:
    Pages(std::size_t bytes, bool shared);
    ~Pages();
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;
    void* data() const { return data_; }

private:
    void* data_;
    std::size_t bytes_;
};

/// While it lives, children forked meanwhile get no copy of the whole pages inside `bytes` (Linux; elsewhere it does
/// nothing). Without it each page that the parent writes while they live is copied first, and memory is taken once
/// more.
class KeptFromChildren {
public:
    explicit KeptFromChildren(std::span<std::byte> bytes);
    ~KeptFromChildren();
    KeptFromChildren(const KeptFromChildren&) = delete;
    KeptFromChildren& operator=(const KeptFromChildren&) = delete;

private:
    void* begin_ = nullptr;
    std::size_t size_ = 0;
};

/// A file descriptor that is closed in time.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { close(); }
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close();

private:
    int release();
    int number_ = -1;
};

/// How long children may take to get ready: they touch `values` numbers in all, and a fresh page costs some 12 µs, thus
/// 23 ns a number, on a slow host.
constexpr trace::Nanoseconds patience_until_ready(std::int64_t values) {
    return 10'000'000'000 + 100 * values;
}

/// A pipe that programs started by other threads do not inherit. False with errno set when there is none.
bool make_pipe(Descriptor& read_end, Descriptor& write_end);

/// A forked child that does one unit in `values`, its own copy of the parent's pages, and writes the result to a pipe.
/// Between fork and exit it uses only what POSIX calls async-signal-safe, for its parent has other threads. Killed and
/// waited for when destroyed.
class ChildProcess {
public:
    ChildProcess() = default;
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Forks. The child touches its memory, sets `report.ready`, waits until every write end of `begin` is closed,
    /// works and ends. 0, or the system's error number.
    int start(std::span<double> values, std::uint64_t seed, ChildReport& report, const Descriptor& begin_read,
              Descriptor& begin_write);
    /// The read end of its pipe; hangs up when it has ended.
    const Descriptor& output() const { return output_; }
    /// Ends it at once, without waiting for that.
    void kill();
    /// Waits for its end. Whether it ended well.
    bool wait();

private:
    pid_t pid_ = -1;
    Descriptor output_;
};

} // namespace measure

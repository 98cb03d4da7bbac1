#pragma once

#include <cstdint>

#include "trace/trace.hpp"

namespace sim {

/// Hears what lanes do while a kernel runs. Times never go back on one lane.
class Watcher {
public:
    virtual ~Watcher() = default;
    /// From now on the thread is in this state; `detail` is what it waits for or the lock that it holds.
    virtual void thread(int thread, trace::State state, std::uint32_t detail, trace::Nanoseconds at_ns) = 0;
    /// Who has the lock: a thread, or -1.
    virtual void lock_holder(int lock, int holder, trace::Nanoseconds at_ns) = 0;
    virtual void lock_queue(int lock, int waiters, trace::Nanoseconds at_ns) = 0;
    virtual void gil_holder(int interpreter, int holder, trace::Nanoseconds at_ns) = 0;
    virtual void gil_queue(int interpreter, int waiters, trace::Nanoseconds at_ns) = 0;
};

} // namespace sim

#pragma once

#include <coroutine>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "coro/errors.hpp"

namespace coro {

/// Thrown where a task waits when it is cancelled (asyncio.CancelledError): not an `exception`, as there.
class cancelled : public base_exception {
public:
    cancelled() : base_exception("cancelled") {}
};

namespace detail {

/// What an event loop runs: a task that was spawned, and those that it awaits. At most one wait is open at a time; each
/// has a number, and whoever comes to end an older one comes too late.
class job : public std::enable_shared_from_this<job> {
public:
    virtual ~job() = default;

    /// Makes `next` the coroutine to be resumed; null when the job is done.
    void hand_over(std::coroutine_handle<> next) noexcept {
        current_ = next;
        moved_ = true;
    }

    /// Resumes the innermost task until it waits or all are done.
    void run() {
        begun_ = true;
        waiting_ = false;
        do {
            moved_ = false;
            current_.resume();
        } while (moved_ && current_);
        done_ = moved_;
    }

    /// Called by whoever suspends the innermost task; returns the number of this wait.
    std::uint64_t begin_wait() noexcept {
        waiting_ = true;
        return ++wait_;
    }
    /// At the end of a wait: throws when the job was cancelled.
    void end_wait() {
        if (std::exchange(cancel_, false)) throw cancelled();
    }

    std::coroutine_handle<> current_;
    std::uint64_t wait_ = 0;
    bool moved_ = false;
    bool begun_ = false;
    bool waiting_ = false;
    bool cancel_ = false; ///< asked for, not yet thrown
    bool done_ = false;
    std::vector<std::pair<std::shared_ptr<job>, std::uint64_t>> joining_; ///< they wait for its end, kept until then
};

} // namespace detail
} // namespace coro

#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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

class job;

/// Several jobs that somebody waits for at once: until the first of them fails or the last has ended.
struct job_group {
    std::size_t left = 0;              ///< have not ended
    std::optional<std::size_t> failed; ///< which one failed first

    bool is_decided() const noexcept { return left == 0 || failed.has_value(); }
    /// Whether that decides it.
    bool ended(std::size_t number, bool has_failed) noexcept {
        const bool was_decided = is_decided();
        --left;
        if (has_failed && !was_decided) failed = number;
        return !was_decided && is_decided();
    }
};

/// Somebody who waits for the end of a job, alone or as one of a group.
struct joining {
    std::shared_ptr<job> waiting;
    std::uint64_t wait = 0;
    std::shared_ptr<job_group> group; ///< null: for this job alone
    std::size_t number = 0;           ///< of the job in the group
};

/// What an event loop runs: a task that was spawned, and those that it awaits. At most one wait is open at a time; each
/// has a number, and whoever comes to end an older one comes too late.
class job : public std::enable_shared_from_this<job> {
public:
    virtual ~job() = default;
    /// Of one that is done: whether it threw, or was cancelled before it began.
    virtual bool has_failed() const noexcept = 0;
    /// Of one that is not done, when its loop dies: destroys its frames. It counts as cancelled before it began.
    virtual void abandon() noexcept = 0;

    /// Makes `next` the coroutine to be resumed; null when the job is done.
    void hand_over(std::coroutine_handle<> next) noexcept {
        current_ = next;
        moved_ = true;
    }

    /// Resumes the innermost task until it waits or all are done.
    void run() {
        begun_ = true;
        waiting_ = false;
        joined_ = nullptr;
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

    /// Whom it concerns when this one is cancelled: who is at the end of those that await each other alone, as in
    /// asyncio (Task.cancel() cancels the future that the task awaits). This one when they await in a circle.
    job& whom_to_cancel() noexcept {
        job* last = this;
        while (!last->passes_ && last->waiting_ && last->joined_ != nullptr && !last->joined_->done_) {
            last->passes_ = true;
            last = last->joined_;
        }
        job& found = last->passes_ ? *this : *last;
        for (job* each = this; each->passes_; each = each->joined_) each->passes_ = false;
        return found;
    }

    std::coroutine_handle<> current_;
    job* joined_ = nullptr; ///< while it waits for the end of one job alone, which its frame keeps
    std::uint64_t wait_ = 0;
    bool moved_ = false;
    bool begun_ = false;
    bool waiting_ = false;
    bool cancel_ = false; ///< asked for, not yet thrown
    bool done_ = false;
    bool passes_ = false;          ///< in whom_to_cancel() only
    bool is_looked_at_ = false;    ///< somebody was given its result or its error
    std::vector<joining> joining_; ///< they wait for its end, kept until then
};

} // namespace detail
} // namespace coro

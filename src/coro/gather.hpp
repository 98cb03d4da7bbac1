#pragma once

#include <coroutine>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "coro/event_loop.hpp"
#include "coro/task.hpp"

namespace coro {
namespace detail {

/// Waits until one of them fails or all have ended; which of the two is in the group then. Refers to both.
template <typename T>
class group_awaiter {
public:
    group_awaiter(event_loop& loop, const std::vector<spawned<T>>& awaited, std::shared_ptr<job_group>& group)
        : loop_(loop), awaited_(awaited), group_(group) {
        group_ = std::make_shared<job_group>();
        group_->left = awaited.size();
        for (std::size_t i = 0; i < awaited.size(); ++i)
            if (awaited[i].done()) {
                group_->ended(i, awaited[i].job_->has_failed());
                awaited[i].job_->is_looked_at_ = true;
            }
    }
    bool await_ready() const noexcept { return group_->is_decided(); }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> waiting) {
        job_ = waiting.promise().owner();
        const std::uint64_t wait = job_->begin_wait();
        if (job_->cancel_) return loop_.wake(job_->shared_from_this(), wait);
        for (std::size_t i = 0; i < awaited_.size(); ++i)
            if (!awaited_[i].done()) awaited_[i].job_->joining_.push_back({job_->shared_from_this(), wait, group_, i});
    }
    void await_resume() const {
        if (job_ != nullptr) job_->end_wait();
    }

private:
    event_loop& loop_;
    const std::vector<spawned<T>>& awaited_;
    std::shared_ptr<job_group>& group_;
    job* job_ = nullptr;
};

} // namespace detail

/// Waits for all of `running` and gives back their results in the same order; for tasks of void nothing
/// (asyncio.gather without return_exceptions).
///
/// The first of them that throws, or is cancelled, ends the gathering at once with that exception; the others go on by
/// themselves, and what they come to is not looked at. When the gathering task is cancelled, all that are not done are
/// cancelled, and it ends with the first exception that comes of it: `cancelled`, also when all of them catch theirs
/// and return. The loop's run() resumes the gathering task once at its end, in the turn of the task that decided it.
/// The loop must outlive it; each result may be had once, so `running` should not name a task twice. O(n) in all, for n
/// tasks, and O(n) for each time that it is cancelled. Source: Lib/asyncio/tasks.py, gather().
template <typename T>
task<std::conditional_t<std::is_void_v<T>, void, std::vector<stored<T>>>> gather(event_loop& loop,
                                                                                 std::vector<spawned<T>> running) {
    std::shared_ptr<detail::job_group> group;
    bool is_cancelled = false;
    for (bool waits = true; waits;) {
        waits = false;
        try {
            co_await detail::group_awaiter<T>(loop, running, group);
        } catch (const cancelled&) {
            if (group->is_decided()) throw; // too late for the others
            for (spawned<T>& one : running) one.cancel();
            waits = is_cancelled = true;
        }
    }
    if (group->failed) (void)co_await running[*group->failed]; // throws what it threw
    if (is_cancelled) throw cancelled();
    if constexpr (!std::is_void_v<T>) {
        std::vector<stored<T>> results;
        results.reserve(running.size());
        for (const spawned<T>& one : running) results.push_back(co_await one);
        co_return results;
    }
}

/// The same for tasks that do not run yet: spawns all of them, in their order, when it is begun.
template <typename T>
task<std::conditional_t<std::is_void_v<T>, void, std::vector<stored<T>>>> gather(event_loop& loop,
                                                                                 std::vector<task<T>> works) {
    std::vector<spawned<T>> running;
    running.reserve(works.size());
    for (task<T>& work : works) running.push_back(loop.spawn(std::move(work)));
    co_return co_await gather(loop, std::move(running));
}

} // namespace coro

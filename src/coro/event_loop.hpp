#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <queue>
#include <utility>
#include <vector>

#include "coro/job.hpp"
#include "coro/task.hpp"
#include "coro/unraisable.hpp"

namespace coro {

template <typename T>
class spawned;

namespace detail {
template <typename T>
class group_awaiter;
}

/// Runs tasks on one thread in virtual time: now() stands still while anything can run and then jumps to the next
/// wake-up, so that an hour of sleeping takes no time. Tasks that are due together run in the order in which they
/// became due. The loop outlives its tasks' runs; what was spawned and is not done when it dies is destroyed then: no
/// line of a body runs, and whoever still holds it finds it done, cancelled before it began. A task that ended with an
/// error, other than cancelled, that nobody was given goes to on_unraisable() when the last copy is gone, as asyncio
/// tells of it ("exception was never retrieved").
class event_loop {
public:
    using duration = std::chrono::nanoseconds;

    event_loop() = default;
    ~event_loop() {
        // Tasks that await each other hold each other in their frames, so that nothing else would free them.
        while (!jobs_.empty()) // a destructor in a frame may spawn
            for (const std::weak_ptr<detail::job>& each : std::exchange(jobs_, {}))
                if (const std::shared_ptr<detail::job> job = each.lock(); job && !job->done_) {
                    std::exchange(job->joining_, {});
                    job->abandon();
                }
    }
    event_loop(const event_loop&) = delete;
    event_loop& operator=(const event_loop&) = delete;

    /// Since the loop was made.
    duration now() const noexcept { return now_; }

    /// Makes `work` run beside whoever spawns it (asyncio.create_task); nothing of it runs yet: run() resumes it when
    /// the spawning task waits next, after those that are due already. The loop owns it until it is done, so the result
    /// may be dropped. Not a moved-from task. O(log n) for n tasks that are due.
    template <typename T>
    spawned<T> spawn(task<T> work);

    /// Runs `work` until it is done and gives back its result or throws what it threw (asyncio.run). Every task of this
    /// loop is resumed in here, on the caller's stack, one after the other. What was spawned and is not done then is
    /// cancelled and run to its end. RuntimeError when all that is left waits for ever; those tasks stay unfinished and
    /// are no longer woken by each other. May be called again afterwards, but not from inside a task. O(log n) a
    /// wake-up, for n tasks that are due or asleep.
    template <typename T>
    T run(task<T> work);

    /// What sleep() gives back: refers to the loop, for one co_await.
    class sleep_awaiter {
    public:
        sleep_awaiter(event_loop& loop, duration length) noexcept : loop_(loop), length_(length) {}
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> sleeper) {
            job_ = sleeper.promise().owner();
            const std::uint64_t wait = job_->begin_wait();
            const bool at_once = job_->cancel_ || length_ <= duration::zero();
            loop_.wake(job_->shared_from_this(), wait, at_once ? duration::zero() : length_);
        }
        void await_resume() const { job_->end_wait(); }

    private:
        event_loop& loop_;
        duration length_;
        detail::job* job_ = nullptr;
    };
    /// `co_await loop.sleep(d)` suspends the task and those that await it; run() resumes it when `d` of virtual time
    /// has passed, and others meanwhile; what would end after the last moment that `duration` can tell ends then. Zero
    /// or less: when all that are due have had their turn (asyncio.sleep(0)). Throws cancelled, without having slept,
    /// when the task was cancelled before or is meanwhile. O(log n) for n wake-ups.
    sleep_awaiter sleep(duration length) noexcept { return {*this, length}; }

private:
    template <typename>
    friend class spawned;
    template <typename>
    friend class detail::group_awaiter;

    struct wake_up {
        duration at;
        std::uint64_t order;
        std::shared_ptr<detail::job> job;
        std::uint64_t wait;
        bool operator<(const wake_up& other) const { // the earliest on top
            return at != other.at ? at > other.at : order > other.order;
        }
    };

    void wake(std::shared_ptr<detail::job> job, std::uint64_t wait, duration in = duration::zero()) {
        const duration at = in > duration::max() - now_ ? duration::max() : now_ + in;
        queue_.push({at, order_++, std::move(job), wait});
    }

    /// Forgets those that are gone once they may be as many as those that are not: O(1) a job over all.
    void remember(const std::shared_ptr<detail::job>& job) {
        if (jobs_.size() >= forget_at_) {
            std::erase_if(jobs_, [](const auto& known) { return known.expired(); });
            forget_at_ = 2 * jobs_.size() + 16;
        }
        jobs_.push_back(job);
    }

    void cancel(detail::job& asked) {
        if (asked.done_) return;
        detail::job& job = asked.whom_to_cancel();
        if (!job.begun_) {
            job.done_ = true; // its body never runs
            wake_joining(job);
            return;
        }
        job.cancel_ = true;
        if (job.waiting_) wake(job.shared_from_this(), ++job.wait_);
    }

    /// One wake-up. False when there is none.
    bool step() {
        if (queue_.empty()) return false;
        const wake_up next = queue_.top();
        queue_.pop();
        if (next.job->done_ || next.job->wait_ != next.wait) return true; // too late; time does not pass for it
        now_ = next.at;
        next.job->run();
        if (next.job->done_) wake_joining(*next.job);
        return true;
    }

    void wake_joining(detail::job& job) {
        for (const detail::joining& each : std::exchange(job.joining_, {})) {
            const bool is_late = each.waiting->wait_ != each.wait; // what it waits for now, it has asked for anew
            if (each.group != nullptr) job.is_looked_at_ = true;   // gather() tells of the first that failed
            if (each.group != nullptr && (is_late || !each.group->ended(each.number, job.has_failed()))) continue;
            wake(each.waiting, each.wait);
        }
    }

    /// Tasks that wait for one another keep one another: lets go of that.
    void forget_joining() {
        const std::vector<std::weak_ptr<detail::job>> jobs = jobs_; // what ends here may spawn
        for (const std::weak_ptr<detail::job>& each : jobs)
            if (const std::shared_ptr<detail::job> job = each.lock()) std::exchange(job->joining_, {});
    }

    duration now_{};
    std::uint64_t order_ = 0;
    std::priority_queue<wake_up> queue_;
    std::vector<std::weak_ptr<detail::job>> jobs_; ///< some of them gone
    std::size_t forget_at_ = 16;
};

/// A task that runs beside others (asyncio.Task). Copies are the same task; dropping the last one does not stop it. Its
/// frame, with its result, lives until it is done and the last copy is gone. cancel() and co_await need the loop.
template <typename T>
class spawned {
public:
    /// Whether it has returned or thrown, or was cancelled before it began. Runs nothing. O(1).
    bool done() const noexcept { return job_->done_; }

    /// Asks for `cancelled` to be thrown into the task where it waits (in the innermost task that it awaits). Nothing
    /// runs in here: run() resumes it in its turn, at the same virtual time. One that waits for another spawned task
    /// passes this on to that one, and gets what comes of it (asyncio.Task.cancel); tasks that wait for each other in a
    /// circle do not. One that cancels itself is told at its next wait (if it returns without one, it has returned: in
    /// asyncio it would be cancelled), one that was not begun is over without running, and nothing happens to one that
    /// is done. The task may catch it and go on. O(log n) for n wake-ups, and the number of those that wait for each
    /// other, and for one that was not begun.
    void cancel() { loop_->cancel(*job_); }

    /// What `co_await s` waits with: a copy of s.
    class awaiter {
    public:
        explicit awaiter(const spawned& awaited) : awaited_(awaited) {}
        bool await_ready() const noexcept { return awaited_.job_->done_; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> waiting) {
            job_ = waiting.promise().owner();
            const std::uint64_t wait = job_->begin_wait();
            awaited_.job_->joining_.push_back({job_->shared_from_this(), wait, nullptr, 0});
            job_->joined_ = awaited_.job_.get();
            if (std::exchange(job_->cancel_, false)) awaited_.loop_->cancel(*job_);
        }
        T await_resume() const {
            if (job_ != nullptr) job_->end_wait();
            return awaited_.take();
        }

    private:
        const spawned awaited_;
        detail::job* job_ = nullptr;
    };
    /// `co_await s` suspends the task until s is done, when run() resumes it in its turn; at once when it is done
    /// already. Gives the result, which may be had once, or throws what s threw: each time. Throws cancelled when s was
    /// cancelled, as it is when the waiting task is. O(log n) for n wake-ups.
    awaiter operator co_await() const { return awaiter(*this); }

private:
    friend event_loop;
    template <typename>
    friend class detail::group_awaiter;

    struct job_of_task : detail::job {
        explicit job_of_task(task<T> begun) : work(std::move(begun)) {
            current_ = work.frame_;
            work.frame_.promise().job_ = this;
        }
        ~job_of_task() override {
            if (!done_ || !begun_ || is_looked_at_) return;
            const std::exception_ptr& error = work.frame_.promise().error_;
            if (error != nullptr && !holds<cancelled>(error)) detail::tell_unraisable(error);
        }
        bool has_failed() const noexcept override { return !begun_ || work.frame_.promise().error_ != nullptr; }
        void abandon() noexcept override {
            const task<T> unfinished = std::move(work);
            done_ = true;
            begun_ = false;
        }
        task<T> work;
    };
    spawned(event_loop& loop, task<T> work) : loop_(&loop), job_(std::make_shared<job_of_task>(std::move(work))) {
        loop.wake(job_, job_->wait_);
        loop.remember(job_);
    }

    T take() const {
        if (!job_->begun_) throw cancelled();
        job_->is_looked_at_ = true;
        return job_->work.frame_.promise().take();
    }

    event_loop* loop_;
    std::shared_ptr<job_of_task> job_;
};

template <typename T>
spawned<T> event_loop::spawn(task<T> work) {
    return spawned<T>(*this, std::move(work));
}

template <typename T>
T event_loop::run(task<T> work) {
    const spawned<T> first = spawn(std::move(work));
    while (!first.done())
        if (!step()) {
            forget_joining();
            throw runtime_error("every task waits for another");
        }
    const std::vector<std::weak_ptr<detail::job>> others = jobs_;
    for (const std::weak_ptr<detail::job>& job : others)
        if (const std::shared_ptr<detail::job> alive = job.lock()) cancel(*alive);
    while (step()) {
    }
    forget_joining();
    return first.take();
}

} // namespace coro

#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "coro/frame_memory.hpp"
#include "coro/job.hpp"
#include "coro/return_slot.hpp"

namespace coro {

template <typename T = void>
class task;

namespace detail {

/// What all tasks have in common. Tasks that await each other form a stack: all belong to one job, which resumes the
/// innermost; whoever begins or ends another returns to the job first, so that the native stack does not grow.
class task_promise_base : public frame_memory {
public:
    std::suspend_always initial_suspend() const noexcept { return {}; }
    struct final_awaiter {
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> self) const noexcept {
            const task_promise_base& ended = self.promise();
            ended.job_->hand_over(ended.awaiting_);
        }
        void await_resume() const noexcept {}
    };
    final_awaiter final_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { error_ = std::current_exception(); }

    /// The job that this task is a part of; null before it is begun.
    job* owner() const noexcept { return job_; }

    job* job_ = nullptr;
    std::coroutine_handle<> awaiting_; ///< the task that awaits this one; null for the first of its job
    std::exception_ptr error_;
};

template <typename T>
class task_promise : public task_promise_base, public return_slot<T> {
public:
    task<T> get_return_object() noexcept;

    T take() {
        if (error_) std::rethrow_exception(error_);
        if constexpr (!std::is_void_v<T>) return std::move(*this->result_);
    }
};

} // namespace detail

/// Work that may wait: a coroutine that an event_loop runs. Nothing of it runs before it is awaited or spawned.
///
/// `T result = co_await std::move(t)` inside another task runs t as a part of that task (as `await coroutine()` does in
/// asyncio). Dropping a task destroys what lives in its frame; no line of the body runs. A task that waits in a loop's
/// queue belongs to that loop by then and cannot be dropped. Move-only; a moved-from one may only be assigned to or
/// destroyed. Not for two threads at once.
template <typename T>
class [[nodiscard]] task {
public:
    using promise_type = detail::task_promise<T>;

    task(task&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
    task& operator=(task other) noexcept {
        std::swap(frame_, other.frame_);
        return *this;
    }
    ~task() {
        if (frame_) frame_.destroy();
    }

    /// Refers to the task, which must live until the co_await is over, as a temporary in that expression does.
    class awaiter {
    public:
        explicit awaiter(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
            promise_type& promise = frame_.promise();
            promise.job_ = awaiting.promise().owner();
            promise.awaiting_ = awaiting;
            promise.job_->hand_over(frame_);
        }
        T await_resume() { return frame_.promise().take(); }

    private:
        std::coroutine_handle<promise_type> frame_;
    };
    /// The awaiting task is suspended, and the loop's run() resumes t next, before any other task; when t ends, run()
    /// resumes the awaiting one, and the co_await gives t's result or throws what t threw. While t waits, the awaiting
    /// one does: cancelling it throws inside t. At most once, not on a moved-from task, and only inside a task. O(1),
    /// and the stack does not grow with the depth of awaiting.
    awaiter operator co_await() && noexcept { return awaiter(frame_); }

private:
    friend promise_type;
    friend class event_loop;
    template <typename>
    friend class spawned;
    explicit task(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}

    std::coroutine_handle<promise_type> frame_;
};

template <typename T>
task<T> detail::task_promise<T>::get_return_object() noexcept {
    return task<T>(std::coroutine_handle<task_promise>::from_promise(*this));
}

} // namespace coro

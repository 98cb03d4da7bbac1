#pragma once

#include <cstddef>
#include <exception>

namespace coro {

/// Whoever looks at frames while coroutines run: a stepper, a memory meter.
class frame_watcher {
public:
    /// `size` bytes from the allocator, before the coroutine writes the first of them, which nothing could give back if
    /// this threw.
    virtual void made(void* frame, std::size_t size) noexcept = 0;
    /// The body of a send_generator let `error` out (of a StopIteration that leaks: the RuntimeError that it became),
    /// and its variables are destroyed.
    virtual void let_out(void* /*frame*/, const std::exception_ptr& /*error*/) noexcept {}
    /// All that lived in it is destroyed; the bytes go back after this.
    virtual void freed(void* frame, std::size_t size) noexcept = 0;

    /// Told of the frames of this thread; null: nobody is. Must outlive what it is told of, or take itself back.
    static frame_watcher*& of_this_thread() noexcept {
        thread_local frame_watcher* watcher = nullptr;
        return watcher;
    }

protected:
    ~frame_watcher() = default;
};

} // namespace coro

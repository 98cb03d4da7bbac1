#pragma once

#include <cstdio>
#include <exception>
#include <functional>

namespace coro {

/// Called with what a generator raised while it was dropped, where nobody could catch it (Python's
/// sys.unraisablehook), and with what ended a task that nobody awaited. One a thread; prints to stderr unless replaced.
/// It must not throw: it runs in a destructor. An empty one hears nothing. It is gone when its thread ends: a generator
/// that outlives it, such as a static one, must be over by then.
inline std::function<void(const std::exception_ptr&)>& on_unraisable() {
    thread_local std::function<void(const std::exception_ptr&)> hook = [](const std::exception_ptr& error) {
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& known) {
            std::fprintf(stderr, "Exception ignored: %s\n", known.what());
        } catch (...) {
            std::fputs("Exception ignored\n", stderr);
        }
    };
    return hook;
}

namespace detail {

inline void tell_unraisable(const std::exception_ptr& error) {
    if (on_unraisable()) on_unraisable()(error);
}

} // namespace detail

} // namespace coro

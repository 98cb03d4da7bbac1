#pragma once

#include <cstdio>
#include <exception>
#include <functional>

namespace coro {

/// Called with what a generator raised while it was dropped, where nobody could catch it (Python's
/// sys.unraisablehook), and with what ended a task that nobody awaited. One a thread; prints to stderr unless replaced.
/// It must not throw: it runs in a destructor.
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

} // namespace coro

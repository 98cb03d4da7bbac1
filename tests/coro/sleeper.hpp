#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "coro/counted.hpp"
#include "coro/event_loop.hpp"

namespace coro_testing {

using Log = std::vector<std::string>;

inline coro::task<int> sleeper(coro::event_loop& loop, Log& log, std::string name, std::chrono::nanoseconds length,
                               int result) {
    Counted guard;
    log.push_back(name + " begins");
    co_await loop.sleep(length);
    log.push_back(name + " ends");
    co_return result;
}

/// A frame that is freed with everything in it, however the test ends.
struct Nothing {
    Nothing() { Counted::reset(); }
    ~Nothing() { CHECK(Counted::alive == 0); }
};

} // namespace coro_testing

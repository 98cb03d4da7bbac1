#pragma once

#include <exception>
#include <optional>
#include <string>

#include "coro/send_generator.hpp"

namespace coro_testing {

using Numbers = coro::send_generator<int, int, int>;

/// Yields the sum of what it was sent; next() ends it.
inline Numbers adder(int start) {
    int sum = start;
    while (const std::optional<int> sent = co_yield sum) sum += *sent;
    co_return sum;
}

inline std::string message_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    }
}

} // namespace coro_testing

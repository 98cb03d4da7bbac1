#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "coro/outcome.hpp"

namespace coro::detail {

/// The part of a promise that takes what is returned.
template <typename Return>
class return_slot {
public:
    void return_value(Return value) { result_.emplace(std::move(value)); }
    std::optional<stored<Return>> result_;
};

template <>
class return_slot<void> {
public:
    void return_void() { result_.emplace(); }
    std::optional<std::monostate> result_;
};

} // namespace coro::detail

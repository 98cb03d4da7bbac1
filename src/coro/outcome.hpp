#pragma once

#include <any>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "coro/errors.hpp"

namespace coro {

/// `void` as something that can be kept.
template <typename T>
using stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

/// It handed out a value and waits to be resumed.
template <typename Yield>
struct yielded {
    stored<Yield> value;
};

/// It is over. Without a value (Python's None) when it was over before: a value is returned once.
template <typename Return>
struct returned {
    std::optional<stored<Return>> value;
};

/// The error came out of it, and it is over; or the operation was refused, and it is as it was.
struct raised {
    std::exception_ptr error;
};

/// What came of next(), send() or throw_(), as a value. In Python the last two are exceptions in the caller; or_throw()
/// makes them so.
template <typename Yield, typename Return>
class [[nodiscard]] outcome {
public:
    outcome(yielded<Yield> one) : value_(std::move(one.value)) {}
    outcome(returned<Return> one) : result_(std::move(one.value)) {}
    outcome(raised one) : error_(std::move(one.error)) {}

    bool is_yielded() const { return value_.has_value(); }
    bool is_returned() const { return !is_yielded() && !is_raised(); }
    bool is_raised() const { return error_ != nullptr; }

    /// What was yielded; std::bad_optional_access when nothing was.
    stored<Yield>& value() { return value_.value(); }
    /// What was returned; empty also when nothing was.
    std::optional<stored<Return>>& result() { return result_; }
    /// What was raised; null when nothing was.
    const std::exception_ptr& error() const { return error_; }

    /// The value that was yielded; otherwise throws stop_iteration with what was returned (without it when it cannot be
    /// copied), or the error. The caller sees what Python's caller of next() sees.
    stored<Yield> or_throw() && {
        if (is_raised()) std::rethrow_exception(error());
        if (is_yielded()) return std::move(value());
        if constexpr (std::is_void_v<Return>)
            throw stop_iteration();
        else if constexpr (std::is_copy_constructible_v<Return>)
            throw stop_iteration(result() ? std::any(std::move(*result())) : std::any());
        else
            throw stop_iteration();
    }

private:
    // Not a std::variant, whose destruction costs as much as the rest of a send().
    std::optional<stored<Yield>> value_;
    std::optional<stored<Return>> result_;
    std::exception_ptr error_;
};

/// What came of close(): nothing, or the error that it raised.
class [[nodiscard]] close_outcome {
public:
    close_outcome() = default;
    explicit close_outcome(std::exception_ptr error) : error_(std::move(error)) {}

    bool ok() const { return error_ == nullptr; }
    const std::exception_ptr& error() const { return error_; }
    void or_throw() const {
        if (error_) std::rethrow_exception(error_);
    }

private:
    std::exception_ptr error_;
};

} // namespace coro

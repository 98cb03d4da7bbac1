#pragma once

#include <exception>
#include <string>

#include "lesson/value.hpp"

namespace lesson {

/// What an operation came to, in the caller's eyes.
struct Outcome {
    enum class Kind { none, yielded, returned, raised, closed, dropped };
    Kind kind = Kind::none;
    Value value;         ///< yielded or returned
    std::string error;   ///< raised: "TypeError"
    std::string message; ///< of the error

    bool operator==(const Outcome&) const = default;
};

/// Python's name and message of an error of the coro library.
Outcome raised_outcome(const std::exception_ptr& error);

/// The value or the error that the caller gets, as it flies up: "3", "StopIteration(3)", "ValueError"; empty when there
/// is none.
std::string handed_up(const Outcome& outcome);

/// The coro library's error of this Python name; of `throwable` only.
std::exception_ptr make_error(const std::string& name);

} // namespace lesson

#pragma once

#include "lesson/value.hpp"

namespace lesson {

/// Python's number: an int until a float is added to it, then a float. Whole numbers have 64 bits here; a sum that does
/// not fit becomes a float, where Python's int would grow.
class Number {
public:
    Number() = default;
    Number(int whole) : value_(static_cast<long long>(whole)) {}

    /// What is neither int nor float is a type_error with Python's message, and nothing changes.
    Number& operator+=(const Value& other);
    friend Number operator+(Number one, const Number& other) { return one += other.value(); }
    /// Python's true division: always a float. `count` must not be 0.
    friend double operator/(const Number& sum, int count);

    /// An int or a float.
    Value value() const;

private:
    std::variant<long long, double> value_;
};

inline Value to_value(const Number& number) {
    return number.value();
}

} // namespace lesson

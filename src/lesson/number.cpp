#include "lesson/number.hpp"

#include "coro/errors.hpp"

namespace lesson {

Number& Number::operator+=(const Value& other) {
    const auto* const here = std::get_if<long long>(&value_);
    if (const auto* const whole = std::get_if<long long>(&other)) {
        long long sum = 0;
        if (here == nullptr)
            value_ = std::get<double>(value_) + static_cast<double>(*whole);
        else if (__builtin_add_overflow(*here, *whole, &sum))
            value_ = static_cast<double>(*here) + static_cast<double>(*whole);
        else
            value_ = sum;
    } else if (const auto* const number = std::get_if<double>(&other)) {
        value_ = (here == nullptr ? std::get<double>(value_) : static_cast<double>(*here)) + *number;
    } else {
        throw coro::type_error("unsupported operand type(s) for +=: '" + type_in_python(value()) + "' and '" +
                               type_in_python(other) + "'");
    }
    return *this;
}

double operator/(const Number& sum, int count) {
    // A long double holds every whole number of ours, so that there is one rounding, as in Python.
    if (const auto* const whole = std::get_if<long long>(&sum.value_))
        return static_cast<double>(static_cast<long double>(*whole) / count);
    return std::get<double>(sum.value_) / count;
}

Value Number::value() const {
    return std::visit([](auto number) { return Value(number); }, value_);
}

} // namespace lesson

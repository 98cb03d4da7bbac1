#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

/// C++20 programs that are stepped: the code shown is the code compiled.
namespace lesson {

/// What travels between a caller and a coroutine, as Python has it: None, an integer, a float, a string.
using Value = std::variant<std::monostate, long long, double, std::string>;

/// As Python's repr() writes it: "None", "10", "10.0", "'word'".
std::string repr(const Value& value);
/// As Python's str() writes it: a string without quotes.
std::string str(const Value& value);

/// The reverse of what a reader types: "None" or nothing, "10", "2.5"; anything else is a string, quotes around it are
/// dropped.
Value parse_value(std::string_view written);

/// The value as a T, when it is one: an integer is also a double, as in Python.
template <typename T>
std::optional<T> as(const Value& value) {
    if constexpr (std::is_same_v<T, std::string>) {
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
    } else {
        if (const auto* whole = std::get_if<long long>(&value)) return static_cast<T>(*whole);
        if constexpr (std::is_floating_point_v<T>)
            if (const auto* number = std::get_if<double>(&value)) return static_cast<T>(*number);
    }
    return std::nullopt;
}

inline Value to_value(std::monostate) {
    return {};
}
inline Value to_value(int number) {
    return static_cast<long long>(number);
}
inline Value to_value(long long number) {
    return number;
}
inline Value to_value(double number) {
    return number;
}
inline Value to_value(std::string_view text) {
    return std::string(text);
}

} // namespace lesson

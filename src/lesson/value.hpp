#pragma once

#include <concepts>
#include <string>
#include <string_view>
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

/// "NoneType", "int", "float" or "str".
std::string type_in_python(const Value& value);

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
template <std::same_as<Value> Any> // what could become a Value is for the others
Value to_value(const Any& value) {
    return value;
}

} // namespace lesson

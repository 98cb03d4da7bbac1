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

/// What a reader types: "None" or nothing, "10", "1_000", "2.5"; anything else is a string, quotes around it are
/// dropped. A whole number of more than 64 bits becomes a float, and what no float can hold becomes infinite.
Value parse_value(std::string_view written);
/// The reverse: parse_value() of it is the value again. A string that would be read as something else has quotes.
std::string written_for(const Value& value);

/// As it stands in a program of each language: "'two words'" and "\"two words\"", "float('inf')" and "INFINITY".
std::string source_in_python(const Value& value);
std::string source_in_cpp(const Value& value);

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

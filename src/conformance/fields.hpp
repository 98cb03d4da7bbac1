#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/program.hpp"

namespace conformance {

using Json = nlohmann::json;

/// The JSON is not in the format of the corpus. Throws std::invalid_argument.
[[noreturn]] void refuse(const std::string& why);
/// The same of one field; `wanted` is what it must be.
[[noreturn]] void refuse(const std::string& field, const std::string& wanted, const Json& found);

/// A value of the language. `field` is what to call it in a refusal. An integer beyond 64 bits, as Python has them, is
/// OutOfReach.
Value value_of(const Json& json, const std::string& field);
std::vector<Value> values_of(const Json& json, const std::string& field);

// Fields of an object. One that is missing or of another type is refused by its name.
const Json& member(const Json& object, const std::string& field);
const Json& list_in(const Json& object, const std::string& field);
std::string text_in(const Json& object, const std::string& field);
bool flag_in(const Json& object, const std::string& field);
std::int64_t integer_in(const Json& object, const std::string& field);
Value value_in(const Json& object, const std::string& field);
std::vector<Value> values_in(const Json& object, const std::string& field);
ExceptionType type_in(const Json& object, const std::string& field);
/// Whether there is such a field and it is not null.
bool has(const Json& object, const std::string& field);

/// The position of the field's text among `words`.
template <typename Enum, std::size_t count>
Enum one_of(const std::array<std::string_view, count>& words, const Json& object, const std::string& field) {
    const std::string word = text_in(object, field);
    for (std::size_t i = 0; i < count; ++i)
        if (words[i] == word) return static_cast<Enum>(i);
    std::string wanted = "one of";
    for (const std::string_view known : words) wanted += " " + std::string(known);
    refuse(field, wanted, object.at(field));
}

} // namespace conformance

#include "conformance/fields.hpp"

#include <cmath>
#include <cstdint>
#include <stdexcept>

#include "conformance/out_of_reach.hpp"
#include "text/conformance.hpp"

namespace conformance {
namespace {

std::string quoted(const std::string& field) {
    return "\"" + field + "\"";
}

/// The JSON as a refusal shows it.
std::string shown(const Json& json) {
    constexpr std::size_t most_letters = 60;
    std::string text = json.dump(-1, ' ', true); // ASCII, so that it can be cut anywhere
    if (text.size() > most_letters) text = text.substr(0, most_letters) + "…";
    return text;
}

/// The parser makes a floating-point number of what has no place in 64 bits.
bool is_beyond_64_bits(const Json& json) {
    if (json.is_number_unsigned()) return json.get<std::uint64_t>() > INT64_MAX;
    return json.is_number_float() && std::abs(json.get<double>()) >= 0x1p63;
}

std::int64_t integer_of(const Json& json, const std::string& field, const std::string& wanted) {
    if (is_beyond_64_bits(json))
        throw OutOfReach{text::fill(text::conformance::beyond_64_bits, {text::Line::same(quoted(field))})};
    if (!json.is_number_integer()) refuse(field, wanted, json);
    return json.get<std::int64_t>();
}

} // namespace

void refuse(const std::string& why) {
    throw std::invalid_argument(why);
}

void refuse(const std::string& field, const std::string& wanted, const Json& found) {
    refuse(quoted(field) + " must be " + wanted + ", not " + shown(found));
}

Value value_of(const Json& json, const std::string& field) {
    if (json.is_null()) return {};
    if (json.is_string()) return json.get<std::string>();
    return integer_of(json, field, "null, an integer or a string");
}

std::vector<Value> values_of(const Json& json, const std::string& field) {
    if (!json.is_array()) refuse(field, "a list", json);
    std::vector<Value> values;
    for (const Json& one : json) values.push_back(value_of(one, field));
    return values;
}

const Json& member(const Json& object, const std::string& field) {
    if (!object.is_object()) refuse("an object with " + quoted(field) + " was expected, not " + shown(object));
    if (!object.contains(field)) refuse(quoted(field) + " is missing in " + shown(object));
    return object.at(field);
}

const Json& list_in(const Json& object, const std::string& field) {
    const Json& found = member(object, field);
    if (!found.is_array()) refuse(field, "a list", found);
    return found;
}

std::string text_in(const Json& object, const std::string& field) {
    const Json& found = member(object, field);
    if (!found.is_string()) refuse(field, "a string", found);
    return found.get<std::string>();
}

bool flag_in(const Json& object, const std::string& field) {
    const Json& found = member(object, field);
    if (!found.is_boolean()) refuse(field, "true or false", found);
    return found.get<bool>();
}

std::int64_t integer_in(const Json& object, const std::string& field) {
    return integer_of(member(object, field), field, "an integer");
}

Value value_in(const Json& object, const std::string& field) {
    return value_of(member(object, field), field);
}

std::vector<Value> values_in(const Json& object, const std::string& field) {
    return values_of(member(object, field), field);
}

ExceptionType type_in(const Json& object, const std::string& field) {
    const std::string name = text_in(object, field);
    for (int i = 0; i < static_cast<int>(ExceptionType::count); ++i)
        if (name_of(static_cast<ExceptionType>(i)) == name) return static_cast<ExceptionType>(i);
    refuse(field, "an exception of the language", object.at(field));
}

bool has(const Json& object, const std::string& field) {
    return object.is_object() && object.contains(field) && !object.at(field).is_null();
}

} // namespace conformance

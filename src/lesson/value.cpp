#include "lesson/value.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace lesson {
namespace {

std::string repr_of_float(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
    // The fewest digits that read back as this number, "-d.ddde±xx"; 24 characters hold any.
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
    const std::string_view shortest(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
    const std::size_t e = shortest.find('e');
    const int exponent = std::atoi(std::string(shortest.substr(e + 1)).c_str());
    constexpr int least_fixed = -4; // Objects/floatobject.c, float_repr: format code 'r'
    constexpr int most_fixed = 15;
    if (exponent < least_fixed || exponent > most_fixed) return std::string(shortest);
    const std::string sign = std::signbit(number) ? "-" : "";
    std::string digits;
    for (const char c : shortest.substr(0, e))
        if (c >= '0' && c <= '9') digits += c;
    if (exponent < 0) return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    const auto before_point = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= before_point) digits.append(before_point + 1 - digits.size(), '0');
    return sign + digits.insert(before_point, ".");
}

/// What a literal cannot hold as it is, written with a backslash: in both languages \\, \n, \r, \t and the quote.
std::string escaped(const std::string& text, char quote, const char* control) {
    std::string written;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const std::size_t known = std::string_view("\n\r\t").find(c);
        if (c == quote || c == '\\')
            (written += '\\') += c;
        else if (known != std::string_view::npos)
            (written += '\\') += "nrt"[known];
        else if (byte < 0x20 || byte == 0x7f) {
            std::array<char, 8> code;
            std::snprintf(code.data(), code.size(), control, byte);
            written += code.data();
        } else
            written += c;
    }
    return written;
}

std::string quoted(const std::string& text) {
    const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
    return quote + escaped(text, quote, "\\x%02x") +
           quote; // as unicode_repr of Objects/unicodeobject.c does with ASCII
}

/// Without the underscores that a number may have between its digits (PEP 515).
std::string without_underscores(std::string_view written) {
    const auto is_digit = [&](std::size_t i) { return i < written.size() && written[i] >= '0' && written[i] <= '9'; };
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i)
        if (written[i] != '_' || i == 0 || !is_digit(i - 1) || !is_digit(i + 1)) plain += written[i];
    return plain;
}

} // namespace

std::string type_in_python(const Value& value) {
    constexpr const char* names[] = {"NoneType", "int", "float", "str"};
    return names[value.index()];
}

std::string str(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return repr(value);
}

std::string repr(const Value& value) {
    if (const auto* whole = std::get_if<long long>(&value)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value)) return repr_of_float(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return quoted(*text);
    return "None";
}

std::string source_in_python(const Value& value) {
    const auto* number = std::get_if<double>(&value);
    return number != nullptr && !std::isfinite(*number) ? "float('" + repr(value) + "')" : repr(value);
}

std::string source_in_cpp(const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return "std::nullopt";
    if (value == Value(std::numeric_limits<long long>::min())) return "LLONG_MIN"; // no literal of C++
    if (const auto* text = std::get_if<std::string>(&value)) return "\"" + escaped(*text, '"', "\\%03o") + "\"";
    if (const auto* number = std::get_if<double>(&value); number != nullptr && std::isinf(*number))
        return *number < 0 ? "-INFINITY" : "INFINITY";
    return repr(value);
}

std::string written_for(const Value& value) {
    const auto* number = std::get_if<double>(&value);
    if (number != nullptr && std::isinf(*number)) return *number < 0 ? "-1e999" : "1e999";
    const std::string plain = str(value);
    return parse_value(plain) == value ? plain : "'" + plain + "'";
}

Value parse_value(std::string_view written) {
    while (!written.empty() && written.front() == ' ') written.remove_prefix(1);
    while (!written.empty() && written.back() == ' ') written.remove_suffix(1);
    if (written.empty() || written == "None") return {};
    const std::string text(written);
    const std::string number = without_underscores(written);
    const bool looks_like_number = number.find_first_not_of("+-.0123456789eE") == std::string::npos &&
                                   number.find_first_of("0123456789") != std::string::npos;
    if (looks_like_number) {
        char* end = nullptr;
        const bool whole = number.find_first_of(".eE") == std::string::npos;
        if (whole) {
            errno = 0;
            const long long exact = std::strtoll(number.c_str(), &end, 10);
            if (*end == '\0' && errno != ERANGE) return exact; // a larger one becomes a float
        }
        const double nearest = std::strtod(number.c_str(), &end); // infinite beyond the largest
        if (*end == '\0') return nearest;
    }
    const bool has_quotes = text.size() >= 2 && (text.front() == '\'' || text.front() == '"');
    if (has_quotes && text.front() == text.back()) return text.substr(1, text.size() - 2);
    return text;
}

} // namespace lesson

#include "lesson/value.hpp"

#include <cmath>
#include <cstdlib>

#include "trace/json.hpp"

namespace lesson {
namespace {

std::string repr_of_float(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
    std::string written = trace::json_number(number);
    if (written.find_first_of(".e") == std::string::npos) written += ".0";
    return written;
}

std::string quoted(const std::string& text) {
    const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
    std::string written(1, quote);
    for (const char c : text) {
        if (c == quote || c == '\\') written += '\\';
        if (c == '\n')
            written += "\\n";
        else
            written += c;
    }
    return written + quote;
}

} // namespace

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

Value parse_value(std::string_view written) {
    while (!written.empty() && written.front() == ' ') written.remove_prefix(1);
    while (!written.empty() && written.back() == ' ') written.remove_suffix(1);
    if (written.empty() || written == "None") return {};
    const std::string text(written);
    constexpr std::size_t most_digits = 18; // what a long long surely holds
    const bool looks_like_number = text.find_first_not_of("+-.0123456789eE") == std::string::npos &&
                                   text.find_first_of("0123456789") != std::string::npos;
    if (looks_like_number) {
        char* end = nullptr;
        const bool whole = text.find_first_of(".eE") == std::string::npos;
        if (whole && text.size() <= most_digits) {
            const long long number = std::strtoll(text.c_str(), &end, 10);
            if (*end == '\0') return number;
        }
        const double number = std::strtod(text.c_str(), &end);
        if (*end == '\0' && std::isfinite(number)) return number;
    }
    const bool has_quotes = text.size() >= 2 && (text.front() == '\'' || text.front() == '"');
    if (has_quotes && text.front() == text.back()) return text.substr(1, text.size() - 2);
    return text;
}

} // namespace lesson

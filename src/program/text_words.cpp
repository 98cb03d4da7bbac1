#include "program/text_words.hpp"

#include <charconv>

#include "program/duration.hpp"
#include "program/scenario.hpp"

namespace program::words {
namespace {

constexpr std::string_view units = "nums"; // in the order of Duration::Unit
constexpr std::string_view hex_digits = "0123456789abcdef";

bool stands_for_itself(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

void append_time(std::string& out, Nanoseconds ns) {
    const Duration duration = duration_of(ns);
    out += std::to_string(duration.number);
    if (ns != 0) out += units[static_cast<std::size_t>(duration.unit)];
}

void append_law(std::string& out, const TimeLaw& law) {
    if (law.kind == TimeLaw::Kind::exponential) out += 'e';
    if (law.kind == TimeLaw::Kind::uniform) out += 'u';
    append_time(out, law.a_ns);
    if (law.kind != TimeLaw::Kind::uniform) return;
    out += ',';
    append_time(out, law.b_ns);
}

void append_string(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (stands_for_itself(c)) {
            out += c;
        } else if (const std::size_t code = short_codes.find(c); code != std::string_view::npos) {
            out += {'-', static_cast<char>('g' + code)};
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'-', hex_digits[byte >> 4], hex_digits[byte & 15]};
        }
    }
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Nanoseconds> time_in(std::string_view text) {
    if (text == "0") return 0;
    if (text.size() < 2) return std::nullopt;
    const std::size_t unit = units.find(text.back());
    const auto number = number_in(text.substr(0, text.size() - 1));
    if (unit == std::string_view::npos || !number || *number < 0) return std::nullopt;
    Nanoseconds scale = 1;
    for (std::size_t i = 0; i < unit; ++i) scale *= 1000;
    if (*number > most_time_ns / scale) return std::nullopt;
    return *number * scale;
}

Decoded string_in(std::string_view text) {
    Decoded out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (stands_for_itself(c) || static_cast<unsigned char>(c) > 127) {
            out.text += c;
            continue;
        }
        const char first = i + 1 < text.size() ? text[i + 1] : '\0';
        const std::size_t high = hex_digits.find(first);
        const std::size_t low = i + 2 < text.size() ? hex_digits.find(text[i + 2]) : std::string_view::npos;
        if (c == '-' && first >= 'g' && first <= 'z') {
            out.text += short_codes[static_cast<std::size_t>(first - 'g')];
            i += 1;
        } else if (c == '-' && high != std::string_view::npos && low != std::string_view::npos) {
            out.text += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out.bad = i;
            return out;
        }
    }
    return out;
}

} // namespace program::words

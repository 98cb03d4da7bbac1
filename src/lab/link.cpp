#include "lab/link.hpp"

namespace lab {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view part) {
    std::string out;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const bool escape =
            part[i] == '%' && i + 2 < part.size() && hex_digit(part[i + 1]) >= 0 && hex_digit(part[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hex_digit(part[i + 1]) * 16 + hex_digit(part[i + 2]));
            i += 2;
        } else {
            out += part[i];
        }
    }
    return out;
}

bool stays(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.~,:").find(c) != std::string_view::npos;
}

std::string encoded(std::string_view part) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : part) {
        if (stays(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

} // namespace

Pairs parse_link(std::string_view fragment) {
    if (fragment.starts_with('#')) fragment.remove_prefix(1);
    Pairs pairs;
    while (!fragment.empty()) {
        const std::size_t end = fragment.find('&');
        const std::string_view part = fragment.substr(0, end);
        fragment.remove_prefix(end == std::string_view::npos ? fragment.size() : end + 1);
        if (part.empty()) continue;
        const std::size_t equals = part.find('=');
        pairs.emplace_back(decoded(part.substr(0, equals)),
                           equals == std::string_view::npos ? "" : decoded(part.substr(equals + 1)));
    }
    return pairs;
}

std::string write_link(const Pairs& pairs) {
    std::string out;
    for (const auto& [key, value] : pairs) {
        if (!out.empty()) out += '&';
        out += encoded(key) + '=' + encoded(value);
    }
    return out;
}

} // namespace lab

#include "text/sentence.hpp"

#include <cstdio>

#include "text/josa.hpp"

namespace text {
namespace {

std::string filled(std::string_view pattern, std::initializer_list<Line> parts, Language language) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_placeholder = i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}' &&
                                    pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
        const auto index = static_cast<std::size_t>(is_placeholder ? pattern[i + 1] - '0' : 0);
        if (is_placeholder && index < parts.size()) {
            out += (parts.begin() + index)->in(language);
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

} // namespace

Line fill(const Sentence& sentence, std::initializer_list<Line> parts) {
    return Line(with_particles(filled(sentence.ko, parts, Language::ko)), filled(sentence.en, parts, Language::en));
}

Line grouped(long long number) {
    std::string digits = std::to_string(number);
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t place = digits.size(); place > first + 3;) {
        place -= 3;
        digits.insert(place, ",");
    }
    return Line::same(std::move(digits));
}

Line fixed(double value, int digits) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
    return Line::same(buffer);
}

} // namespace text

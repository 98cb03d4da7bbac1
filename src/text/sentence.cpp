#include "text/sentence.hpp"

#include <cstdio>

#include "text/josa.hpp"

namespace text {
namespace {

/// The parts are taken as they are: only the pattern's own particles are fitted to what stands before them.
std::string filled(std::string_view pattern, std::initializer_list<Line> parts, Language language) {
    std::string out;
    const auto append = [&](std::string_view words) {
        if (language == Language::ko)
            append_with_particles(out, words);
        else
            out += words;
    };
    std::size_t from = 0;
    for (std::size_t i = 0; i + 2 < pattern.size(); ++i) {
        if (pattern[i] != '{' || pattern[i + 2] != '}' || pattern[i + 1] < '0' || pattern[i + 1] > '9') continue;
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index >= parts.size()) continue;
        append(pattern.substr(from, i - from));
        out += (parts.begin() + index)->in(language);
        from = i + 3;
        i += 2;
    }
    append(pattern.substr(from));
    return out;
}

} // namespace

Line fill(const Sentence& sentence, std::initializer_list<Line> parts) {
    return Line(filled(sentence.ko, parts, Language::ko), filled(sentence.en, parts, Language::en));
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

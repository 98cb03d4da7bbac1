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
        const auto placeholder = detail::placeholder_at(pattern.substr(i));
        if (!placeholder || placeholder->index >= parts.size()) continue;
        append(pattern.substr(from, i - from));
        const std::string& part = (parts.begin() + placeholder->index)->in(language);
        if (placeholder->plural)
            append(part == "1" ? placeholder->one : placeholder->several);
        else
            out += part;
        from = i + placeholder->length;
        i = from - 1;
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

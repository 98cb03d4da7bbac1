#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// Every sentence of the program stands in this folder, Korean and English side by side.
namespace text {

enum class Language { ko, en };

/// "ko" or "en".
constexpr std::string_view code_of(Language language) {
    return language == Language::ko ? "ko" : "en";
}

namespace detail {
/// Called only when a sentence is wrong: not constexpr, so the compiler stops here and names the reason.
void translation_is_missing();
void translations_use_different_placeholders();
void a_plural_needs_two_forms();

/// "{i}", for part i; or "{i|one|several}", for the form that fits part i, a count.
struct Placeholder {
    std::size_t index = 0;
    std::size_t length = 0; ///< of what stands in the sentence
    bool plural = false;
    std::string_view one;
    std::string_view several;
};

/// The one that `words` begin with.
constexpr std::optional<Placeholder> placeholder_at(std::string_view words) {
    if (words.size() < 3 || words[0] != '{' || words[1] < '0' || words[1] > '9') return std::nullopt;
    const auto index = static_cast<std::size_t>(words[1] - '0');
    if (words[2] == '}') return Placeholder{index, 3, false, {}, {}};
    const std::size_t end = words.find('}');
    if (words[2] != '|' || end == std::string_view::npos) return std::nullopt;
    const std::string_view forms = words.substr(3, end - 3);
    const std::size_t bar = forms.find('|');
    if (bar == std::string_view::npos || forms.find('|', bar + 1) != std::string_view::npos) return std::nullopt;
    return Placeholder{index, end + 1, true, forms.substr(0, bar), forms.substr(bar + 1)};
}

/// Bit i is set when part i has a place.
constexpr unsigned placeholders(std::string_view sentence) {
    unsigned seen = 0;
    for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
        if (const auto placeholder = placeholder_at(sentence.substr(i)))
            seen |= 1u << placeholder->index;
        else if (sentence[i] == '{' && sentence[i + 2] == '|')
            a_plural_needs_two_forms();
    }
    return seen;
}
} // namespace detail

/// A sentence in both languages, known at compile time. Without one of the two, or when the two do not use the same
/// placeholders {0}…{9}, it does not compile. A word beside a count has both its forms: "{0} {0|core is|cores are}
/// free".
struct Sentence {
    std::string_view ko;
    std::string_view en;

    consteval Sentence(std::string_view korean, std::string_view english) : ko(korean), en(english) {
        if (korean.empty() || english.empty()) detail::translation_is_missing();
        if (detail::placeholders(korean) != detail::placeholders(english))
            detail::translations_use_different_placeholders();
    }

    constexpr std::string_view in(Language language) const { return language == Language::ko ? ko : en; }
};

/// A sentence in both languages, made at run time: a Sentence with its placeholders filled, or data such as a CPU's
/// name that is the same in both.
struct Line {
    std::string ko;
    std::string en;

    Line() = default;
    Line(const Sentence& sentence) : ko(sentence.ko), en(sentence.en) {}
    Line(std::string korean, std::string english) : ko(std::move(korean)), en(std::move(english)) {}

    /// The same text in both languages.
    static Line same(std::string text) { return Line(text, text); }

    const std::string& in(Language language) const& { return language == Language::ko ? ko : en; }
    std::string in(Language language) && { return std::move(language == Language::ko ? ko : en); }
    bool empty() const { return ko.empty() && en.empty(); }
    bool operator==(const Line&) const = default;
};

/// `sentence` with {0}, {1}, … replaced by the parts, each in its own language, and "{0|one|several}" by the first form
/// where that part is "1" and by the second otherwise.
Line fill(const Sentence& sentence, std::initializer_list<Line> parts);

/// 10000000 → "10,000,000" (the same in both languages).
Line grouped(long long number);
/// Seconds with `digits` after the point: "3.4968".
Line fixed(double value, int digits);

} // namespace text

#include "widget/contention_difference.hpp"

#include <algorithm>
#include <cstdlib>

#include "text/contention_moments.hpp"

namespace widget {
namespace {

using text::fill;
using text::Line;
namespace words = text::contention;

constexpr std::size_t most_sentences = 5; ///< more are a table rather than a text

} // namespace

Line ContentionDifference::heading() const {
    return fill(words::difference_heading, {text::grouped(from), text::grouped(to)});
}

Line ContentionDifference::summary() const {
    if (!is_known) return fill(words::difference_unknown, {text::grouped(from)});
    if (rows.empty()) return words::difference_none;
    Line all;
    const auto append = [&](const Line& sentence) {
        const char* between = all.empty() ? "" : " ";
        all = Line(all.ko + between + sentence.ko, all.en + between + sentence.en);
    };
    for (std::size_t i = 0; i < std::min(rows.size(), most_sentences); ++i) append(sim::sentence_of(rows[i]));
    if (rows.size() > most_sentences)
        append(fill(words::difference_more, {text::grouped(static_cast<long long>(rows.size() - most_sentences))}));
    return all;
}

ContentionDifference difference_of(const std::vector<lab::Control>& controls, const program::Scenario& scenario,
                                   const sim::History& history) {
    const auto value_of = [&](const char* id) -> const std::string& { return lab::find(controls, id)->value; };
    ContentionDifference shown;
    shown.to = history.position();
    shown.from = std::max<std::int64_t>(0, shown.to - 1);
    if (value_of("since") == "mark") shown.from = std::atoll(value_of("mark").c_str());
    shown.is_known = shown.from <= history.recorded();
    const auto language = value_of("code") == "python" ? program::CodeLanguage::python : program::CodeLanguage::cpp;
    if (shown.is_known) shown.rows = sim::rows_of(history.difference(shown.from, shown.to), scenario, language);
    return shown;
}

} // namespace widget

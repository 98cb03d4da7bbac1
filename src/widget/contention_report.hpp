#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lab/description.hpp"
#include "program/metric.hpp"
#include "widget/contention_widget.hpp"

namespace widget {

void add_contention_facts(const ContentionWidget& shown, lab::Description& description);
void add_contention_tables(const ContentionWidget& shown, lab::Description& description);
/// The whole timeline in words. O(spans).
lab::Table contention_spans(const ContentionWidget& shown);

/// What a state and a lane of a group are called there, where any lock may be meant.
text::Line contention_state(trace::State state);
text::Line contention_group(std::string_view group);

/// A number of a run as a reader sees it, by its unit; a dash where there is none.
text::Line shown_metric(const program::Metric& metric, std::optional<double> value);

/// What the histogram of waits is of: the locks or, where there is none, the GILs.
struct ShownWaits {
    text::Line heading;
    text::Line none; ///< said while it is empty
    program::Histogram times;
};
ShownWaits shown_waits(const ContentionWidget& shown);

/// A few numbers to be seen at a glance: those that say most about this scenario.
struct Figure {
    text::Line name;
    text::Line value;
};
std::vector<Figure> main_figures(const ContentionWidget& shown);

/// "두 배" / "doubles": an answer to the question of the prediction.
text::Line words_for_doubling(std::string_view answer);
/// "스레드 4개 → 8개: 처리량 ×1.02 (그대로)".
text::Line words_for_verdict(const DoublingVerdict& verdict);
/// "예측 적중", or what was predicted instead.
text::Line words_for_outcome(std::string_view predicted, const DoublingVerdict& verdict);
text::Line words_for_outcome(std::string_view predicted, const SequenceRatio& ratio);
/// "×2.04 (순서대로 0.5초, 여기 1초)"
text::Line words_for_ratio(const SequenceRatio& ratio);

} // namespace widget

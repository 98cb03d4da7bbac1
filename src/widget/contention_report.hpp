#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lab/description.hpp"
#include "program/metric.hpp"
#include "widget/contention_widget.hpp"

namespace widget {

void add_contention_facts(const ContentionWidget& shown, lab::Description& description);
void add_contention_tables(const ContentionWidget& shown, lab::Description& description);

/// A number of a run as a reader sees it, by its unit.
text::Line shown_metric(const program::Metric& metric, double value);

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

#include <cmath>

#include "text/contention.hpp"
#include "text/contention_stage.hpp"
#include "text/metrics.hpp"
#include "widget/contention_report.hpp"
#include "widget/shown_time.hpp"
#include "widget/state_words.hpp"

namespace widget {
namespace {

using text::fill;
using text::Line;
namespace words = text::contention;

} // namespace

Line shown_metric(const program::Metric& metric, std::optional<double> known) {
    if (!known) return Line::same("–");
    const double value = *known;
    if (metric.unit == "1/s") return shown_rate(value);
    if (metric.unit == "ns") return shown_time(value);
    if (metric.unit == "s") return shown_time(value * 1e9);
    if (metric.id == "jain") return text::fixed(value, 3);
    if (metric.id == "mean_queue") return text::fixed(value, 2);
    if (metric.id.ends_with("utilisation") || metric.id.ends_with("share")) return shown_share(value);
    return text::grouped(std::llround(value));
}

std::vector<Figure> main_figures(const ContentionWidget& shown) {
    const program::Scenario& scenario = shown.scenario();
    std::vector<std::string_view> ids;
    if (!scenario.locks.empty())
        ids = {"throughput_per_s", "wait_p50_ns", "wait_p99_ns", "jain", "core_utilisation", "spin_cpu_s"};
    else if (program::has_gil(scenario))
        ids = {"core_utilisation", "gil_utilisation", "gil_wait_p99_ns", "gil_switches"};
    else
        ids = {"core_utilisation", "context_switches"};
    std::vector<Figure> figures;
    if (scenario.locks.empty()) figures.push_back({words::duration, shown_time(shown.results().elapsed_ns)});
    if (const std::optional<SequenceRatio>& ratio = shown.sequence_ratio())
        figures.push_back({words::fact_sequence_ratio, Line::same("×" + text::fixed(ratio->value(), 2).en)});
    for (const std::string_view id : ids) {
        const program::Metric& metric = *program::find_metric(id);
        figures.push_back({metric.name, shown_metric(metric, value_of(metric, scenario, shown.results()))});
    }
    for (std::size_t v = 0; v < scenario.variables.size() && figures.size() < 6; ++v)
        figures.push_back({fill(words::fact_variable, {Line::same(scenario.variables[v].name)}),
                           text::grouped(shown.history().machine().variable(static_cast<int>(v)))});
    return figures;
}

Line contention_state(trace::State state) {
    if (state == trace::State::wait_lock) return words::state_wait;
    return words_for(state);
}

Line contention_group(std::string_view group) {
    return group == "threads" ? words::column_thread : group == "locks" ? words::column_lock : words::lane_gil;
}

ShownWaits shown_waits(const ContentionWidget& shown) {
    if (!shown.scenario().locks.empty())
        return {words::histogram_heading, words::histogram_none, program::all_waits(shown.results())};
    if (program::has_gil(shown.scenario()))
        return {words::histogram_heading_gil, words::histogram_none_gil, program::all_gil_waits(shown.results())};
    return {words::histogram_heading, words::lock_none, {}};
}

Line words_for_doubling(std::string_view answer) {
    if (answer == "twice") return words::predict_twice;
    if (answer == "more") return words::predict_more;
    if (answer == "same") return words::predict_same;
    if (answer == "less") return words::predict_less;
    return words::predict_none;
}

Line words_for_verdict(const DoublingVerdict& verdict) {
    return fill(words::verdict, {text::grouped(verdict.threads), text::grouped(2LL * verdict.threads),
                                 text::fixed(verdict.ratio, 2), words_for_doubling(verdict.name)});
}

Line words_for_outcome(std::string_view predicted, const DoublingVerdict& verdict) {
    if (predicted.empty()) return words::prediction_missing;
    if (predicted == verdict.name) return words::prediction_right;
    return fill(words::prediction_wrong, {words_for_doubling(predicted)});
}

Line words_for_outcome(std::string_view predicted, const SequenceRatio& ratio) {
    if (predicted.empty()) return words::prediction_missing;
    if (predicted == ratio.name()) return words::prediction_right;
    const Line answer = predicted == "half"   ? words::predict_half
                        : predicted == "same" ? words::predict_equal
                                              : words::predict_longer;
    return fill(words::prediction_wrong, {answer});
}

Line words_for_ratio(const SequenceRatio& ratio) {
    return fill(words::sequence_ratio_is,
                {text::fixed(ratio.value(), 2), shown_time(ratio.sequence_ns), shown_time(ratio.own_ns)});
}

} // namespace widget

#include "program/line_of.hpp"
#include "sim/state_words.hpp"
#include "text/contention.hpp"
#include "text/contention_moments.hpp"
#include "text/contention_stage.hpp"
#include "widget/contention_report.hpp"
#include "widget/shown_time.hpp"
#include "widget/span_table.hpp"
#include "widget/wait_bins.hpp"

namespace widget {
namespace {

using text::Line;
namespace words = text::contention;

lab::Table metrics_table(const ContentionWidget& shown) {
    lab::Table table{
        "metrics", words::table_metrics, {words::column_metric, words::column_value, words::column_definition}, {}};
    for (const program::Metric& metric : program::metrics())
        table.rows.push_back(
            {metric.name, shown_metric(metric, value_of(metric, shown.scenario(), shown.results())),
             text::fill(words::with_source, {metric.definition, Line::same(std::string(metric.source))})});
    return table;
}

lab::Table threads_table(const ContentionWidget& shown) {
    const program::Scenario& scenario = shown.scenario();
    const sim::Machine& machine = shown.history().machine();
    const auto language = lab::find(shown.controls(), "code")->value == "python" ? program::CodeLanguage::python
                                                                                 : program::CodeLanguage::cpp;
    lab::Table table{
        "threads",
        words::table_threads,
        {words::column_thread, words::column_doing, words::column_core, words::column_line, words::column_explained},
        {}};
    for (std::size_t t = 0; t < scenario.threads.size(); ++t) {
        const sim::ThreadView thread = machine.thread(static_cast<int>(t));
        const auto instruction = static_cast<std::size_t>(thread.instruction);
        table.rows.push_back({Line::same(scenario.threads[t].name), sim::words_of(thread, scenario),
                              thread.core < 0 ? Line::same("–") : text::grouped(thread.core + 1),
                              Line::same(program::line_of(scenario, t, instruction, language)),
                              program::explain(scenario, t, instruction)});
    }
    return table;
}

/// "x = 12, y = 3"
Line data_of(const ContentionWidget& shown, const program::Lock& lock) {
    std::string data;
    for (const std::uint16_t v : lock.protects)
        data += (data.empty() ? "" : ", ") + shown.scenario().variables[v].name + " = " +
                std::to_string(shown.history().machine().variable(v));
    return Line::same(data.empty() ? "–" : data);
}

lab::Table locks_table(const ContentionWidget& shown) {
    const program::Scenario& scenario = shown.scenario();
    lab::Table table{"locks",
                     words::table_locks,
                     {words::column_lock, words::column_holder, words::column_waiters, words::column_data},
                     {}};
    for (std::size_t l = 0; l < scenario.locks.size(); ++l) {
        const sim::LockView lock = shown.history().machine().lock(static_cast<int>(l));
        table.rows.push_back({Line::same(scenario.locks[l].name), sim::words_of(lock, scenario),
                              sim::names_of(lock.waiters, scenario), data_of(shown, scenario.locks[l])});
    }
    return table;
}

lab::Table difference_table(const ContentionDifference& difference) {
    lab::Table table{
        "difference", difference.heading(), {words::column_what, words::column_before, words::column_after}, {}};
    for (const sim::DifferenceRow& row : difference.rows) table.rows.push_back({row.what, row.before, row.after});
    return table;
}

/// The histogram, its empty bins left out.
void add_wait_table(const ContentionWidget& shown, lab::Description& description) {
    const ShownWaits waits = shown_waits(shown);
    const WaitBins bins = wait_bins(waits.times);
    if (bins.empty()) return;
    lab::Table table{"waits", waits.heading, {words::column_wait, words::column_share}, {}};
    if (bins.no_wait > 0)
        table.rows.push_back({text::fill(words::wait_below, {shown_time(least_shown_ns)}), shown_share(bins.no_wait)});
    for (const WaitBin& bin : bins.bins)
        if (bin.share > 0)
            table.rows.push_back({text::fill(words::wait_between, {shown_time(bin.from_ns), shown_time(bin.to_ns)}),
                                  shown_share(bin.share)});
    description.tables.push_back(std::move(table));
}

lab::Table curve_table(const ContentionWidget& shown) {
    lab::Table table{
        "curve",
        words::table_curve,
        {words::column_kind, words::threads, words::column_throughput, words::column_bound, words::column_theory},
        {}};
    for (const Curve& curve : shown.sweep()->curves())
        for (const CurvePoint& point : curve.points) {
            Line bound = Line::same("–");
            Line theory = Line::same("–");
            if (const ContentionTheory* there = shown.theory_at(point.threads)) {
                bound = shown_rate(there->bound_per_s);
                if (there->predicted_per_s) theory = shown_rate(*there->predicted_per_s);
            }
            table.rows.push_back({program::traits_of(curve.kind).name, text::grouped(point.threads),
                                  shown_rate(point.throughput_per_s), std::move(bound), std::move(theory)});
        }
    return table;
}

} // namespace

lab::Table contention_spans(const ContentionWidget& shown) {
    const program::Scenario& scenario = shown.scenario();
    const auto of_span = [&](const trace::Span& span) {
        const Line state = contention_state(span.state);
        if (span.state == trace::State::held && span.detail < scenario.threads.size())
            return text::fill(words::state_of, {state, Line::same(scenario.threads[span.detail].name)});
        if (span.state == trace::State::queue) return text::fill(words::state_of, {state, text::grouped(span.detail)});
        return state;
    };
    return span_table(shown.history().trace(), {.group = contention_group,
                                                .state = contention_state,
                                                .span = of_span,
                                                .instant = shown_instant,
                                                .length = [](trace::Nanoseconds ns) { return shown_time(ns); }});
}

void add_contention_tables(const ContentionWidget& shown, lab::Description& description) {
    if (shown.history().recorded() > 0) description.tables.push_back(metrics_table(shown));
    description.tables.push_back(threads_table(shown));
    if (!shown.scenario().locks.empty()) description.tables.push_back(locks_table(shown));
    add_wait_table(shown, description);
    if (!shown.difference().rows.empty()) description.tables.push_back(difference_table(shown.difference()));
    if (shown.sweep() != nullptr && shown.is_diagnosed()) description.tables.push_back(curve_table(shown));
}

} // namespace widget

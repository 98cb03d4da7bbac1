#include "widget/contention_here.hpp"

#include <algorithm>
#include <cmath>

#include "measure/locks/spin_wait.hpp"
#include "text/contention.hpp"
#include "text/contention_here.hpp"
#include "text/contention_stage.hpp"
#include "widget/contention_report.hpp"
#include "widget/shown_cores.hpp"
#include "widget/shown_time.hpp"

namespace widget {
namespace {

using measure::Phase;
using program::Metric;
using text::fill;
using text::Line;
namespace words = text::contention;

} // namespace

ContentionHere::ContentionHere(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed)
    : scenario_(std::move(scenario)) {
    run_.start(*scenario_, seed);
}

Line ContentionHere::state() const {
    switch (run_.phase()) {
    case Phase::calibrating:
        return words::here_calibrating;
    case Phase::idle:
    case Phase::preparing:
    case Phase::warming:
        return words::here_preparing;
    case Phase::measuring:
        return words::here_measuring;
    case Phase::verifying:
        return words::here_gathering;
    case Phase::failed:
        return fill(words::here_failed, {run_.failure()});
    case Phase::finished:
    case Phase::cancelled:
        break;
    }
    return {};
}

/// What this machine does not tell is left out rather than shown as 0.
bool ContentionHere::is_observed(const Metric& metric) const {
    const measure::ScenarioOutcome& measured = *run_.outcome();
    if (metric.id == "line_transfers") return false;
    if (metric.id == "context_switches") return measured.knows_context_switches;
    if (metric.id == "core_utilisation") return measured.knows_core_time;
    if (metric.id == "lock_utilisation") return measured.knows_readers_time;
    return true;
}

void ContentionHere::describe(const program::Results& simulated, lab::Description& description) const {
    const measure::ScenarioOutcome* measured = run_.outcome();
    if (run_.discards() > 0) description.notices.push_back(words::here_discarded);
    if (has_failed()) description.notices.push_back(state());
    if (measured == nullptr) return;
    if (measured->trace_until_ns < measured->results.elapsed_ns)
        description.notices.push_back(fill(words::here_cut, {shown_time(measured->trace_until_ns)}));
    const auto add = [&](std::string id, double value, std::string_view unit, Line label, Line text) {
        description.facts.push_back(
            {"here." + std::move(id), machine_readable(value), std::string(unit), std::move(label), std::move(text)});
    };
    lab::Table table{"here",
                     words::table_here,
                     {words::column_metric, words::column_simulated, words::column_measured, words::column_difference},
                     {}};
    for (const Metric& metric : program::metrics()) {
        if (!applies(metric, *scenario_)) continue;
        const std::optional<double> before = value_of(metric, *scenario_, simulated);
        const std::optional<double> here = value_of(metric, *scenario_, measured->results);
        if (!is_observed(metric)) {
            table.rows.push_back({metric.name, shown_metric(metric, before), words::not_observed, Line::same("–")});
            continue;
        }
        if (here)
            add(std::string(metric.id), *here, metric.unit, fill(words::fact_here, {metric.name}),
                shown_metric(metric, here));
        if (here && before && *before > 0)
            add("ratio." + std::string(metric.id), *here / *before, "×", fill(words::fact_difference, {metric.name}),
                shown_difference(*before, *here));
        table.rows.push_back({metric.name, shown_metric(metric, before), shown_metric(metric, here),
                              here && before ? shown_difference(*before, *here) : Line::same("–")});
    }
    add("elapsed_ns", static_cast<double>(measured->results.elapsed_ns), "ns",
        fill(words::fact_here, {words::duration}), shown_time(measured->results.elapsed_ns));
    table.rows.push_back({words::duration, shown_time(simulated.elapsed_ns), shown_time(measured->results.elapsed_ns),
                          shown_difference(static_cast<double>(simulated.elapsed_ns),
                                           static_cast<double>(measured->results.elapsed_ns))});
    add("event_cost_ns", run_.event_cost_ns(), "ns", words::fact_event_cost, shown_time(run_.event_cost_ns()));
    add("effective_cores", run_.machine().effective_cores, "", words::fact_cores, shown_cores(run_.machine()));
    description.tables.push_back(std::move(table));
}

std::vector<Line> ContentionHere::remarks() const {
    const int cores = scenario_->scheduling.cores;
    std::vector<Line> remarks;
    if (std::abs(run_.machine().effective_cores - cores) > 0.35)
        remarks.push_back(fill(words::remark_cores, {text::grouped(cores), shown_cores(run_.machine())}));
    remarks.push_back(words::remark_costs);
    for (Line& remark : remarks_on_locks(*scenario_)) remarks.push_back(std::move(remark));
    remarks.push_back(fill(words::remark_recording, {shown_time(run_.event_cost_ns())}));
    return remarks;
}

std::vector<Line> remarks_on_locks(const program::Scenario& scenario) {
    const auto has = [&](auto is_such) {
        return std::ranges::any_of(scenario.locks, [&](const program::Lock& lock) { return is_such(lock.kind); });
    };
    std::vector<Line> remarks;
    // An adaptive lock sleeps before its patience ends.
    if (has([](program::LockKind kind) {
            return program::traits_of(kind).spins && kind != program::LockKind::adaptive;
        }))
        remarks.push_back(fill(words::remark_spin, {text::grouped(measure::SpinWait::turns_before_giving_way)}));
    if (has([](program::LockKind kind) { return kind == program::LockKind::backoff; }))
        remarks.push_back(fill(words::remark_backoff, {text::grouped(program::most_backoff_turns)}));
    if (has(program::is_reader_writer)) remarks.push_back(words::remark_reader_writer);
    return remarks;
}

Line ContentionHere::summary(const program::Results& simulated) const {
    const program::Results& measured = run_.outcome()->results;
    const double before = program::throughput_per_s(simulated);
    if (before > 0) {
        const double here = program::throughput_per_s(measured);
        return fill(words::here_finished, {shown_rate(before), shown_rate(here), shown_difference(before, here)});
    }
    return fill(words::here_finished_time, {shown_time(simulated.elapsed_ns), shown_time(measured.elapsed_ns),
                                            shown_difference(static_cast<double>(simulated.elapsed_ns),
                                                             static_cast<double>(measured.elapsed_ns))});
}

Line shown_difference(double simulated, double measured) {
    if (simulated <= 0) return Line::same(measured <= 0 ? "0 %" : "–");
    const double ratio = measured / simulated;
    if (ratio >= 2) return fill(words::difference_times, {text::fixed(ratio, ratio < 10 ? 1 : 0)});
    const double percent = 100 * (ratio - 1);
    const char* sign = percent >= 0.5 ? "+" : percent <= -0.5 ? "−" : "±";
    return fill(words::difference_percent, {Line::same(sign + text::fixed(std::abs(percent), 0).en)});
}

} // namespace widget

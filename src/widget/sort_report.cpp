#include "widget/sort_report.hpp"

#include <algorithm>
#include <cmath>

#include "text/sort.hpp"
#include "trace/json.hpp"
#include "widget/shown_cores.hpp"
#include "widget/sort_recorded.hpp"

namespace widget {
namespace {

using measure::Way;
using text::fill;
using text::fixed;
using text::Line;
namespace words = text::sort;

// Either end of a time is off by up to a step of the clock: two times of twenty have a ratio that is right to a tenth.
// In less than a millisecond a processor knows a repeated sort by heart (branch prediction, caches), and starting a
// thread takes as long.
constexpr double steps_to_tell = 2;
constexpr double steps_to_compare = 20;
constexpr double uncertainties_to_compare = 2; // a bound, on a busy machine far above how wrong the clocks are
constexpr double least_to_compare_s = 1e-3;

std::string machine_readable(double value) {
    return trace::json_number(std::round(value * 1e9) / 1e9);
}

void add_way_facts(const SortReport& report, Way way, lab::Description& description) {
    const WayReport& of = report.of(way);
    const std::string prefix = "way." + std::string(measure::name_of(way)) + ".";
    const Line name = words_for(way, report.units);
    const auto add = [&](const char* id, double value, const char* unit, const text::Sentence& label, Line shown) {
        description.facts.push_back(
            {prefix + id, machine_readable(value), unit, fill(label, {name}), std::move(shown)});
    };
    if (!of.unavailable.empty())
        description.facts.push_back(
            {prefix + "unavailable", "true", "", fill(words::fact_unavailable, {name}), of.unavailable});
    if (!of.measured()) return;
    if (of.timed()) add("wall_s", of.median_s, "s", words::fact_wall, words_for_seconds(of.median_s));
    if (!of.comparable())
        description.facts.push_back({prefix + "too_short", "true", "", fill(words::fact_too_short, {name}),
                                     of.timed() ? Line(words::too_short) : words_for_time(of)});
    if (of.comparable() && of.repetitions > 1)
        add("spread", of.spread_percent(), "%", words::fact_spread, words_for_spread(of));
    if (of.speedup > 0) {
        add("speedup", of.speedup, "×", words::fact_speedup, fill(words::times, {fixed(of.speedup, 2)}));
        add("efficiency", of.efficiency, "", words::fact_efficiency,
            fill(words::percent, {fixed(100 * of.efficiency, 0)}));
    }
    if (way == Way::gil) {
        add("hand_offs", of.hand_offs, "", words::fact_hand_offs, fixed(of.hand_offs, 0));
        add("switch_requests", of.switch_requests, "", words::fact_switch_requests, fixed(of.switch_requests, 0));
    }
    if (const auto verdict = of.verdict(report.units); verdict && !of.predicted.empty()) {
        const bool right = of.predicted == name_of(*verdict);
        description.facts.push_back({prefix + "prediction", right ? "right" : "wrong", "",
                                     fill(words::fact_prediction, {name}),
                                     words_for_outcome(of, *verdict, report.units)});
    }
}

Line shown_speedup(const SortReport& report, Way way) {
    const Line speedup = fill(words::times, {fixed(report.of(way).speedup, 2)});
    const Line cores = words_for_cores(report, way);
    return cores.empty() ? speedup : fill(words::beside, {speedup, cores});
}

Line words_for_range(const WayReport& way) {
    return Line::same(words_for_seconds(way.min_s).en + " – " + words_for_seconds(way.max_s).en);
}

lab::Table results_table(const SortReport& report) {
    lab::Table table{
        "results",
        words::results,
        {words::column_way, words::column_time, words::column_spread, words::column_speedup, words::column_efficiency},
        {}};
    for (const Way way : measure::all_ways) {
        const WayReport& of = report.of(way);
        const Line name = words_for(way, report.units);
        const Line dash = Line::same("–");
        if (!of.unavailable.empty())
            table.rows.push_back({name, of.unavailable, dash, dash, dash});
        else if (of.measured())
            table.rows.push_back({name, words_for_time(of), of.comparable() ? words_for_range(of) : dash,
                                  of.speedup > 0 ? shown_speedup(report, way) : dash,
                                  of.speedup > 0 ? fill(words::percent, {fixed(100 * of.efficiency, 0)}) : dash});
    }
    return table;
}

lab::Table recorded_table() {
    lab::Table table{"recorded",
                     words::recorded,
                     {words::column_source, words::column_sequence, words::column_threads, words::column_processes,
                      words::column_setup},
                     {}};
    const auto seconds = [](const RecordedSort& row, double value) {
        return value > 0 ? fill(words::seconds, {fixed(value, row.digits)}) : Line(words::not_recorded);
    };
    for (const RecordedSort& row : recorded_sorts)
        table.rows.push_back({row.label, seconds(row, row.sequence_s), seconds(row, row.threads_s),
                              seconds(row, row.processes_s), row.setup});
    return table;
}

void add_recorded_facts(lab::Description& description) {
    for (const RecordedSort& row : recorded_sorts) {
        const auto add = [&](const char* id, double value, const text::Sentence& label) {
            if (value > 0)
                description.facts.push_back({"recorded." + std::string(row.id) + "." + id, machine_readable(value), "s",
                                             Line(std::string(row.label.ko) + ": " + std::string(label.ko),
                                                  std::string(row.label.en) + ": " + std::string(label.en)),
                                             words_for_seconds(value)});
        };
        add("sequence_s", row.sequence_s, words::column_sequence);
        add("threads_s", row.threads_s, words::column_threads);
        add("processes_s", row.processes_s, words::column_processes);
    }
}

} // namespace

std::optional<Verdict> WayReport::verdict(int units) const {
    if (!measured() || speedup <= 0) return std::nullopt;
    const double ratio = 1 / speedup;
    constexpr double noise = 0.15; // within it two times count as the same
    if (ratio < (units == 2 ? 0.75 : 1 - noise)) return Verdict::half;
    return ratio > 1 + noise ? Verdict::more : Verdict::same;
}

bool SortReport::any() const {
    return std::ranges::any_of(ways, [](const WayReport& way) { return way.repetitions > 0; });
}

void summarise(WayReport& way, std::span<const measure::Repetition> repetitions) {
    std::vector<double> seconds;
    std::vector<double> hand_offs;
    std::vector<double> requests;
    way.verified = true;
    for (const measure::Repetition& repetition : repetitions) {
        seconds.push_back(static_cast<double>(repetition.wall_ns) * 1e-9);
        hand_offs.push_back(static_cast<double>(repetition.hand_offs));
        requests.push_back(static_cast<double>(repetition.switch_requests));
        way.verified = way.verified && repetition.verified;
    }
    way.repetitions = static_cast<int>(seconds.size());
    way.median_s = median_of(seconds);
    way.hand_offs = median_of(hand_offs);
    way.switch_requests = median_of(requests);
    way.min_s = seconds.empty() ? 0 : seconds.front();
    way.max_s = seconds.empty() ? 0 : seconds.back();
}

void compare(SortReport& report) {
    const double step_s = report.clock_step_ns * 1e-9;
    const WayReport& sequence = report.of(Way::sequence);
    for (const Way way : measure::all_ways) {
        WayReport& of = report.of(way);
        of.shortest_told_s = steps_to_tell * step_s;
        of.shortest_compared_s = std::max(least_to_compare_s, steps_to_compare * step_s);
        if (way == Way::processes)
            of.shortest_compared_s =
                std::max(of.shortest_compared_s, uncertainties_to_compare * report.clock_uncertainty_ns * 1e-9);
        of.speedup = of.comparable() && sequence.comparable() ? sequence.median_s / of.median_s : 0;
        of.efficiency = of.speedup / (way == Way::sequence ? 1 : report.units);
    }
}

void update(SortReport& report, const measure::SortExperiment& experiment, int units) {
    report.units = units;
    report.verified = true;
    for (const Way way : measure::all_ways) {
        summarise(report.of(way), experiment.repetitions(way));
        report.verified = report.verified && report.of(way).verified;
    }
    report.verified = report.verified && report.any();
    const measure::Machine& machine = experiment.machine();
    report.effective_cores = machine.effective_cores;
    report.calibrated_with = machine.calibrated_with;
    report.clock_step_ns = machine.clock_step_ns;
    report.clock_uncertainty_ns = machine.clock_uncertainty_ns;
    report.discarded = experiment.discards();
    compare(report);
}

namespace {

bool gave_few_cores(const SortReport& report) {
    constexpr double noise = 0.15; // of the calibration
    return report.any() && report.effective_cores > 0 && report.effective_cores < report.units - noise;
}

} // namespace

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::half:
        return "half";
    case Verdict::same:
        return "same";
    case Verdict::more:
        return "more";
    }
    return "";
}

Line words_for_outcome(const WayReport& way, Verdict verdict, int units) {
    if (way.predicted.empty()) return words::prediction_missing;
    if (way.predicted == name_of(verdict)) return words::prediction_right;
    return fill(words::prediction_wrong, {words_for_prediction(way.predicted, units)});
}

Line remark_on_cores(const SortReport& report) {
    if (!gave_few_cores(report)) return {};
    return fill(words::few_cores, {Line::same(std::to_string(report.units)), fixed(report.effective_cores, 2)});
}

Line words_for_cores(const SortReport& report, Way way) {
    const bool at_once = way == Way::threads || way == Way::processes;
    if (!at_once || report.of(way).speedup <= 0 || !gave_few_cores(report)) return {};
    return fill(words::cores_given, {fixed(report.effective_cores, 2)});
}

Line words_for_prediction(std::string_view prediction, int units) {
    if (prediction == "half") return units == 2 ? Line(words::predict_half) : Line(words::predict_less);
    if (prediction == "same") return words::predict_same;
    if (prediction == "more") return words::predict_more;
    return words::predict_none;
}

Line words_for(Way way, int units) {
    const Line count = Line::same(std::to_string(units));
    switch (way) {
    case Way::sequence:
        return words::way_sequence;
    case Way::threads:
        return fill(words::way_threads, {count});
    case Way::gil:
        return fill(words::way_gil, {count});
    case Way::processes:
        return fill(words::way_processes, {count});
    case Way::count:
        break;
    }
    return {};
}

Line words_for_seconds(double seconds) {
    if (seconds >= 10) return fill(words::seconds, {fixed(seconds, 1)});
    if (seconds >= 1) return fill(words::seconds, {fixed(seconds, 2)});
    if (seconds >= 0.1) return fill(words::milli, {fixed(seconds * 1e3, 0)});
    if (seconds >= 1e-3) return fill(words::milli, {fixed(seconds * 1e3, 1)});
    if (seconds >= 1e-6) return fill(words::micro, {fixed(seconds * 1e6, 1)});
    return fill(words::nano, {fixed(seconds * 1e9, 0)});
}

Line words_for_figure(const WayReport& way) {
    return way.timed() ? words_for_seconds(way.median_s)
                       : fill(words::less_than, {words_for_seconds(way.shortest_told_s)});
}

Line words_for_time(const WayReport& way) {
    const Line figure = words_for_figure(way);
    if (!way.timed()) return fill(words::below_clock, {figure});
    return way.comparable() ? figure : fill(words::beside, {figure, words::too_short});
}

Line words_for_spread(const WayReport& way) {
    return way.repetitions < 2 || !way.comparable() ? Line::same("–")
                                                    : fill(words::percent, {fixed(way.spread_percent(), 1)});
}

Line words_for_bytes(std::uint64_t bytes) {
    const auto amount = static_cast<double>(bytes);
    return amount >= 1e9 ? fill(words::gigabytes, {fixed(amount * 1e-9, 1)})
                         : fill(words::megabytes, {fixed(std::max(1.0, amount * 1e-6), 0)});
}

void describe(const SortReport& report, lab::Description& description) {
    for (const Way way : measure::all_ways) add_way_facts(report, way, description);
    const auto add = [&](const char* id, std::string value, const char* unit, const text::Sentence& label, Line shown) {
        description.facts.push_back({id, std::move(value), unit, label, std::move(shown)});
    };
    if (Line remark = remark_on_cores(report); !remark.empty())
        add("few_cores", "true", "", words::fact_few_cores, std::move(remark));
    if (report.effective_cores > 0) {
        add("effective_cores", machine_readable(report.effective_cores), "", words::fact_effective_cores,
            shown_cores(report.effective_cores, report.calibrated_with));
        add("clock_step_us", machine_readable(report.clock_step_ns * 1e-3), "µs", words::fact_clock_step,
            words_for_seconds(report.clock_step_ns * 1e-9));
        add("clock_uncertainty_us", machine_readable(report.clock_uncertainty_ns * 1e-3), "µs",
            words::fact_clock_uncertainty, words_for_seconds(report.clock_uncertainty_ns * 1e-9));
    }
    if (report.any())
        add("verified", report.verified ? "true" : "false", "", words::fact_verified,
            report.verified ? words::yes : words::no);
    if (report.discarded > 0)
        add("discarded", std::to_string(report.discarded), "", words::fact_discarded,
            Line::same(std::to_string(report.discarded)));
    add_recorded_facts(description);
    description.tables.push_back(results_table(report));
    description.tables.push_back(recorded_table());
}

double median_of(std::vector<double>& values) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace widget

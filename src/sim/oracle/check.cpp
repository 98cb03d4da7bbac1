#include "sim/oracle/check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <initializer_list>

#include "sim/oracle/rows.hpp"
#include "text/sim.hpp"

namespace sim::oracle {
namespace {

/// The one table of files that are known, the most particular first: the first whose columns are all there.
struct Known {
    const char* kind;
    std::initializer_list<std::string_view> columns;
    RowResult (*run)(const CsvTable&, std::size_t, const Settings&);
};

const Known known[] = {
    {"deterministic_handoff",
     {"handoff_ticks", "Z_over_S", "N", "S_ticks", "Z_ticks", "cycles_per_thread", "makespan_ticks", "total_wait_ticks",
      "contended_acquires", "run_X_times_S"},
     run_deterministic},
    {"deterministic",
     {"Z_over_S", "N", "start", "S_ticks", "Z_ticks", "cycles_per_thread", "makespan_ticks", "total_wait_ticks",
      "contended_acquires", "lock_busy_fraction", "steady_X_times_S", "steady_W_over_S", "run_X_times_S"},
     run_deterministic},
    {"mva_exponential", {"Z_over_S", "N", "X", "R", "W", "Q", "U", "p_lock_free_time_avg"}, run_closed_network},
    {"md1n_exact", {"Z_over_S", "N", "X", "R", "W", "Q", "U"}, run_closed_network},
    {"ticket_model", {"lock", "a", "s", "c", "n", "X", "Q_at_lock"}, run_ticket_model},
    {"gil_slices",
     {"interval_us", "cpu_threads", "switch_cost_us", "ideal_run_slice_us", "ideal_total_efficiency",
      "ideal_share_per_thread", "ideal_gap_between_own_slices_us", "ideal_io_thread_gil_wait_us_if_any_cpu_thread"},
     run_gil_slices},
};

std::string digits(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.12g", value);
    return text;
}

} // namespace

void RowResult::equal(const CsvTable& table, std::size_t row, const char* column, double simulated) {
    const std::string& expected = table.text(row, column);
    const std::string found = digits(simulated);
    values.push_back({column, expected, found, digits(table.number(row, column)) == found});
}

void RowResult::near(const char* column, double expected, double simulated, double share) {
    const bool agrees = std::abs(simulated - expected) <= share * std::abs(expected) + 1e-12;
    values.push_back({column, digits(expected), digits(simulated), agrees});
}

void RowResult::inside(double expected, double mean, double half_width) {
    ++intervals;
    // Values that cannot vary have an interval of no width: rounding must not count.
    if (std::abs(mean - expected) > half_width + 1e-9 * std::abs(expected)) ++outside;
}

Report check(std::string_view csv, const Settings& settings) {
    Report report;
    const CsvTable table = read_csv(csv);
    const Known* found = nullptr;
    for (const Known& each : known)
        if (found == nullptr && table.has(each.columns)) found = &each;
    if (found == nullptr) {
        report.refusal = text::sim::unknown_oracle;
        return report;
    }
    report.kind = found->kind;
    const auto stride = static_cast<std::size_t>(std::max(1, settings.every));
    for (auto row = static_cast<std::size_t>(settings.first); row < table.rows.size(); row += stride) {
        const RowResult result = found->run(table, row, settings);
        const text::Line line = text::grouped(table.lines[row]);
        report.intervals += result.intervals;
        report.outside += result.outside;
        report.events += result.events;
        bool agrees = !result.values.empty();
        for (const Compared& each : result.values) {
            if (each.agrees) continue;
            agrees = false;
            report.differences.push_back(text::fill(
                text::sim::oracle_difference, {line, text::Line::same(each.column), text::Line::same(each.expected),
                                               text::Line::same(each.simulated)}));
        }
        if (result.values.empty()) report.differences.push_back(text::fill(text::sim::oracle_bad_row, {line}));
        ++(agrees ? report.agree : report.differ);
        if (!agrees && !result.is_decided) report.undecided.push_back(static_cast<int>(row));
    }
    return report;
}

text::Line summary(const Report& report) {
    if (!report.refusal.empty()) return report.refusal;
    text::Line all = text::fill(text::sim::oracle_summary, {text::grouped(report.agree), text::grouped(report.differ)});
    const auto append = [&](const text::Line& line) {
        all.ko += "\n" + line.ko;
        all.en += "\n" + line.en;
    };
    if (report.intervals > 0)
        append(text::fill(text::sim::oracle_outside, {text::grouped(report.outside), text::grouped(report.intervals),
                                                      text::fixed(100.0 * report.outside / report.intervals, 2)}));
    for (const text::Line& each : report.differences) append(each);
    return all;
}

} // namespace sim::oracle

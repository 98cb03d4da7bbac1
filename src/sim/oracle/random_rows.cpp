#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "program/builder.hpp"
#include "sim/machine.hpp"
#include "sim/oracle/rows.hpp"

namespace sim::oracle {
namespace {

using program::Nanoseconds;
using program::TimeLaw;

constexpr int batches = 30;
constexpr double t_quantile = 2.756; ///< Student's t, 99 % two-sided, 29 degrees of freedom
constexpr double x_tolerance = 0.01;
constexpr double wait_tolerance = 0.03;

/// Means of a run and how far they vary between batches.
struct Estimate {
    double mean = 0;
    double half_width = 0;
};

Estimate estimate(const std::array<double, batches>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    const double mean = sum / batches;
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, t_quantile * std::sqrt(squares / (batches - 1) / batches)};
}

/// Threads that think and then hold one lock for a section, as long as it takes to see so many sections at the rate
/// that is expected.
struct Network {
    int threads;
    program::LockKind kind;
    Nanoseconds handoff_ns;
    TimeLaw section;
    TimeLaw think;
    double sections_per_ns;
    double sections = 0;
};

struct Outcome {
    Estimate x; ///< sections per ns
    Estimate r; ///< ns from request to release
    Estimate w; ///< ns from request to acquire
    std::int64_t events = 0;
};

Outcome run(const Network& network, std::uint64_t seed) {
    program::Builder b("oracle");
    b.cores(network.threads).costs(program::Costs::free());
    const auto m = b.lock("m", network.kind, network.handoff_ns);
    b.threads("T", network.threads).compute(network.think).lock(m).compute(network.section).unlock(m).forever();
    Machine machine(std::make_shared<const program::Scenario>(b.build()), seed);

    const double batch_ns = network.sections / network.sections_per_ns / batches;
    constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    std::array<double, batches> x{};
    std::array<double, batches> r{};
    std::array<double, batches> w{};
    program::LockResult before;
    for (int i = -1; i < batches; ++i) { // the first is for warming up
        machine.run(static_cast<Nanoseconds>(batch_ns * (i + 2)), no_limit);
        const program::LockResult now = machine.results().locks[0];
        if (i >= 0) {
            const auto at = static_cast<std::size_t>(i);
            const auto acquires = static_cast<double>(now.acquires - before.acquires);
            const auto waited = static_cast<double>(now.wait_ns - before.wait_ns);
            const auto held = static_cast<double>(now.held_ns - before.held_ns);
            x[at] = acquires / batch_ns;
            w[at] = waited / acquires;
            r[at] = (waited + held) / acquires;
        }
        before = now;
    }
    return {estimate(x), estimate(r), estimate(w), machine.events()};
}

bool is_sharp(const Estimate& estimate, double tolerance) {
    return estimate.half_width <= tolerance / 2 * std::abs(estimate.mean);
}

/// Runs long enough for intervals half as wide as the tolerances: a short run tells how long that is. Rare waits vary
/// most, and so does a crowd that forms and dissolves seldom.
Outcome run_until_sharp(Network network, const Settings& settings) {
    Outcome all;
    for (network.sections = 2e5 * settings.effort;; network.sections *= 4) {
        const std::int64_t before = all.events;
        all = run(network, settings.seed);
        all.events += before;
        const bool sharp =
            is_sharp(all.x, x_tolerance) && is_sharp(all.r, wait_tolerance) && is_sharp(all.w, wait_tolerance);
        if (sharp || network.sections > 1e8 * settings.effort) return all;
    }
}

void compare(RowResult& result, const char* column, double expected, const Estimate& found, double unit,
             double tolerance) {
    result.near(column, expected, found.mean * unit, tolerance);
    result.inside(expected, found.mean * unit, found.half_width * unit);
}

} // namespace

/// One lock and threads that think: exponential sections (MVA) or constant ones (M/D/1//N). S is 10 µs.
RowResult run_closed_network(const CsvTable& table, std::size_t row, const Settings& settings) {
    RowResult result;
    constexpr Nanoseconds section_ns = 10'000;
    const double ratio = table.number(row, "Z_over_S");
    const auto threads = static_cast<int>(table.integer(row, "N"));
    const double x = table.number(row, "X");
    if (threads < 1 || threads > program::most_cores || !(ratio >= 0) || ratio > 1e6 || !(x > 0)) return result;
    const bool is_constant = table.column("p_lock_free_time_avg") < 0;
    const double wait = table.number(row, "W");
    const Outcome found =
        run_until_sharp({threads, program::LockKind::fifo, 0,
                         is_constant ? TimeLaw::constant(section_ns) : TimeLaw::exponential(section_ns),
                         TimeLaw::exponential(std::llround(ratio * section_ns)), x / section_ns},
                        settings);
    compare(result, "X", x, found.x, section_ns, x_tolerance);
    compare(result, "R", table.number(row, "R"), found.r, 1.0 / section_ns, wait_tolerance);
    compare(result, "W", wait, found.w, 1.0 / section_ns, wait_tolerance);
    result.events = found.events;
    return result;
}

/// A lock whose hand-off slows down with its waiters, or does not. A unit of time is 1 µs; R is Q / X by Little's law.
RowResult run_ticket_model(const CsvTable& table, std::size_t row, const Settings& settings) {
    RowResult result;
    constexpr Nanoseconds unit_ns = 1'000;
    const std::string& kind = table.text(row, "lock");
    const auto threads = static_cast<int>(table.integer(row, "n"));
    const Nanoseconds outside = table.integer(row, "a");
    const Nanoseconds section = table.integer(row, "s");
    const double x = table.number(row, "X");
    if (threads < 1 || threads > program::most_cores || outside < 0 || section < 1 || !(x > 0)) return result;
    if (kind != "nonscalable" && kind != "queue") return result;
    const double r = table.number(row, "Q_at_lock") / x;
    const Outcome found =
        run_until_sharp({threads, kind == "queue" ? program::LockKind::queued : program::LockKind::crowded,
                         table.integer(row, "c") * unit_ns, TimeLaw::exponential(section * unit_ns),
                         TimeLaw::exponential(outside * unit_ns), x / unit_ns},
                        settings);
    compare(result, "X", x, found.x, unit_ns, x_tolerance);
    compare(result, "Q_at_lock / X", r, found.r, 1.0 / unit_ns, wait_tolerance);
    result.events = found.events;
    return result;
}

} // namespace sim::oracle

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "program/builder.hpp"
#include "sim/machine.hpp"
#include "sim/oracle/rows.hpp"

namespace sim::oracle {
namespace {

using program::Nanoseconds;
using program::TimeLaw;

constexpr std::size_t least_batches = 64;
constexpr std::size_t more_batches = 16; ///< after which it is looked again whether they decide
constexpr double t_quantile = 2.656;     ///< Student's t, 99 % two-sided, 63 degrees of freedom; of more it is less
constexpr double x_tolerance = 0.01;
constexpr double wait_tolerance = 0.03;
constexpr double first_sections = 2e4;
constexpr double precise = 0.7; ///< half of an interval, over the tolerance: a mean outside of it is no chance
constexpr double most_sections = 2e8;

/// Threads that think and then hold one lock for a section, and what is expected of them.
struct Network {
    int threads;
    program::LockKind kind;
    Nanoseconds handoff_ns;
    TimeLaw section;
    TimeLaw think;
    double x;     ///< sections per ns, for the length of a run
    bool knows_w; ///< the time from request to acquire
};

/// What happened in one part of a run.
struct Batch {
    double acquires = 0;
    double waited_ns = 0;
    double held_ns = 0;

    Batch& operator+=(const Batch& other) {
        acquires += other.acquires;
        waited_ns += other.waited_ns;
        held_ns += other.held_ns;
        return *this;
    }
};

/// A mean and how far it varies between batches.
struct Estimate {
    double mean = 0;
    double half_width = 0;

    /// Whatever is expected: a run that ended as soon as its mean came near that would prove nothing.
    bool is_precise(double tolerance) const { return half_width <= precise * tolerance * mean; }
};

template <typename Value>
Estimate estimate(const std::vector<Batch>& all, Value value) {
    const auto count = static_cast<double>(all.size());
    double sum = 0;
    double squares = 0;
    for (const Batch& each : all) sum += value(each);
    const double mean = sum / count;
    for (const Batch& each : all) squares += (value(each) - mean) * (value(each) - mean);
    return {mean, t_quantile * std::sqrt(squares / (count - 1) / count)};
}

struct Outcome {
    Estimate x;
    Estimate r;
    Estimate w;
    bool is_decided = false; ///< the intervals are narrow enough; else the run became too long
    std::int64_t events = 0;
};

Batch difference(const program::LockResult& now, const program::LockResult& before) {
    return {static_cast<double>(now.acquires - before.acquires), static_cast<double>(now.wait_ns - before.wait_ns),
            static_cast<double>(now.held_ns - before.held_ns)};
}

/// Runs until the intervals are narrow. Whenever there are twice as many batches as are needed, they are put together
/// in pairs, so that they grow with the run. Rare waits vary most, and so does a crowd that forms and dissolves seldom.
Outcome run(const Network& network, const Settings& settings) {
    program::Builder b("oracle");
    b.cores(network.threads).costs(program::Costs::free());
    const auto m = b.lock("m", network.kind, network.handoff_ns);
    b.threads("T", network.threads).compute(network.think).lock(m).compute(network.section).unlock(m).forever();
    Machine machine(std::make_shared<const program::Scenario>(b.build()), settings.seed);

    constexpr auto no_limit = std::numeric_limits<std::int64_t>::max();
    auto batch_ns = static_cast<Nanoseconds>(first_sections / network.x / least_batches);
    const auto most_ns = static_cast<Nanoseconds>(most_sections * settings.effort / network.x);
    machine.run(8 * batch_ns, no_limit); // warms up
    program::LockResult before = machine.results().locks[0];
    std::vector<Batch> all;
    for (std::size_t wanted = least_batches;; wanted += more_batches) {
        if (wanted > 2 * least_batches) {
            for (std::size_t i = 0; 2 * i < all.size(); ++i) {
                all[i] = all[2 * i];
                all[i] += all[2 * i + 1];
            }
            all.resize(least_batches);
            batch_ns *= 2;
            wanted = least_batches + more_batches;
        }
        while (all.size() < wanted) {
            machine.run(machine.now_ns() + batch_ns, no_limit);
            const program::LockResult now = machine.results().locks[0];
            all.push_back(difference(now, before));
            before = now;
        }
        const auto length = static_cast<double>(batch_ns);
        Outcome found{estimate(all, [&](const Batch& each) { return each.acquires / length; }),
                      estimate(all, [](const Batch& each) { return (each.waited_ns + each.held_ns) / each.acquires; }),
                      estimate(all, [](const Batch& each) { return each.waited_ns / each.acquires; })};
        found.is_decided = found.x.is_precise(x_tolerance) && found.r.is_precise(wait_tolerance) &&
                           (!network.knows_w || found.w.is_precise(wait_tolerance));
        found.events = machine.events();
        if (found.is_decided || machine.now_ns() > most_ns) return found;
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
    const double r = table.number(row, "R");
    const Outcome found = run({threads, program::LockKind::fifo, 0,
                               is_constant ? TimeLaw::constant(section_ns) : TimeLaw::exponential(section_ns),
                               TimeLaw::exponential(std::llround(ratio * section_ns)), x / section_ns, true},
                              settings);
    compare(result, "X", x, found.x, section_ns, x_tolerance);
    compare(result, "R", r, found.r, 1.0 / section_ns, wait_tolerance);
    compare(result, "W", wait, found.w, 1.0 / section_ns, wait_tolerance);
    result.is_decided = found.is_decided;
    result.events = found.events;
    return result;
}

/// A lock whose hand-off slows down with its waiters, or does not. A unit of time is 1 µs; R is Q / X by Little's law.
RowResult run_ticket_model(const CsvTable& table, std::size_t row, const Settings& settings) {
    RowResult result;
    constexpr Nanoseconds unit_ns = 1'000;
    const std::string& kind = table.text(row, "lock");
    const auto threads = static_cast<int>(table.integer(row, "n"));
    const double outside = table.number(row, "a");
    const double section = table.number(row, "s");
    const double handoff = table.number(row, "c");
    const double x = table.number(row, "X");
    const auto is_time = [](double units) { return units >= 0 && units <= 1e9; };
    if (threads < 1 || threads > program::most_cores || !(x > 0)) return result;
    if (!is_time(outside) || !is_time(section) || !is_time(handoff) || section * unit_ns < 1) return result;
    if (kind != "nonscalable" && kind != "queue") return result;
    const double r = table.number(row, "Q_at_lock") / x;
    const Outcome found = run({threads, kind == "queue" ? program::LockKind::queued : program::LockKind::crowded,
                               std::llround(handoff * unit_ns), TimeLaw::exponential(std::llround(section * unit_ns)),
                               TimeLaw::exponential(std::llround(outside * unit_ns)), x / unit_ns, false},
                              settings);
    compare(result, "X", x, found.x, unit_ns, x_tolerance);
    compare(result, "Q_at_lock / X", r, found.r, 1.0 / unit_ns, wait_tolerance);
    result.is_decided = found.is_decided;
    result.events = found.events;
    return result;
}

} // namespace sim::oracle

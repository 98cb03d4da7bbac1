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

constexpr double us = 1'000;

/// From a thread's first bytecode with the GIL to its last.
struct Slice {
    int thread;
    Nanoseconds begin_ns;
    Nanoseconds end_ns;
};

/// Threads that only compute, under the GIL of CPython since 3.2, on as many cores. Of the costs only waking remains,
/// which a switch has twice: the holder wakes the next, and the next tells it that the switch is done.
program::Builder computing(int threads, Nanoseconds interval_ns, Nanoseconds switch_ns) {
    program::Builder b("oracle");
    program::Costs costs = program::Costs::free();
    costs.wake_ns = switch_ns / 2;
    b.cores(threads + 1).costs(costs);
    program::Interpreter interpreter;
    interpreter.name = "python";
    interpreter.gil = program::GilKind::timed;
    interpreter.interval_ns = interval_ns;
    interpreter.bytecode_ns = 50;
    const auto python = b.interpreter(interpreter);
    b.threads("T", threads).on(python).compute(program::most_time_ns).forever();
    return b;
}

std::vector<Slice> slices_of(Machine& machine, std::size_t count, std::int64_t most_steps) {
    std::vector<Slice> slices;
    for (std::int64_t i = 0; i < most_steps && slices.size() <= count; ++i) {
        const Happening each = machine.step();
        if (each.did == Did::gil_took) slices.push_back({each.thread, each.at_ns + each.value, -1});
        if (each.did == Did::gil_dropped) slices.back().end_ns = each.at_ns;
        if (each.did == Did::nothing) break;
    }
    if (!slices.empty() && slices.back().end_ns < 0) slices.pop_back();
    return slices;
}

/// The value that all have, or -1.
double common(const std::vector<Nanoseconds>& values) {
    const bool all_same = !values.empty() && std::ranges::all_of(values, [&](auto v) { return v == values.front(); });
    return all_same ? static_cast<double>(values.front()) : -1;
}

/// How long a thread waits for the GIL when it comes back from I/O and one other thread computes: to its first
/// bytecode.
double wait_after_io(Nanoseconds interval_ns, Nanoseconds switch_ns) {
    program::Builder b = computing(1, interval_ns, switch_ns);
    const auto disk = b.device("disk");
    b.thread("io").io(disk, 10 * interval_ns).set(0).forever();
    Machine machine(std::make_shared<const program::Scenario>(b.build()), 1);
    std::vector<Nanoseconds> waits;
    Nanoseconds back_ns = -1;
    while (waits.size() < 20) {
        const Happening each = machine.step();
        if (each.did == Did::nothing) return -1;
        if (each.did == Did::io_ended) back_ns = each.at_ns;
        if (each.did == Did::gil_took && each.thread == 1 && back_ns >= 0)
            waits.push_back(each.at_ns + each.value - back_ns);
    }
    return common(waits);
}

} // namespace

RowResult run_gil_slices(const CsvTable& table, std::size_t row, const Settings&) {
    RowResult result;
    const auto threads = static_cast<int>(table.integer(row, "cpu_threads"));
    const double interval_us = table.number(row, "interval_us");
    const double switch_us = table.number(row, "switch_cost_us");
    if (threads < 1 || threads >= program::most_cores || !(interval_us >= 1 && interval_us <= 1e9)) return result;
    if (!(switch_us >= 0 && switch_us <= 1e9)) return result;
    const Nanoseconds interval_ns = std::llround(interval_us * us);
    const Nanoseconds switch_ns = std::llround(switch_us * us);
    Machine machine(std::make_shared<const program::Scenario>(computing(threads, interval_ns, switch_ns).build()), 1);
    const std::vector<Slice> all = slices_of(machine, 200, 20'000);
    result.events = machine.events();

    double slice_us = std::numeric_limits<double>::infinity();
    double efficiency = 1;
    double gap_us = 0;
    if (threads > 1) {
        std::vector<Nanoseconds> slices;
        std::vector<Nanoseconds> switches;
        std::vector<Nanoseconds> gaps; // from the first bytecode of the next to the own next first one
        // All begin at one instant, where ties decide; two rounds later the turns are regular.
        for (std::size_t i = 2 * static_cast<std::size_t>(threads); i + 1 < all.size(); ++i) {
            slices.push_back(all[i].end_ns - all[i].begin_ns);
            switches.push_back(all[i + 1].begin_ns - all[i].end_ns);
            for (std::size_t j = i + 1; j < all.size(); ++j)
                if (all[j].thread == all[i].thread) {
                    gaps.push_back(all[j].begin_ns - all[i + 1].begin_ns);
                    break;
                }
        }
        slice_us = common(slices) / us;
        gap_us = common(gaps) / us;
        efficiency = common(slices) / (common(slices) + common(switches));
    }
    result.equal(table, row, "ideal_run_slice_us", slice_us);
    result.equal(table, row, "ideal_total_efficiency", efficiency);
    result.equal(table, row, "ideal_share_per_thread", efficiency / threads);
    result.equal(table, row, "ideal_gap_between_own_slices_us", gap_us);
    result.equal(table, row, "ideal_io_thread_gil_wait_us_if_any_cpu_thread",
                 wait_after_io(interval_ns, switch_ns) / us);
    return result;
}

} // namespace sim::oracle

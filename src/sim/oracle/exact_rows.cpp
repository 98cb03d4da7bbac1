#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "program/builder.hpp"
#include "sim/machine.hpp"
#include "sim/oracle/rows.hpp"

namespace sim::oracle {
namespace {

using program::Nanoseconds;

struct Acquire {
    Nanoseconds at_ns;
    Nanoseconds waited_ns;
};

/// The wait in the middle third of a run, which is steady: nothing when nobody acquires there, not a number (which
/// equals nothing) when the waits are not all the same.
std::optional<double> steady_wait(const std::vector<Acquire>& acquires, Nanoseconds makespan_ns) {
    std::optional<double> wait;
    for (const Acquire& each : acquires) {
        if (3 * each.at_ns <= makespan_ns || 3 * each.at_ns >= 2 * makespan_ns) continue;
        if (wait && *wait != static_cast<double>(each.waited_ns)) return std::numeric_limits<double>::quiet_NaN();
        wait = static_cast<double>(each.waited_ns);
    }
    return wait;
}

} // namespace

/// One tick is one nanosecond.
RowResult run_deterministic(const CsvTable& table, std::size_t row, const Settings&) {
    RowResult result;
    const auto threads = static_cast<int>(table.integer(row, "N"));
    const Nanoseconds section_ns = table.integer(row, "S_ticks");
    const Nanoseconds think_ns = table.integer(row, "Z_ticks");
    const long long cycles = table.integer(row, "cycles_per_thread");
    const bool has_starts = table.column("start") >= 0;
    const std::string start = has_starts ? table.text(row, "start") : "request";
    const Nanoseconds handoff_ns = has_starts ? 0 : table.integer(row, "handoff_ticks");
    if (threads < 1 || threads > program::most_cores || cycles < 1 || section_ns < 1) return result;

    program::Builder b("oracle");
    b.cores(threads).costs(program::Costs::free());
    const auto m = b.lock("m", program::LockKind::fifo, handoff_ns);
    for (int i = 0; i < threads; ++i) {
        program::CodeBuilder& t = b.thread("T" + std::to_string(i + 1));
        if (start == "staggered") t.starts_at(i * section_ns);
        if (start == "think") t.compute(think_ns);
        t.lock(m).compute(section_ns).unlock(m);
        if (cycles > 1)
            t.loop(cycles - 1,
                   [&](program::CodeBuilder& again) { again.compute(think_ns).lock(m).compute(section_ns).unlock(m); });
    }
    auto scenario = std::make_shared<const program::Scenario>(b.build());
    if (!program::find_fault(*scenario).empty()) return result;
    Machine machine(std::move(scenario), 1);
    std::vector<Acquire> acquires;
    Nanoseconds makespan_ns = 0;
    for (Happening each = machine.step(); each.did != Did::nothing; each = machine.step()) {
        if (each.did == Did::acquired || each.did == Did::got) acquires.push_back({each.at_ns, each.value});
        if (each.did == Did::released || each.did == Did::handed_off) makespan_ns = each.at_ns;
    }
    result.events = machine.steps();
    const program::LockResult lock = machine.results().locks[0];
    const auto makespan = static_cast<double>(makespan_ns);
    const auto section = static_cast<double>(section_ns);
    result.equal(table, row, "makespan_ticks", makespan);
    result.equal(table, row, "total_wait_ticks", static_cast<double>(lock.wait_ns));
    result.equal(table, row, "contended_acquires", static_cast<double>(lock.contended));
    result.equal(table, row, "run_X_times_S", static_cast<double>(lock.acquires) * section / makespan);
    if (!has_starts) return result;
    result.equal(table, row, "lock_busy_fraction", static_cast<double>(lock.held_ns) / makespan);
    if (const std::optional<double> wait = steady_wait(acquires, makespan_ns)) {
        result.equal(table, row, "steady_W_over_S", *wait / section);
        result.equal(table, row, "steady_X_times_S",
                     threads * section / (static_cast<double>(think_ns) + section + *wait));
    }
    return result;
}

} // namespace sim::oracle

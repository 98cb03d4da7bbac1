#include "sim/difference.hpp"

namespace sim {
namespace {

constexpr int nobody = -1;

template <typename Value>
void note(std::vector<Change<Value>>& changes, int index, Value before, Value after) {
    if (!(before == after)) changes.push_back({index, std::move(before), std::move(after)});
}

/// A number that is the same at both moments is left at 0, so that nothing differs when nothing does.
template <typename Value>
Change<Value> noted(Value before, Value after) {
    return before == after ? Change<Value>{} : Change<Value>{0, before, after};
}

std::vector<int> threads_on_cores(const Machine& machine) {
    std::vector<int> on(static_cast<std::size_t>(machine.scenario().scheduling.cores), nobody);
    for (int t = 0; t < static_cast<int>(machine.scenario().threads.size()); ++t)
        if (const int core = machine.thread(t).core; core >= 0) on[static_cast<std::size_t>(core)] = t;
    return on;
}

LockView gil_of(const Machine& machine, int interpreter) {
    LockView gil{machine.gil_holder(interpreter), 0, {}};
    for (int t = 0; t < static_cast<int>(machine.scenario().threads.size()); ++t)
        if (machine.thread(t).doing == Doing::waits_gil &&
            machine.scenario().threads[static_cast<std::size_t>(t)].interpreter == interpreter)
            gil.waiters.push_back(t);
    return gil;
}

} // namespace

Difference difference(const Machine& before, const Machine& after) {
    const program::Scenario& scenario = before.scenario();
    const auto count = [](const auto& all) { return static_cast<int>(all.size()); };
    Difference out;
    out.steps = noted(before.steps(), after.steps());
    out.clock_ns = noted(before.now_ns(), after.now_ns());
    out.printed =
        noted(static_cast<std::int64_t>(before.printed().size()), static_cast<std::int64_t>(after.printed().size()));
    for (int t = 0; t < count(scenario.threads); ++t) note(out.threads, t, before.thread(t), after.thread(t));
    const std::vector<int> had = threads_on_cores(before);
    const std::vector<int> have = threads_on_cores(after);
    for (std::size_t core = 0; core < had.size(); ++core)
        note(out.cores, static_cast<int>(core), had[core], have[core]);
    for (int l = 0; l < count(scenario.locks); ++l) note(out.locks, l, before.lock(l), after.lock(l));
    for (int i = 0; i < count(scenario.interpreters); ++i)
        if (scenario.interpreters[static_cast<std::size_t>(i)].gil != program::GilKind::none)
            note(out.gils, i, gil_of(before, i), gil_of(after, i));
    for (int v = 0; v < count(scenario.variables); ++v) note(out.variables, v, before.variable(v), after.variable(v));
    return out;
}

} // namespace sim

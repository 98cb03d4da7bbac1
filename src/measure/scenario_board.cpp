#include "measure/scenario_board.hpp"

#include "measure/clock.hpp"

namespace measure {
namespace {

/// Spans of all lanes together, and as many holds: what a picture can use, and 30 MB.
constexpr std::size_t most_spans = 400'000;

std::size_t spans_of_each(const program::Scenario& scenario) {
    return most_spans / std::max<std::size_t>(scenario.threads.size(), 1);
}

} // namespace

ScenarioBoard::ScenarioBoard(const program::Scenario& the_scenario, std::uint64_t the_seed,
                             const Abilities& the_abilities)
    : CrewBoard(the_abilities, static_cast<int>(the_scenario.threads.size()), bytes_of(the_scenario)),
      scenario(the_scenario),
      seed(the_seed) {}

std::uint64_t ScenarioBoard::bytes_of(const program::Scenario& scenario) {
    const std::uint64_t lane = spans_of_each(scenario) * (sizeof(trace::Span) + sizeof(trace::Mark) + sizeof(Hold)) +
                               scenario.locks.size() * sizeof(program::LockResult);
    return scenario.threads.size() * lane;
}

void ScenarioBoard::GilMarks::requested(int waiter) {
    board_.lane(waiter).mark(trace::Event::switch_request, static_cast<std::uint32_t>(waiter), now_ns());
}

void ScenarioBoard::reset() {
    line = std::make_unique<StartLine>(lane_count);
    over = false;
    time_is_up = false;
    start_ns = 0;
    active = 0;
    is_deadlocked = false;
    outcome.reset();
    variables.reset(new Variable[scenario.variables.size()]);
    for (std::size_t i = 0; i < scenario.variables.size(); ++i) variables[i].value = scenario.variables[i].initial;
    locks.reset(new SharedLock[scenario.locks.size()]);
    for (std::size_t i = 0; i < scenario.locks.size(); ++i) locks[i].lock = make_lock(scenario.locks[i].kind);
    conditions.reset(new Queue[scenario.conditions.size()]);
    devices.reset(new Queue[scenario.devices.size()]);
    gils.clear();
    for (const program::Interpreter& interpreter : scenario.interpreters)
        gils.push_back(make_interpreter_lock(interpreter, &marks));
    for (int i = 0; i < lane_count; ++i) {
        const bool starts = scenario.threads[static_cast<std::size_t>(i)].starts;
        thread(i).started = starts ? 1 : 0;
        thread(i).ended = 0;
        thread(i).waits_since_ns = 0;
        if (starts) ++active;
    }
}

void ScenarioBoard::prepare_record(int index) {
    record(index).prepare(lane(index), spans_of_each(scenario), scenario.locks.size());
}

} // namespace measure

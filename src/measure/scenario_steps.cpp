#include "measure/scenario_steps.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "measure/clock.hpp"
#include "measure/crew_step.hpp"
#include "measure/scenario_thread.hpp"

namespace measure {
namespace {

/// What writing one change of state down takes, the reading of the clock included: the median of some batches.
double measure_event_cost() {
    constexpr std::size_t events = 2'000;
    LaneRecord lane;
    ThreadRecord record;
    std::array<double, 15> costs{};
    for (double& cost : costs) {
        record.prepare(lane, events, 0);
        const trace::Nanoseconds start = now_ns();
        for (std::size_t i = 0; i < events; ++i)
            record.enter(i % 2 == 0 ? trace::State::running : trace::State::section, 0, now_ns());
        cost = static_cast<double>(now_ns() - start) / events;
    }
    std::ranges::nth_element(costs, costs.begin() + costs.size() / 2);
    return costs[costs.size() / 2];
}

} // namespace

std::unique_ptr<Step> calibrate_scenario(ScenarioBoardPtr board) {
    const int members = board->lane_count;
    return on_crew(std::move(board), members, [](ScenarioBoard& shared, int member) {
        if (member != 0) return; // it was started, which is all that is wanted of it
        shared.work = calibrate_work(shared.stop);
        shared.event_cost_ns = measure_event_cost();
    });
}

std::unique_ptr<Step> prepare_scenario(ScenarioBoardPtr board) {
    const int members = board->lane_count;
    board->reset();
    return on_crew(std::move(board), members, [](ScenarioBoard& shared, int member) { shared.prepare_record(member); });
}

std::unique_ptr<Step> run_scenario(ScenarioBoardPtr board) {
    const int members = board->lane_count;
    // Made before any of them runs: one that found no memory would be missing at the start line for ever.
    const auto threads = std::make_shared<std::vector<std::unique_ptr<ScenarioThread>>>();
    for (int i = 0; i < members; ++i) threads->push_back(std::make_unique<ScenarioThread>(*board, i));
    return on_crew(std::move(board), members,
                   [threads](ScenarioBoard&, int member) { (*threads)[static_cast<std::size_t>(member)]->run(); });
}

std::unique_ptr<Step> summarize_scenario(ScenarioBoardPtr board) {
    return on_crew(std::move(board), 1, [](ScenarioBoard& shared, int) {
        shared.outcome = std::make_unique<ScenarioOutcome>(make_outcome(shared));
    });
}

} // namespace measure

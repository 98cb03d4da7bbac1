#pragma once

#include <memory>

#include "measure/scenario_board.hpp"
#include "measure/step.hpp"

/// The parts of a scenario's run that are done by the crew, in the order in which they come; between the first and the
/// second is calibration, see thread_calibration.hpp.
namespace measure {

/// Starts the threads; ScenarioBoard::work and event_cost_ns.
std::unique_ptr<Step> calibrate_scenario(ScenarioBoardPtr board);

/// Everything as before the first instruction, and room for what the threads write down.
std::unique_ptr<Step> prepare_scenario(ScenarioBoardPtr board);

/// The run itself; after prepare_scenario().
std::unique_ptr<Step> run_scenario(ScenarioBoardPtr board);

/// ScenarioBoard::outcome.
std::unique_ptr<Step> summarize_scenario(ScenarioBoardPtr board);

} // namespace measure

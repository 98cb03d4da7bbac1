#pragma once

#include <memory>

#include "measure/board.hpp"
#include "measure/step.hpp"

/// The parts of a run that are done by the crew of threads, in the order in which they come.
namespace measure {

/// Starts the threads; makes room for the data and the records; Board::Unit::input.
std::unique_ptr<Step> prepare_threads(BoardPtr board);

/// Machine::effective_cores and calibrated_with.
std::unique_ptr<Step> calibrate_threads(BoardPtr board);

/// Machine::clock_step_ns and clock_uncertainty_ns; Board::corrections.
std::unique_ptr<Step> compare_clocks(BoardPtr board);

/// Does unit 0 once and takes the pictures; Board::unit_seconds.
std::unique_ptr<Step> warm_up_thread(BoardPtr board);

/// One timed repetition of Way::sequence, threads or gil.
std::unique_ptr<Step> run_on_threads(BoardPtr board, Way way);

/// Reads Board::units: Failure::wrong_result when an output is not its input, sorted.
std::unique_ptr<Step> verify_on_threads(BoardPtr board);

} // namespace measure

#pragma once

#include <memory>

#include "measure/board.hpp"
#include "measure/step.hpp"

/// The parts of the sorting experiment that are done by the crew of threads, in the order in which they come, but for
/// calibration: see thread_calibration.hpp.
namespace measure {

/// Starts the threads; makes room for the data and the records; Board::Unit::input.
std::unique_ptr<Step> prepare_threads(BoardPtr board);

/// Does unit 0 once and takes the pictures; Board::unit_seconds.
std::unique_ptr<Step> warm_up_thread(BoardPtr board);

/// One timed repetition of Way::sequence, threads or gil.
std::unique_ptr<Step> run_on_threads(BoardPtr board, Way way);

/// Reads Board::units: Failure::wrong_result when an output is not its input, sorted.
std::unique_ptr<Step> verify_on_threads(BoardPtr board);

} // namespace measure

#pragma once

#include <memory>

#include "measure/crew_board.hpp"
#include "measure/step.hpp"

/// What is found out before threads are timed, whatever they do then.
namespace measure {

/// For how long one thread works alone, five times, and all together in one go of five.
constexpr trace::Nanoseconds whole_slice_ns = 30'000'000;
/// Shorter ones say less of the machine: only for the tests of everything else.
inline trace::Nanoseconds calibration_slice_ns = whole_slice_ns;

/// Machine::effective_cores and calibrated_with.
std::unique_ptr<Step> calibrate_threads(std::shared_ptr<CrewBoard> board);

/// Machine::clock_step_ns and clock_uncertainty_ns; CrewBoard::corrections.
std::unique_ptr<Step> compare_clocks(std::shared_ptr<CrewBoard> board);

} // namespace measure

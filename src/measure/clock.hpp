#pragma once

#include "trace/trace.hpp"

namespace measure {

/// The monotonic clock of this program, from an unknown start. In a page every worker has its own: see ClockOffset.
trace::Nanoseconds now_ns();

/// The smallest difference of two readings that was seen in a few milliseconds, or until the first where a clock is
/// coarser (Firefox' is of 100 ms when it resists fingerprinting). Reads the clock all the while.
double clock_step_ns(trace::Nanoseconds (*clock)() = now_ns);

} // namespace measure

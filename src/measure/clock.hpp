#pragma once

#include "trace/trace.hpp"

namespace measure {

/// The monotonic clock of this program, from an unknown start. In a page every worker has its own: see ClockOffset.
trace::Nanoseconds now_ns();

/// now_ns, or one that a test makes.
using Clock = trace::Nanoseconds (*)();

/// The smallest difference of two readings that was seen in a few milliseconds, or among the first three where the
/// clock is coarser (that of Firefox steps by 100 ms when it resists fingerprinting). Reads the clock all the while.
double clock_step_ns(Clock clock = now_ns);

} // namespace measure

#pragma once

#include <algorithm>
#include <limits>

#include "trace/trace.hpp"

namespace measure {

/// What to add to a lane's stamps to get the reference's, from the stamps of a ping-pong: the lane stamps, the
/// reference stamps after that, the lane stamps after that. Each such round bounds the offset from both sides; the
/// bounds of all rounds hold together (Marzullo's intersection, 1984).
class ClockOffset {
public:
    void add_round(trace::Nanoseconds lane_before, trace::Nanoseconds reference, trace::Nanoseconds lane_after) {
        least_ = std::max(least_, reference - lane_after);
        most_ = std::min(most_, reference - lane_before);
        known_ = true;
    }

    /// 0 when the rounds do not contradict it, for most lanes share one clock; else the middle. `step_ns`: what one
    /// reading may be late by, see clock_step_ns().
    trace::Nanoseconds correction_ns(trace::Nanoseconds step_ns) const {
        if (!known_ || (least_ <= step_ns && most_ >= -step_ns)) return 0;
        return least_ + (most_ - least_) / 2;
    }

    /// By how much a corrected stamp may still be off, at most.
    trace::Nanoseconds uncertainty_ns(trace::Nanoseconds step_ns) const {
        if (!known_) return 0;
        const trace::Nanoseconds used = correction_ns(step_ns);
        return std::max({most_ - used, used - least_, trace::Nanoseconds{0}}) + step_ns;
    }

private:
    bool known_ = false;
    trace::Nanoseconds least_ = std::numeric_limits<trace::Nanoseconds>::min();
    trace::Nanoseconds most_ = std::numeric_limits<trace::Nanoseconds>::max();
};

} // namespace measure

#pragma once

#include <cstdint>
#include <vector>

#include "trace/trace.hpp"
#include "view/timeline_window.hpp"

namespace view {

/// A mark as it is painted; `count` marks of one event on one lane that were too near to be told apart.
struct MarkTick {
    float x = 0;
    std::uint32_t lane = 0;
    trace::Event event = trace::Event::hand_off;
    std::size_t count = 1;
};

/// The marks that are seen, in order of time. Marks of one lane and event that fall into one bucket (a power of two
/// nanoseconds, 8 to 16 pixels, counted from time 0) share a tick at the first of them. Of a bucket with more than 64
/// marks only 64, evenly spread, are looked at, and `count` is scaled up. Pure. O(width · log marks).
std::vector<MarkTick> layout_marks(const trace::Trace& trace, const TimelineWindow& window, float width);

} // namespace view

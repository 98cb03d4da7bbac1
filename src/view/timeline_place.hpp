#pragma once

#include <cstdint>

#include "trace/trace.hpp"
#include "view/timeline_window.hpp"

/// Reading a timeline without a pointer: a place in it that is moved by keys or set by a finger. Pure.
namespace view {

struct TimelinePlace {
    std::uint32_t lane = 0;
    double time_ns = 0;

    bool operator==(const TimelinePlace&) const = default;
};

/// Where reading begins: the middle of the first box that is seen of the first lane that shows one.
TimelinePlace first_place(const trace::Trace& trace, const TimelineWindow& window, float width);

/// The next box of the lane as it is painted (a span, or a fold of narrow ones), at the middle of what is seen of it;
/// `direction`: on (+1) or back (-1). Where the lane ends the place stays. The window follows when the box is out of
/// sight; a place that is out of sight itself begins again in the middle of the window.
TimelinePlace next_box(const trace::Trace& trace, TimelineWindow& window, float width, TimelinePlace place,
                       int direction);

/// The same time in the lane below (+1) or above (-1); the outermost lanes are the ends.
TimelinePlace next_lane(const trace::Trace& trace, TimelinePlace place, int direction);

} // namespace view

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "trace/trace.hpp"
#include "view/timeline_window.hpp"

/// The first of the timeline's two passes: which boxes stand where. Pure; the second pass (timeline_view) paints them.
namespace view {

/// A span narrower than this is folded with its neighbours.
inline constexpr float fold_below_px = 3;

/// What is painted: spans [first, first + count) of one lane. More than one when they were too narrow to be told apart.
struct TimelineBox {
    float x0 = 0; ///< pixels from the left edge of the lane; may lie outside [0, width]
    float x1 = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    std::uint32_t lane = 0;
    trace::State state = trace::State::idle; ///< of a fold: the state with the most time in it

    bool is_fold() const { return count > 1; }
    bool operator==(const TimelineBox&) const = default;
};

/// The boxes of one lane that touch the window, from left to right, appended to `boxes`. They never overlap and skip no
/// span: each begins with the span after the last of the box before it.
///
/// Narrow spans that start in the same bucket become one box. Buckets are powers of two nanoseconds, 3 to 6 pixels
/// wide, and counted from time 0, not from the edge of the window: panning moves boxes and never regroups them.
///
/// A fold of at most 64 spans knows its state exactly. Of a larger one 8 blocks of 8 neighbouring spans, evenly spread
/// over it, are looked at: the cost does not grow with the trace.
///
/// O(width · log spans): a million spans seen at once are not walked through.
void layout_lane(const trace::Trace& trace, std::uint32_t lane, const TimelineWindow& window, float width,
                 std::vector<TimelineBox>& boxes);

/// All lanes, one after the other.
std::vector<TimelineBox> layout_timeline(const trace::Trace& trace, const TimelineWindow& window, float width);

/// A stretch of folds and narrow spans less than `fold_below_px` apart, for one count that has room to be written.
struct FoldRun {
    float x0 = 0;
    float x1 = 0;
    std::size_t count = 0; ///< spans, not boxes
    std::uint32_t lane = 0;
};

/// `boxes` as from layout_timeline(). O(boxes).
std::vector<FoldRun> fold_runs(std::span<const TimelineBox> boxes);

/// The box of `lane` at pixel x, or null; where x is between boxes, the nearest one up to `reach_px` away, so that a
/// box of half a pixel can be hit. `boxes` as from layout_timeline(). O(log boxes).
const TimelineBox* box_at(std::span<const TimelineBox> boxes, std::uint32_t lane, float x, float reach_px = 2);

/// The span of a lane that holds this time, or nothing. O(log spans).
std::optional<std::size_t> span_at(const trace::Lane& lane, double time_ns);

} // namespace view

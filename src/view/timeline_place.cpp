#include "view/timeline_place.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "view/timeline_layout.hpp"

namespace view {
namespace {

using Spans = std::span<const trace::Span>;

double start_of(const TimelineBox& box, Spans spans) {
    return static_cast<double>(spans[box.first].start_ns);
}

double end_of(const TimelineBox& box, Spans spans) {
    return static_cast<double>(spans[box.first + box.count - 1].end_ns);
}

/// The last box that begins at or before this time, if it reaches it.
const TimelineBox* box_over(const std::vector<TimelineBox>& boxes, Spans spans, double time_ns) {
    const auto after = std::partition_point(boxes.begin(), boxes.end(),
                                            [&](const TimelineBox& box) { return start_of(box, spans) <= time_ns; });
    if (after == boxes.begin() || end_of(*(after - 1), spans) < time_ns) return nullptr;
    return &*(after - 1);
}

double middle_of_seen(const TimelineBox& box, Spans spans, const TimelineWindow& window) {
    return (std::max(start_of(box, spans), window.start_ns()) + std::min(end_of(box, spans), window.end_ns())) / 2;
}

/// The span to go to, if the lane goes on.
std::optional<std::size_t> neighbour(const std::vector<TimelineBox>& boxes, Spans spans, double time_ns,
                                     int direction) {
    if (const TimelineBox* box = box_over(boxes, spans, time_ns)) {
        if (direction < 0) return box->first == 0 ? std::nullopt : std::optional(box->first - 1);
        const std::size_t next = box->first + box->count;
        return next == spans.size() ? std::nullopt : std::optional(next);
    }
    const auto after = std::ranges::partition_point(
        spans, [&](const trace::Span& span) { return static_cast<double>(span.start_ns) <= time_ns; });
    const auto next = static_cast<std::size_t>(after - spans.begin());
    if (direction < 0) return next == 0 ? std::nullopt : std::optional(next - 1);
    return next == spans.size() ? std::nullopt : std::optional(next);
}

/// Moves the window so far that the span, or a good part of a long one, is seen.
void reveal(const trace::Span& span, TimelineWindow& window, int direction) {
    const auto start = static_cast<double>(span.start_ns);
    const auto end = static_cast<double>(span.end_ns);
    const double length = window.length_ns();
    const double seen = std::min(end, window.end_ns()) - std::max(start, window.start_ns());
    if (seen >= std::min(end - start, length / 4)) return;
    const double margin = length / 10;
    double from = (start + end - length) / 2;
    if (end - start > length - 2 * margin) from = direction > 0 ? start - margin : end + margin - length;
    window.show(from, from + length);
}

} // namespace

TimelinePlace first_place(const trace::Trace& trace, const TimelineWindow& window, float width) {
    std::vector<TimelineBox> boxes;
    for (std::uint32_t lane = 0; lane < trace.lanes.size() && boxes.empty(); ++lane)
        layout_lane(trace, lane, window, width, boxes);
    if (boxes.empty()) return {0, window.start_ns()};
    const TimelineBox& first = boxes.front();
    return {first.lane, middle_of_seen(first, trace.lanes[first.lane].spans, window)};
}

TimelinePlace next_box(const trace::Trace& trace, TimelineWindow& window, float width, TimelinePlace place,
                       int direction) {
    const Spans spans = trace.lanes[place.lane].spans;
    if (place.time_ns < window.start_ns() || place.time_ns > window.end_ns())
        place.time_ns = (window.start_ns() + window.end_ns()) / 2;
    std::vector<TimelineBox> boxes;
    layout_lane(trace, place.lane, window, width, boxes);
    const std::optional<std::size_t> next = neighbour(boxes, spans, place.time_ns, direction);
    if (!next) return place;

    reveal(spans[*next], window, direction);
    boxes.clear();
    layout_lane(trace, place.lane, window, width, boxes);
    const auto holds = [&](const TimelineBox& box) { return box.first <= *next && *next < box.first + box.count; };
    const auto found = std::ranges::find_if(boxes, holds);
    if (found != boxes.end()) place.time_ns = middle_of_seen(*found, spans, window);
    return place;
}

TimelinePlace next_lane(const trace::Trace& trace, TimelinePlace place, int direction) {
    const auto last = static_cast<std::int64_t>(trace.lanes.size()) - 1;
    const auto lane =
        std::clamp<std::int64_t>(std::int64_t{place.lane} + direction, 0, std::max<std::int64_t>(last, 0));
    return {static_cast<std::uint32_t>(lane), place.time_ns};
}

} // namespace view

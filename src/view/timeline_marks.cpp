#include "view/timeline_marks.hpp"

#include <algorithm>
#include <span>

namespace view {
namespace {

using trace::Mark;
using trace::Nanoseconds;

constexpr double least_bucket_px = 8;
constexpr std::size_t most_looked_at = 64;

std::size_t first_from(std::span<const Mark> marks, Nanoseconds time_ns) {
    const auto found = std::lower_bound(marks.begin(), marks.end(), time_ns,
                                        [](const Mark& mark, Nanoseconds t) { return mark.at_ns < t; });
    return static_cast<std::size_t>(found - marks.begin());
}

} // namespace

std::vector<MarkTick> layout_marks(const trace::Trace& trace, const TimelineWindow& window, float width) {
    std::vector<MarkTick> ticks;
    if (!(width > 0)) return ticks;
    Nanoseconds bucket_ns = 1;
    while (static_cast<double>(bucket_ns) < window.ns_per_pixel(width) * least_bucket_px) bucket_ns *= 2;

    const std::span<const Mark> marks = trace.marks;
    std::size_t i = first_from(marks, static_cast<Nanoseconds>(window.start_ns()) / bucket_ns * bucket_ns);
    while (i < marks.size() && static_cast<double>(marks[i].at_ns) <= window.end_ns()) {
        const std::size_t end = first_from(marks, (marks[i].at_ns / bucket_ns + 1) * bucket_ns);
        const std::size_t looked_at = std::min(end - i, most_looked_at);
        const std::size_t of_bucket = ticks.size();
        for (std::size_t k = 0; k < looked_at; ++k) {
            const std::size_t from = i + (end - i) * k / looked_at;
            const std::size_t stands_for = i + (end - i) * (k + 1) / looked_at - from;
            const Mark& mark = marks[from];
            const auto same =
                std::find_if(ticks.begin() + static_cast<std::ptrdiff_t>(of_bucket), ticks.end(),
                             [&](const MarkTick& tick) { return tick.lane == mark.lane && tick.event == mark.event; });
            if (same != ticks.end())
                same->count += stands_for;
            else
                ticks.push_back(
                    {window.x_of(static_cast<double>(mark.at_ns), width), mark.lane, mark.event, stands_for});
        }
        i = end;
    }
    return ticks;
}

} // namespace view

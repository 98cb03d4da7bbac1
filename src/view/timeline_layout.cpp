#include "view/timeline_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace view {
namespace {

using trace::Nanoseconds;
using trace::Span;
using trace::State;
using Spans = std::span<const Span>;

/// The first span that starts at or after `time_ns`, looking from index `from` on.
std::size_t first_from(Spans spans, Nanoseconds time_ns, std::size_t from = 0) {
    const auto begin = spans.begin() + static_cast<std::ptrdiff_t>(from);
    const auto found = std::lower_bound(begin, spans.end(), time_ns,
                                        [](const Span& span, Nanoseconds t) { return span.start_ns < t; });
    return static_cast<std::size_t>(found - spans.begin());
}

/// The same when the answer is near: doubling steps first, so that the cost is the log of the distance.
std::size_t first_near(Spans spans, Nanoseconds time_ns, std::size_t from) {
    std::size_t step = 8;
    while (from + step < spans.size() && spans[from + step].start_ns < time_ns) step *= 2;
    return first_from(spans.first(std::min(spans.size(), from + step + 1)), time_ns, from);
}

State state_of(Spans spans) {
    std::array<Nanoseconds, static_cast<std::size_t>(State::count)> time_ns{};
    const auto add = [&](const Span& span) {
        // One nanosecond more, so that a fold of spans of no length has a state as well.
        time_ns[static_cast<std::size_t>(span.state)] += span.length_ns() + 1;
    };
    constexpr std::size_t blocks = 8;
    constexpr std::size_t block = 8;
    if (spans.size() <= blocks * block) {
        for (const Span& span : spans) add(span);
    } else {
        // Neighbours, not single spans: lanes often alternate (wait, run, wait, run), and a stride would see one kind.
        for (std::size_t i = 0; i < blocks; ++i)
            for (const Span& span : spans.subspan((spans.size() - block) * i / (blocks - 1), block)) add(span);
    }
    return static_cast<State>(std::max_element(time_ns.begin(), time_ns.end()) - time_ns.begin());
}

/// Lays out one lane; `i_` is the next span without a box.
class LanePass {
public:
    LanePass(Spans spans, std::uint32_t lane, const TimelineWindow& window, float width,
             std::vector<TimelineBox>& boxes)
        : spans_(spans), lane_(lane), window_(window), width_(width), boxes_(boxes) {
        const double wide_ns = window.ns_per_pixel(width) * static_cast<double>(fold_below_px);
        wide_ns_ = static_cast<Nanoseconds>(std::ceil(wide_ns));
        bucket_ns_ = 2;
        while (bucket_ns_ < wide_ns_) bucket_ns_ *= 2;
    }

    void run() {
        begin();
        while (i_ < spans_.size() && static_cast<double>(spans_[i_].start_ns) < window_.end_ns())
            if (is_wide(i_))
                add(i_ + 1);
            else
                fold();
    }

private:
    bool is_wide(std::size_t index) const { return spans_[index].length_ns() >= wide_ns_; }

    /// One bucket before the window, because a narrow span there may reach into it, and at most one span more, because
    /// only a wide one can.
    void begin() {
        const auto from_ns = static_cast<Nanoseconds>(window_.start_ns()) / bucket_ns_ * bucket_ns_ - bucket_ns_;
        i_ = first_from(spans_, from_ns);
        if (i_ > 0 && static_cast<double>(spans_[i_ - 1].end_ns) > window_.start_ns()) --i_;
    }

    /// All narrow spans from here on that start in this bucket, up to the next wide one.
    void fold() {
        const Nanoseconds bucket_start_ns = spans_[i_].start_ns / bucket_ns_ * bucket_ns_;
        std::size_t end = first_near(spans_, bucket_start_ns + bucket_ns_, i_);
        if (end > i_ + 1) end = next_wide(bucket_start_ns, end);
        add(end);
    }

    /// The first wide span in [i_, end), or end. Nothing is walked through: a wide span is longer than half a bucket,
    /// so it holds the middle of the bucket or its end.
    std::size_t next_wide(Nanoseconds bucket_start_ns, std::size_t end) const {
        const std::size_t middle = first_from(spans_.first(end), bucket_start_ns + bucket_ns_ / 2, i_);
        if (middle > i_ && is_wide(middle - 1)) return middle - 1;
        return is_wide(end - 1) ? end - 1 : end;
    }

    void add(std::size_t end) {
        const Nanoseconds start_ns = spans_[i_].start_ns;
        const Nanoseconds end_ns = spans_[end - 1].end_ns;
        const bool is_seen =
            static_cast<double>(end_ns) > window_.start_ns() || static_cast<double>(start_ns) >= window_.start_ns();
        if (is_seen)
            boxes_.push_back({window_.x_of(static_cast<double>(start_ns), width_),
                              window_.x_of(static_cast<double>(end_ns), width_), i_, end - i_, lane_,
                              state_of(spans_.subspan(i_, end - i_))});
        i_ = end;
    }

    Spans spans_;
    std::uint32_t lane_;
    const TimelineWindow& window_;
    float width_;
    std::vector<TimelineBox>& boxes_;
    Nanoseconds wide_ns_ = 0;
    Nanoseconds bucket_ns_ = 0;
    std::size_t i_ = 0;
};

} // namespace

void layout_lane(const trace::Trace& trace, std::uint32_t lane, const TimelineWindow& window, float width,
                 std::vector<TimelineBox>& boxes) {
    if (width > 0) LanePass(trace.lanes[lane].spans, lane, window, width, boxes).run();
}

std::vector<TimelineBox> layout_timeline(const trace::Trace& trace, const TimelineWindow& window, float width) {
    std::vector<TimelineBox> boxes;
    for (std::size_t lane = 0; lane < trace.lanes.size(); ++lane)
        layout_lane(trace, static_cast<std::uint32_t>(lane), window, width, boxes);
    return boxes;
}

std::vector<FoldRun> fold_runs(std::span<const TimelineBox> boxes) {
    std::vector<FoldRun> runs;
    std::size_t after_last = 0; // the box that would continue the last run
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const TimelineBox& box = boxes[i];
        if (!box.is_fold() && box.x1 - box.x0 >= fold_below_px) continue;
        const bool goes_on =
            !runs.empty() && after_last == i && runs.back().lane == box.lane && box.x0 - runs.back().x1 < fold_below_px;
        if (!goes_on) runs.push_back({box.x0, box.x1, 0, box.lane});
        runs.back().x1 = box.x1;
        runs.back().count += box.count;
        after_last = i + 1;
    }
    std::erase_if(runs, [](const FoldRun& run) { return run.count < 2; });
    return runs;
}

const TimelineBox* box_at(std::span<const TimelineBox> boxes, std::uint32_t lane, float x, float reach_px) {
    const auto after = std::partition_point(boxes.begin(), boxes.end(), [&](const TimelineBox& box) {
        return box.lane < lane || (box.lane == lane && box.x0 <= x);
    });
    const TimelineBox* nearest = nullptr;
    float distance = reach_px;
    const auto consider = [&](const TimelineBox& box) {
        const float away = std::max({0.0f, box.x0 - x, x - box.x1});
        if (box.lane != lane || away > distance) return;
        nearest = &box;
        distance = away;
    };
    if (after != boxes.end()) consider(*after);
    if (after != boxes.begin()) consider(*(after - 1));
    return nearest;
}

std::optional<std::size_t> span_at(const trace::Lane& lane, double time_ns) {
    const std::size_t after = first_from(lane.spans, static_cast<Nanoseconds>(std::floor(time_ns)) + 1);
    if (after == 0 || static_cast<double>(lane.spans[after - 1].end_ns) <= time_ns) return std::nullopt;
    return after - 1;
}

} // namespace view

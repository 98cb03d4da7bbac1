#include "view/timeline_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace view;
using trace::Nanoseconds;
using trace::Span;
using trace::State;
using trace::Trace;

namespace {
constexpr float width = 1000;

/// The same on every platform (Knuth's MMIX generator).
struct Dice {
    std::uint64_t state = 1;
    std::uint64_t roll(std::uint64_t sides) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % sides;
    }
};

/// Narrow and wide spans, gaps and none, in lanes of `count` spans: the lengths go over six powers of ten.
Trace mixed(std::size_t lanes, std::size_t count, std::uint64_t seed = 1) {
    Dice dice{seed};
    Trace trace;
    for (std::size_t i = 0; i < lanes; ++i) {
        trace.lanes.push_back({"g", "T", {}});
        Nanoseconds now = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const auto size = static_cast<Nanoseconds>(std::pow(10, static_cast<double>(dice.roll(7))));
            if (dice.roll(3) == 0) now += static_cast<Nanoseconds>(dice.roll(static_cast<std::uint64_t>(size) * 2));
            const auto length = static_cast<Nanoseconds>(dice.roll(static_cast<std::uint64_t>(size)));
            const auto state = static_cast<State>(dice.roll(static_cast<std::uint64_t>(State::count)));
            trace.lanes.back().spans.push_back({now, now + length, 0, state});
            now += length;
        }
    }
    return trace;
}

/// `count` touching spans of one length, one state after the other.
Trace even(std::size_t count, Nanoseconds length, std::vector<State> states) {
    Trace trace;
    trace.lanes.push_back({"g", "T1", {}});
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = static_cast<Nanoseconds>(i) * length;
        trace.lanes[0].spans.push_back({start, start + length, 0, states[i % states.size()]});
    }
    return trace;
}

TimelineWindow whole(const Trace& trace) {
    TimelineWindow window;
    window.set_total(trace.end_ns());
    return window;
}

bool is_wide(const Span& span, const TimelineWindow& window) {
    return static_cast<double>(span.length_ns()) >=
           std::ceil(window.ns_per_pixel(width) * static_cast<double>(fold_below_px));
}

/// The rules of the header, checked against every span the slow way. Returns how many boxes were checked.
std::size_t check_lane(const Trace& trace, std::uint32_t lane, const TimelineWindow& window) {
    std::vector<TimelineBox> boxes;
    layout_lane(trace, lane, window, width, boxes);
    const std::vector<Span>& spans = trace.lanes[lane].spans;
    bool is_gapless = true, is_apart = true, folds_only_narrow = true, sees_all = true;
    std::vector<int> covered(spans.size(), 0);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const TimelineBox& box = boxes[i];
        if (i > 0) {
            is_gapless = is_gapless && box.first == boxes[i - 1].first + boxes[i - 1].count;
            is_apart = is_apart && box.x0 >= boxes[i - 1].x1;
        }
        for (std::size_t k = box.first; k < box.first + box.count; ++k) {
            ++covered[k];
            folds_only_narrow = folds_only_narrow && (box.count == 1 || !is_wide(spans[k], window));
        }
    }
    for (std::size_t k = 0; k < spans.size(); ++k) {
        const bool is_seen = static_cast<double>(spans[k].start_ns) < window.end_ns() &&
                             static_cast<double>(spans[k].end_ns) > window.start_ns();
        sees_all = sees_all && (is_seen ? covered[k] == 1 : covered[k] <= 1);
    }
    CHECK(is_gapless);
    CHECK(is_apart);
    CHECK(folds_only_narrow);
    CHECK(sees_all);
    return boxes.size();
}
} // namespace

TEST_CASE("nothing is lost, nothing overlaps and nothing wide is folded, however the window stands") {
    const Trace trace = mixed(3, 4000);
    Dice dice{7};
    for (int i = 0; i < 200; ++i) {
        TimelineWindow window = whole(trace);
        window.zoom(static_cast<float>(dice.roll(1000)), std::pow(1.3f, static_cast<float>(dice.roll(60))), width);
        window.pan(static_cast<float>(dice.roll(2000)) - 1000, width);
        for (std::uint32_t lane = 0; lane < 3; ++lane) check_lane(trace, lane, window);
    }
}

TEST_CASE("the counts of all boxes of the whole trace add up to its spans") {
    const Trace trace = mixed(4, 10000, 3);
    std::size_t count = 0;
    for (const TimelineBox& box : layout_timeline(trace, whole(trace), width)) count += box.count;
    CHECK(count == trace.span_count());
}

TEST_CASE("spans of 3 pixels stand alone, narrower ones are folded") {
    const Trace wide = even(333, 3000, {State::sort, State::send}); // 999,000 ns
    TimelineWindow window;
    window.set_total(1'000'000); // 1000 ns a pixel
    std::vector<TimelineBox> boxes = layout_timeline(wide, window, width);
    CHECK(boxes.size() == 333);
    CHECK(boxes[1].x0 == doctest::Approx(3));
    CHECK(boxes[1].x1 == doctest::Approx(6));
    CHECK(boxes[1].state == State::send);

    boxes = layout_timeline(even(334, 2990, {State::sort}), window, width);
    CHECK(boxes.size() < 334);
    CHECK(boxes[0].is_fold());
}

TEST_CASE("panning moves folds and does not regroup them") {
    Dice dice{5};
    Trace trace;
    trace.lanes.push_back({"g", "T1", {}});
    for (Nanoseconds now = 0; now < 10'000'000;) {
        const auto length = static_cast<Nanoseconds>(dice.roll(300)) + 50;
        trace.lanes[0].spans.push_back({now, now + length, 0, static_cast<State>(dice.roll(4))});
        now += length;
    }
    TimelineWindow window = whole(trace);
    window.show(4e6, 5e6);
    const std::vector<TimelineBox> before = layout_timeline(trace, window, width);
    for (int pan = 1; pan <= 40; ++pan) {
        window.show(4e6, 5e6);
        window.pan(static_cast<float>(pan), width);
        for (const TimelineBox& box : layout_timeline(trace, window, width)) {
            if (box.first >= before.back().first) break; // came in at the right edge
            const auto old = std::find_if(before.begin(), before.end(),
                                          [&](const TimelineBox& other) { return other.first == box.first; });
            REQUIRE(old != before.end());
            CHECK(box.count == old->count);
            CHECK(box.state == old->state);
            CHECK(box.x0 == doctest::Approx(old->x0 - static_cast<float>(pan)).epsilon(1e-3));
        }
    }
}

TEST_CASE("a small fold has the state with the most time, not the most spans") {
    Trace trace;
    trace.lanes.push_back({"g", "T1", {{0, 10, 0, State::send}, {10, 20, 0, State::send}, {20, 90, 0, State::sort}}});
    TimelineWindow window;
    window.set_total(1'000'000);
    const std::vector<TimelineBox> boxes = layout_timeline(trace, window, width);
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].count == 3);
    CHECK(boxes[0].state == State::sort);
}

TEST_CASE("a large fold of alternating spans finds the state with the most time") {
    Trace trace;
    trace.lanes.push_back({"g", "T1", {}});
    for (Nanoseconds i = 0; i < 500'000; ++i) {
        trace.lanes[0].spans.push_back({i * 10, i * 10 + 3, 0, State::wait_lock});
        trace.lanes[0].spans.push_back({i * 10 + 3, i * 10 + 10, 0, State::sort});
    }
    for (const TimelineBox& box : layout_timeline(trace, whole(trace), width)) CHECK(box.state == State::sort);
}

TEST_CASE("a million spans become no more boxes than pixels can show") {
    const Trace trace = even(1'000'000, 1000, {State::sort, State::wait_lock});
    const std::vector<TimelineBox> boxes = layout_timeline(trace, whole(trace), width);
    CHECK(boxes.size() <= 334);
    CHECK(boxes.size() >= 166);
    std::size_t count = 0;
    for (const TimelineBox& box : boxes) count += box.count;
    CHECK(count == 1'000'000);
}

TEST_CASE("an empty lane, an empty trace and no width give no boxes; spans of no length are kept") {
    CHECK(layout_timeline({}, {}, width).empty());
    Trace trace;
    trace.lanes.push_back({"g", "T1", {}});
    CHECK(layout_timeline(trace, {}, width).empty());
    trace.lanes[0].spans = {{0, 0, 0, State::sort}, {10, 10, 0, State::send}};
    CHECK(layout_timeline(trace, {}, 0).empty());
    CHECK(layout_timeline(trace, {}, width).size() == 2);
}

TEST_CASE("neighbouring folds share one count, also over a narrow span that stands alone") {
    const std::vector<TimelineBox> boxes = {
        {0, 4, 0, 10, 0, State::sort},    {4, 5, 10, 1, 0, State::sort},    {5, 8, 11, 9, 0, State::sort},
        {20, 60, 20, 1, 0, State::sort},  {60, 64, 21, 2, 0, State::sort},  {70, 71, 23, 1, 0, State::sort},
        {100, 104, 0, 5, 1, State::sort}, {104, 108, 5, 5, 2, State::sort},
    };
    const std::vector<FoldRun> runs = fold_runs(boxes);
    REQUIRE(runs.size() == 4);
    CHECK(runs[0].count == 20);
    CHECK(runs[0].x1 == 8);
    CHECK(runs[1].count == 2);
    CHECK(runs[2].lane == 1);
    CHECK(runs[3].lane == 2);
}

TEST_CASE("the pointer finds the box under it, or one within reach") {
    const std::vector<TimelineBox> boxes = {
        {0, 10, 0, 1, 0, State::sort}, {20, 20.2f, 1, 1, 0, State::sort}, {5, 9, 0, 1, 1, State::sort}};
    CHECK(box_at(boxes, 0, 5) == &boxes[0]);
    CHECK(box_at(boxes, 0, 18.5f) == &boxes[1]);
    CHECK(box_at(boxes, 0, 21.5f) == &boxes[1]);
    CHECK(box_at(boxes, 0, 15) == nullptr);
    CHECK(box_at(boxes, 1, 5) == &boxes[2]);
    CHECK(box_at(boxes, 1, 12) == nullptr);
    CHECK(box_at(boxes, 2, 5) == nullptr);
    CHECK(box_at({}, 0, 5) == nullptr);
}

TEST_CASE("a time finds the span that holds it, half open") {
    const trace::Lane lane{"g", "T1", {{10, 20, 0, State::sort}, {20, 30, 0, State::send}, {40, 50, 0, State::sort}}};
    CHECK(!span_at(lane, 9.9));
    CHECK(span_at(lane, 10) == 0);
    CHECK(span_at(lane, 19.9) == 0);
    CHECK(span_at(lane, 20) == 1);
    CHECK(!span_at(lane, 30));
    CHECK(span_at(lane, 49) == 2);
    CHECK(!span_at(lane, 50));
}

#include "view/timeline_place.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "view/timeline_layout.hpp"

using namespace view;
using trace::State;
using trace::Trace;

namespace {

constexpr float width = 1000;

/// Lane 0: spans of 100, 200 and 300 µs with a gap of 100 µs before the last. Lane 1: empty. Lane 2: one long span.
Trace three_lanes() {
    Trace trace;
    trace.lanes.push_back(
        {"g",
         "T1",
         {{0, 100'000, 0, State::generate}, {100'000, 300'000, 0, State::sort}, {400'000, 700'000, 0, State::send}}});
    trace.lanes.push_back({"g", "T2", {}});
    trace.lanes.push_back({"g", "T3", {{0, 1'000'000, 0, State::running}}});
    return trace;
}

TimelineWindow whole(const Trace& trace) {
    TimelineWindow window;
    window.set_total(trace.end_ns());
    return window;
}

bool is_seen(const TimelineWindow& window, double time_ns) {
    return time_ns >= window.start_ns() && time_ns <= window.end_ns();
}

} // namespace

TEST_CASE("reading begins in the middle of the first span that is seen") {
    const Trace trace = three_lanes();
    TimelineWindow window = whole(trace);
    CHECK(first_place(trace, window, width) == TimelinePlace{0, 50'000});
    window.show(200'000, 600'000);
    CHECK(first_place(trace, window, width) == TimelinePlace{0, 250'000});
    window.show(750'000, 950'000); // the first lane has ended there
    CHECK(first_place(trace, window, width) == TimelinePlace{2, 850'000});
}

TEST_CASE("steps lead from span to span, over gaps, and stop at the ends of the lane") {
    const Trace trace = three_lanes();
    TimelineWindow window = whole(trace);
    TimelinePlace place = first_place(trace, window, width);
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        place = next_box(trace, window, width, place, +1);
        times.push_back(place.time_ns);
    }
    CHECK(times == std::vector<double>{200'000, 550'000, 550'000});
    for (int i = 0; i < 3; ++i) {
        place = next_box(trace, window, width, place, -1);
        times.push_back(place.time_ns);
    }
    CHECK(times == std::vector<double>{200'000, 550'000, 550'000, 200'000, 50'000, 50'000});
    CHECK(window.is_fit());
}

TEST_CASE("from a gap the steps lead to the spans on both sides of it") {
    const Trace trace = three_lanes();
    TimelineWindow window = whole(trace);
    CHECK(next_box(trace, window, width, {0, 350'000}, +1).time_ns == 550'000);
    CHECK(next_box(trace, window, width, {0, 350'000}, -1).time_ns == 200'000);
    CHECK(next_box(trace, window, width, {0, 900'000}, -1).time_ns == 550'000);
    CHECK(next_box(trace, window, width, {0, 900'000}, +1).time_ns == 900'000);
    CHECK(next_box(trace, window, width, {1, 900'000}, +1) == TimelinePlace{1, 900'000});
}

TEST_CASE("lanes are gone through at one time, and the outermost are the ends") {
    const Trace trace = three_lanes();
    CHECK(next_lane(trace, {0, 70'000}, -1) == TimelinePlace{0, 70'000});
    CHECK(next_lane(trace, {0, 70'000}, +1) == TimelinePlace{1, 70'000});
    CHECK(next_lane(trace, {2, 70'000}, +1) == TimelinePlace{2, 70'000});
}

TEST_CASE("the window follows to what is out of sight, and keeps its length") {
    const Trace trace = three_lanes();
    for (const double length : {40'000.0, 150'000.0}) {
        CAPTURE(length);
        TimelineWindow window = whole(trace);
        window.show(0, length);
        TimelinePlace place = first_place(trace, window, width);
        for (const int direction : {+1, +1, -1, -1}) {
            const double before = place.time_ns;
            place = next_box(trace, window, width, place, direction);
            CHECK((place.time_ns > before) == (direction > 0));
            CHECK(is_seen(window, place.time_ns));
            CHECK(window.length_ns() == doctest::Approx(length));
        }
        CHECK(place.time_ns <= 100'000);
    }
}

TEST_CASE("a place that has gone out of sight begins again in the middle of what is seen") {
    const Trace trace = three_lanes();
    TimelineWindow window = whole(trace);
    window.show(350'000, 450'000);
    const TimelinePlace place = next_box(trace, window, width, {0, 50'000}, -1);
    CHECK(place.time_ns > 100'000);
    CHECK(place.time_ns < 300'000);
    CHECK(is_seen(window, place.time_ns));
}

TEST_CASE("what is painted as one is read as one: a step goes over a whole fold, both ways") {
    Trace trace;
    trace.lanes.push_back({"g", "T1", {}});
    for (trace::Nanoseconds start = 0; start < 10'000'000; start += 100)
        trace.lanes[0].spans.push_back({start, start + 80, 0, start % 200 == 0 ? State::sort : State::wait_lock});
    TimelineWindow window = whole(trace);
    std::vector<TimelineBox> boxes;
    layout_lane(trace, 0, window, width, boxes);
    REQUIRE(boxes.size() > 100);
    REQUIRE(boxes.size() < 1'000);
    TimelinePlace place = first_place(trace, window, width);
    const auto index_of = [&] { return box_at(boxes, 0, window.x_of(place.time_ns, width)) - boxes.data(); };
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        CHECK(index_of() == static_cast<std::ptrdiff_t>(i));
        place = next_box(trace, window, width, place, +1);
    }
    for (std::size_t i = boxes.size(); i-- > 0; place = next_box(trace, window, width, place, -1))
        CHECK(index_of() == static_cast<std::ptrdiff_t>(i));
}

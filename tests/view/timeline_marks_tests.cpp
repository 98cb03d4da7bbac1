#include "view/timeline_marks.hpp"

#include <doctest/doctest.h>

using namespace view;
using trace::Event;
using trace::Nanoseconds;

TEST_CASE("marks far apart are ticks of their own, near ones share one with a count") {
    trace::Trace trace;
    trace.lanes = {{"g", "T1", {{0, 1'000'000, 0, trace::State::sort}}}, {"g", "T2", {}}};
    trace.marks = {{0, 0, 0, Event::hand_off},
                   {100, 0, 1, Event::hand_off},
                   {200, 0, 0, Event::hand_off},
                   {300, 0, 0, Event::snapshot},
                   {500'000, 0, 1, Event::switch_request}};
    TimelineWindow window;
    window.set_total(1'000'000);
    const std::vector<MarkTick> ticks = layout_marks(trace, window, 1000);
    REQUIRE(ticks.size() == 4);
    CHECK(ticks[0].count == 2);
    CHECK(ticks[1].lane == 1);
    CHECK(ticks[2].event == Event::snapshot);
    CHECK(ticks[3].x == doctest::Approx(500));
    window.show(400'000, 600'000);
    CHECK(layout_marks(trace, window, 1000).size() == 1);
    CHECK(layout_marks(trace, window, 0).empty());
}

TEST_CASE("a million marks become a few ticks that still stand for all of them") {
    trace::Trace trace;
    trace.lanes = {{"g", "T1", {}}, {"g", "T2", {}}};
    for (Nanoseconds i = 0; i < 1'000'000; ++i)
        trace.marks.push_back({i * 10, 0, static_cast<std::uint16_t>(i % 2), Event::hand_off});
    TimelineWindow window;
    window.set_total(10'000'000);
    const std::vector<MarkTick> ticks = layout_marks(trace, window, 1000);
    CHECK(ticks.size() < 300);
    std::size_t count = 0;
    for (const MarkTick& tick : ticks) count += tick.count;
    CHECK(count == 1'000'000);
}

#include "view/time_axis.hpp"

#include <doctest/doctest.h>

using namespace view;

TEST_CASE("a step is 1, 2 or 5 times a power of ten") {
    CHECK(tick_step_ns(1, 80) == 100);
    CHECK(tick_step_ns(1.5, 80) == 200);
    CHECK(tick_step_ns(3, 80) == 500);
    CHECK(tick_step_ns(1e6, 100) == 1e8);
    CHECK(tick_step_ns(1e-9, 80) == 1);
}

TEST_CASE("ticks stand on multiples of the step, in one unit, with their distance in sight") {
    TimelineWindow window;
    window.set_total(3'500'000'000);
    std::vector<Tick> ticks = axis_ticks(window, 1000, 100);
    REQUIRE(ticks.size() == 8);
    CHECK(ticks[0].label == "0");
    CHECK(ticks[1].label == "0.5 s");
    CHECK(ticks[7].label == "3.5 s");
    CHECK(ticks[7].x == doctest::Approx(1000));

    window.show(1'000'000'000, 1'000'100'000);
    ticks = axis_ticks(window, 1000, 120);
    REQUIRE(ticks.size() == 6);
    CHECK(ticks[0].label == "1.00000 s");
    CHECK(ticks[1].label == "1.00002 s");

    window.show(0, 700);
    ticks = axis_ticks(window, 700, 80);
    CHECK(ticks[1].label == "100 ns");
    window.show(0, 90'000);
    CHECK(axis_ticks(window, 900, 80)[1].label == "10 µs");
    CHECK(axis_ticks(window, 0, 80).empty());
}

TEST_CASE("an instant is as exact as its step, a length has three digits") {
    CHECK(instant_text(1.532e9, 1e4) == "1.53200 s");
    CHECK(instant_text(1.532e6, 1) == "1.532000 ms");
    CHECK(instant_text(17, 1) == "17 ns");
    CHECK(instant_text(0, 1e9) == "0 ns");
    CHECK(length_text(1.53e9) == "1.53 s");
    CHECK(length_text(12.44e6) == "12.4 ms");
    CHECK(length_text(320) == "320 ns");
    CHECK(length_text(999'600) == "1.00 ms");
    CHECK(length_text(99'960) == "100 µs");
    CHECK(length_text(123.4e9) == "123 s");
    CHECK(length_text(1234e9) == "1230 s");
    CHECK(length_text(0) == "0 ns");
}

#include "measure/clock_offset.hpp"

#include <doctest/doctest.h>

#include "measure/clock.hpp"
#include "measure/split_mix.hpp"

using namespace measure;

TEST_CASE("two lanes of one clock are not corrected") {
    ClockOffset offset;
    offset.add_round(1'000, 1'400, 2'000);
    offset.add_round(5'000, 5'050, 5'100);
    CHECK(offset.correction_ns(1) == 0);
    CHECK(offset.uncertainty_ns(1) == 51);
}

TEST_CASE("a clock that is behind is found out within the uncertainty that is told") {
    constexpr trace::Nanoseconds behind = 140'000;
    constexpr trace::Nanoseconds step = 5'000;
    const auto coarse = [](trace::Nanoseconds ns) { return ns / step * step; };
    SplitMix64 random(1);
    ClockOffset offset;
    trace::Nanoseconds now = 1'000'000'000;
    for (int round = 0; round < 100; ++round) {
        const trace::Nanoseconds there = now + 1'000 + static_cast<trace::Nanoseconds>(random.next() % 50'000);
        const trace::Nanoseconds back = there + 1'000 + static_cast<trace::Nanoseconds>(random.next() % 50'000);
        offset.add_round(coarse(now - behind), coarse(there), coarse(back - behind));
        now = back + 10'000;
    }
    const trace::Nanoseconds error = offset.correction_ns(step) - behind;
    CHECK(std::max(error, -error) <= offset.uncertainty_ns(step));
    CHECK(offset.uncertainty_ns(step) < 20'000);
}

TEST_CASE("a lane that was never asked is not corrected") {
    CHECK(ClockOffset().correction_ns(5) == 0);
    CHECK(ClockOffset().uncertainty_ns(5) == 0);
}

TEST_CASE("the clock does not run backwards and has a step") {
    trace::Nanoseconds last = now_ns();
    for (int i = 0; i < 1'000; ++i) {
        const trace::Nanoseconds now = now_ns();
        CHECK(now >= last);
        last = now;
    }
    CHECK(clock_step_ns() > 0);
    CHECK(clock_step_ns() <= 5'000'000);
}

TEST_CASE("the step of a coarse clock is told whole, and that of one that steps back as if it had not") {
    CHECK(clock_step_ns([] {
              static int reading = 0;
              return reading++ / 1'000 * trace::Nanoseconds{100'000'000};
          }) == 100'000'000);
    CHECK(clock_step_ns([] {
              static int reading = 0;
              ++reading;
              return reading * trace::Nanoseconds{20'000} - (reading % 3 == 0 ? 30'000 : 0);
          }) == 20'000);
}

TEST_CASE("a time without a core is not taken for a step of the clock") {
    CHECK(clock_step_ns([] {
              static trace::Nanoseconds reading = 0;
              reading += 30;
              return reading == 60 ? reading += 20'000'000 : reading; // at the second look
          }) == 30);
}

#include "measure/lock_lanes.hpp"

#include <doctest/doctest.h>

using namespace measure;
using trace::Span;
using trace::State;

namespace {

OwnedHold held(int thread, trace::Nanoseconds asked, trace::Nanoseconds got, trace::Nanoseconds left) {
    return {{.asked_ns = asked, .got_ns = got, .left_ns = left, .waited = got != asked}, thread};
}

OwnedHold read_held(int thread, trace::Nanoseconds got, trace::Nanoseconds left) {
    return {{.asked_ns = got, .got_ns = got, .left_ns = left, .shared = true}, thread};
}

} // namespace

TEST_CASE("the lanes of a lock tell who had it and how many waited") {
    // 0 has it twice; 1 and 2 wait; 3 asks and never gets it.
    const LockLanes lanes = make_lock_lanes(
        "locks", "m",
        {held(2, 30, 90, 120), held(0, 0, 0, 50), held(1, 20, 50, 80), held(3, 100, -1, 200), held(0, 150, 150, 160)},
        200);
    CHECK(lanes.held.name == "m");
    CHECK(lanes.queue.name == "m queue");
    CHECK(lanes.held.spans == std::vector<Span>{{0, 50, 0, State::held},
                                                {50, 80, 1, State::held},
                                                {90, 120, 2, State::held},
                                                {150, 160, 0, State::held}});
    CHECK(lanes.queue.spans == std::vector<Span>{{20, 30, 1, State::queue},
                                                 {30, 50, 2, State::queue},
                                                 {50, 90, 1, State::queue},
                                                 {100, 200, 1, State::queue}});
    CHECK(lanes.held_ns == 120);
    REQUIRE(lanes.hand_offs.size() == 3);
    CHECK(lanes.hand_offs[0].at_ns == 50);
    CHECK(lanes.hand_offs[0].detail == 1);
    CHECK(lanes.hand_offs[2].detail == 0);
}

TEST_CASE("clocks that disagree a little make no two holders at once, and nothing lies behind the end") {
    const LockLanes lanes =
        make_lock_lanes("locks", "m", {held(0, 0, 0, 52), held(1, 10, 50, 300), held(0, 60, 400, 500)}, 200);
    CHECK(lanes.held.spans == std::vector<Span>{{0, 52, 0, State::held}, {52, 200, 1, State::held}});
    CHECK(lanes.held_ns == 200);
    CHECK(lanes.queue.spans.back().end_ns == 200);
}

TEST_CASE("readers that overlap are one span, a writer is none of them") {
    const LockLanes lanes = make_lock_lanes(
        "locks", "m",
        {read_held(0, 0, 30), read_held(1, 10, 20), read_held(2, 25, 60), held(3, 40, 60, 70), read_held(0, 80, 90)},
        100);
    CHECK(lanes.held.spans ==
          std::vector<Span>{{0, 60, 0, State::held}, {60, 70, 3, State::held}, {80, 90, 0, State::held}});
    CHECK(lanes.held_ns == 80);
    CHECK(lanes.queue.spans == std::vector<Span>{{40, 60, 1, State::queue}});
}

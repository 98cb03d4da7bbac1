#include "measure/lane_record.hpp"

#include <doctest/doctest.h>

using measure::LaneRecord;
using trace::Event;
using trace::State;

TEST_CASE("a lane is in one state after another") {
    LaneRecord record;
    record.reserve(8);
    record.enter(State::wait_lock, 1, 10);
    record.enter(State::generate, 1, 20);
    record.enter(State::sort, 1, 50);
    record.close(90);
    record.close(95);
    const std::vector<trace::Span> expected{
        {10, 20, 1, State::wait_lock}, {20, 50, 1, State::generate}, {50, 90, 1, State::sort}};
    CHECK(record.spans() == expected);
    CHECK(record.folded() == 0);
}

TEST_CASE("a span of no length is left out") {
    LaneRecord record;
    record.reserve(8);
    record.enter(State::wait_lock, 0, 10);
    record.enter(State::generate, 0, 10);
    record.close(30);
    REQUIRE(record.spans().size() == 1);
    CHECK(record.spans()[0].state == State::generate);
}

TEST_CASE("what finds no room is folded into the last span and counted, and nothing is allocated") {
    LaneRecord record;
    record.reserve(4);
    const trace::Span* const room = record.spans().data();
    const std::size_t capacity = record.spans().capacity();
    const auto count = static_cast<trace::Nanoseconds>(capacity) + 3;
    for (trace::Nanoseconds i = 0; i < count; ++i) {
        record.enter(State::generate, 0, 10 * i);
        record.mark(Event::hand_off, 0, 10 * i);
    }
    record.close(10 * count);
    CHECK(record.spans().data() == room);
    CHECK(record.spans().size() == capacity);
    CHECK(record.spans().back().end_ns == 10 * count);
    CHECK(record.folded() == 3);

    record.clear();
    CHECK(record.spans().empty());
    CHECK(record.marks().empty());
    CHECK(record.folded() == 0);
    CHECK(record.spans().capacity() == capacity);
}

TEST_CASE("where a clock steps back, time stands still: no span overlaps another or ends before it began") {
    LaneRecord record;
    record.reserve(8);
    record.enter(State::generate, 0, 100);
    record.enter(State::sort, 0, 60); // 40 too early
    record.mark(Event::hand_off, 0, 80);
    record.enter(State::wait_lock, 0, 130);
    record.close(120);
    const std::vector<trace::Span> expected{{100, 130, 0, State::sort}};
    CHECK(record.spans() == expected);
    CHECK(record.marks().at(0).at_ns == 100);
}

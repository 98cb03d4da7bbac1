#include "trace/trace.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace trace;

namespace {
Trace two_lanes() {
    Trace trace;
    trace.lanes.push_back({"threads", "T1", {{0, 10, 0, State::generate}, {10, 30, 0, State::sort}}});
    trace.lanes.push_back({"threads", "T2", {{5, 25, 1, State::wait_lock}}});
    trace.marks.push_back({12, 0, 1, Event::switch_request});
    return trace;
}
} // namespace

TEST_CASE("an empty trace ends at 0, has no spans and no fault") {
    CHECK(Trace{}.end_ns() == 0);
    CHECK(Trace{}.span_count() == 0);
    CHECK(find_fault(Trace{}).empty());
}

TEST_CASE("a trace ends with the last end of any lane and counts every span") {
    Trace trace = two_lanes();
    CHECK(trace.end_ns() == 30);
    CHECK(trace.span_count() == 3);
    trace.lanes.push_back({"threads", "T3", {}});
    CHECK(trace.end_ns() == 30);
    CHECK(find_fault(trace).empty());
}

TEST_CASE("every state and every event has a name of its own") {
    std::set<std::string> names;
    for (int i = 0; i < static_cast<int>(State::count); ++i) names.insert(name_of(static_cast<State>(i)));
    for (int i = 0; i < static_cast<int>(Event::count); ++i) names.insert(name_of(static_cast<Event>(i)));
    CHECK(names.size() == static_cast<std::size_t>(State::count) + static_cast<std::size_t>(Event::count));
    CHECK(std::string(name_of(State::wait_lock)) == "wait_lock");
    CHECK(std::string(name_of(State::verify)) == "verify");
    CHECK(std::string(name_of(Event::snapshot)) == "snapshot");
    CHECK(std::string(name_of(State::count)) == "unknown");
}

TEST_CASE("spans may touch and may be empty, as a coarse clock makes them") {
    Trace trace = two_lanes();
    trace.lanes[0].spans = {{0, 10, 0, State::sort}, {10, 10, 0, State::send}, {10, 12, 0, State::sort}};
    CHECK(find_fault(trace).empty());
}

TEST_CASE("the first broken rule is told as a sentence") {
    Trace trace = two_lanes();
    SUBCASE("a span that ends before it starts") {
        trace.lanes[0].spans[1].end_ns = 9;
        CHECK(find_fault(trace) == "span 1 of lane \"T1\" ends at 9 ns, before it starts at 10 ns");
    }
    SUBCASE("spans that overlap") {
        trace.lanes[0].spans[1].start_ns = 9;
        CHECK(find_fault(trace) == "span 1 of lane \"T1\" starts at 9 ns, before the span before it ends at 10 ns");
    }
    SUBCASE("a span before the trace") {
        trace.lanes[1].spans[0].start_ns = -1;
        CHECK(find_fault(trace) == "span 0 of lane \"T2\" starts before the trace, at -1 ns");
    }
    SUBCASE("a state that does not exist") {
        trace.lanes[1].spans[0].state = State::count;
        CHECK(find_fault(trace) == "span 0 of lane \"T2\" has a state that does not exist");
    }
    SUBCASE("a mark on no lane") {
        trace.marks[0].lane = 2;
        CHECK(find_fault(trace) == "mark 0 is on lane 2 of 2");
    }
    SUBCASE("marks out of order") {
        trace.marks.push_back({11, 0, 0, Event::hand_off});
        CHECK(find_fault(trace) == "mark 1 is at 11 ns, before the mark before it at 12 ns");
    }
    SUBCASE("a group torn apart") {
        trace.lanes.push_back({"gil", "G", {}});
        trace.lanes.push_back({"threads", "T3", {}});
        CHECK(find_fault(trace) == "lane \"T3\" stands apart from the other lanes of its group \"threads\"");
    }
}

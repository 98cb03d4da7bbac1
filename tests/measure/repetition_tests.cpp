#include "measure/repetition.hpp"

#include <doctest/doctest.h>

namespace {

measure::Repetition repetition(trace::Nanoseconds wall_ns, std::size_t spans) {
    measure::Repetition made;
    made.wall_ns = wall_ns;
    made.trace.lanes = {{"gil", "T1", std::vector<trace::Span>(spans)}};
    return made;
}

std::size_t spans_of(const measure::Repetition& each) {
    return each.trace.span_count();
}

} // namespace

TEST_SUITE("measure/repetition") {
    TEST_CASE("traces far from the median go first, and their times stay") {
        std::vector<measure::Repetition> all{repetition(100, 10), repetition(50, 10), repetition(110, 10),
                                             repetition(400, 10), repetition(105, 10)};
        measure::bound_traces(all, 30);
        CHECK(spans_of(all[3]) == 0);
        CHECK(spans_of(all[1]) == 0);
        CHECK(spans_of(all[0]) == 10);
        CHECK(spans_of(all[2]) == 10);
        CHECK(spans_of(all[4]) == 10);
        CHECK(all[3].wall_ns == 400);
    }

    TEST_CASE("what fits is left alone, and the last trace is never dropped") {
        std::vector<measure::Repetition> all{repetition(100, 10), repetition(200, 10)};
        measure::bound_traces(all, 20);
        CHECK(spans_of(all[0]) + spans_of(all[1]) == 20);
        measure::bound_traces(all, 5);
        CHECK(spans_of(all[0]) + spans_of(all[1]) == 10);
    }
}

#include "view/timeline_rows.hpp"

#include <doctest/doctest.h>

using namespace view;

namespace {
trace::Trace three_ways() {
    trace::Trace trace;
    trace.lanes = {{"sequence", "T1", {}}, {"threads", "T1", {}}, {"threads", "T2", {}}, {"gil", "T1", {}}};
    return trace;
}
} // namespace

TEST_CASE("groups stand under one another, each lane once, without overlap") {
    const TimelineRows rows = arrange_rows(three_ways(), {}, 1000);
    REQUIRE(rows.lanes.size() == 4);
    REQUIRE(rows.headings.size() == 3);
    CHECK(rows.headings[1].first_lane == 1);
    CHECK(rows.headings[1].lanes == 2);
    CHECK(rows.headings[1].y0 >= rows.lanes[0].y1);
    CHECK(rows.headings[1].y1 <= rows.lanes[1].y0);
    for (std::size_t i = 1; i < 4; ++i) CHECK(rows.lanes[i].y0 >= rows.lanes[i - 1].y1);
    CHECK(rows.height >= rows.lanes[3].y1);
}

TEST_CASE("lanes grow with the room up to a limit, and past the least size the rows ask for more") {
    const RowSizes sizes;
    CHECK(arrange_rows(three_ways(), sizes, 1000).lanes[0].y1 - arrange_rows(three_ways(), sizes, 1000).lanes[0].y0 ==
          sizes.most_lane);
    CHECK(arrange_rows(three_ways(), sizes, 210).height == doctest::Approx(210));
    CHECK(arrange_rows(three_ways(), sizes, 50).height > 50);
}

TEST_CASE("a group without a name has no heading") {
    trace::Trace trace;
    trace.lanes = {{"", "T1", {}}, {"", "T2", {}}};
    const TimelineRows rows = arrange_rows(trace, {}, 100);
    CHECK(rows.headings.empty());
    CHECK(rows.lanes[0].y0 == 0);
    CHECK(arrange_rows({}, {}, 100).height == 0);
}

TEST_CASE("a height finds its lane, and a heading is no lane") {
    const TimelineRows rows = arrange_rows(three_ways(), {}, 1000);
    for (const LaneRow& row : rows.lanes) {
        CHECK(rows.lane_at(row.y0) == row.lane);
        CHECK(rows.lane_at(row.y1) == row.lane);
    }
    for (const GroupHeading& heading : rows.headings) CHECK(!rows.lane_at((heading.y0 + heading.y1) / 2));
    CHECK(!rows.lane_at(-1));
    CHECK(!rows.lane_at(rows.height));
}

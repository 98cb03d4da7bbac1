#include "widget/span_table.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using trace::State;
using trace::Trace;

text::Line title_of(std::string_view group) {
    return text::Line::same("way " + std::string(group));
}

/// `count` spans of 30 µs, every 100 µs, of two states in turn.
void add_lane(Trace& trace, const char* group, const char* name, int count) {
    trace::Lane lane{group, name, {}};
    for (trace::Nanoseconds i = 0; i < count; ++i)
        lane.spans.push_back({i * 100'000, i * 100'000 + 30'000, 0, i % 2 == 0 ? State::generate : State::wait_lock});
    trace.lanes.push_back(std::move(lane));
}

using Row = std::vector<text::Line>;

Row row(const char* lane, const char* state, const char* start, const char* length) {
    return {text::Line::same(lane), text::Line::same(state), text::Line::same(start), text::Line::same(length)};
}

/// In English alone.
Row english(Row cells) {
    for (text::Line& cell : cells) cell.ko = cell.en;
    return cells;
}

} // namespace

TEST_CASE("a timeline in words has a row a span: lane, state, start and length") {
    Trace trace;
    trace.lanes.push_back(
        {"threads", "T1", {{0, 1'500'000, 0, State::generate}, {1'500'000, 4'000'000, 0, State::sort}}});
    trace.lanes.push_back({"processes", "P1", {{2'000, 3'500, 0, State::send}}});
    const lab::Table table = widget::span_table(trace, title_of);
    CHECK(table.id == "spans");
    CHECK(table.columns.size() == 4);
    REQUIRE(table.rows.size() == 3);
    CHECK(english(table.rows[0]) == row("way threads: T1", "generate", "0.000 ms", "1.5 ms"));
    CHECK(english(table.rows[1]) == row("way threads: T1", "sort", "1.500 ms", "2.5 ms"));
    CHECK(english(table.rows[2]) == row("way processes: P1", "sending", "0.002 ms", "1.5 µs"));
    CHECK(table.rows[0][1].ko == "난수 생성");
}

TEST_CASE("the lane of a lock's queue is called so in both languages") {
    Trace trace;
    trace.lanes.push_back({"locks", "m queue", {{0, 1'000, 2, State::queue}}});
    const lab::Table table = widget::span_table(trace, title_of);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0][0].ko == "way locks: m 대기열");
    CHECK(table.rows[0][0].en == "way locks: m queue");
}

TEST_CASE("a lane with very many spans tells its first ones, and of the rest how many, from when and how long") {
    Trace trace;
    add_lane(trace, "sequence", "T1", 4);
    add_lane(trace, "gil", "T1", 50'000);
    const lab::Table table = widget::span_table(trace, title_of);
    REQUIRE(table.rows.size() == 4 + 99);
    const Row last_single = english(table.rows[4 + 96]);
    CHECK(last_single == row("way gil: T1", "generate", "9.600 ms", "30.0 µs"));
    // 97 are told one by one: 24,951 of the one state remain and 24,952 of the other.
    CHECK(english(table.rows[4 + 97]) == row("way gil: T1", "waiting for the lock × 24,952", "9.700 ms", "749 ms"));
    CHECK(english(table.rows[4 + 98]) == row("way gil: T1", "generate × 24,951", "9.800 ms", "749 ms"));
}

TEST_CASE("no trace has more rows than a reader can take, and none is left out unsaid") {
    for (const int lanes : {1, 7, 25, 150, 400}) {
        CAPTURE(lanes);
        Trace trace;
        for (int i = 0; i < lanes; ++i) add_lane(trace, "gil", "T", 1'000);
        const lab::Table table = widget::span_table(trace, title_of);
        CHECK(table.rows.size() <= widget::most_span_rows);
        std::size_t told = 0;
        for (const Row& each : table.rows) {
            const std::string& lane = each[0].en;
            const std::string& state = each[1].en;
            const auto number = [](std::string text) {
                std::erase(text, ',');
                return std::stoul(text);
            };
            const std::size_t times = state.find("× ");
            if (lane.ends_with(" more spans"))
                told += number(lane);
            else
                told += times == std::string::npos ? 1 : number(state.substr(times + std::string("× ").size()));
        }
        CHECK(told == trace.span_count());
    }
    Trace just;
    add_lane(just, "gil", "T", 199);
    CHECK(widget::span_table(just, title_of).rows.size() == 199);
    CHECK(widget::span_table({}, title_of).rows.empty());
}

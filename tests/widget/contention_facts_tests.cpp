#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "contention_testing.hpp"
#include "program/metric.hpp"
#include "widget/contention_report.hpp"

using testing::fact;
using testing::run;
using testing::surroundings;

TEST_CASE("numbers that say nothing of a scenario are a dash and no fact, not a zero") {
    const auto shown = [](const char* preset, const char* id) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("preset", preset).empty());
        run(contention);
        const lab::Description description = contention.describe();
        const text::Line name = program::find_metric(id)->name;
        for (const lab::Table& table : description.tables)
            for (const auto& row : table.rows)
                if (table.id == "metrics" && row[0].en == name.en) {
                    CHECK((lab::find_fact(description, id) == nullptr) == (row[1].en == "–"));
                    return row[1].en != "–";
                }
        FAIL("no row");
        return false;
    };
    for (const char* id : {"throughput_per_s", "wait_p50_ns", "jain", "lock_utilisation", "spin_cpu_s"}) {
        CHECK_FALSE(shown("count-timed", id));
        CHECK(shown("refcount-lock", id));
    }
    for (const char* id : {"gil_switches", "gil_requests", "gil_utilisation", "gil_wait_p50_ns", "gil_wait_p95_ns",
                           "gil_wait_p99_ns", "gil_wait_max_ns"}) {
        CHECK(shown("count-timed", id));
        CHECK_FALSE(shown("refcount-lock", id));
    }
    CHECK(shown("count-ticks", "gil_switches"));
    CHECK_FALSE(shown("count-ticks", "gil_requests"));
    CHECK(shown("count-timed", "core_utilisation"));
}

TEST_CASE("files leave out what a run has no value for") {
    widget::ContentionWidget contention(surroundings());
    const auto file = [&](const char* id) {
        REQUIRE(contention.press(id).empty());
        const std::optional<lab::File> made = contention.take_file();
        REQUIRE(made);
        return made->content;
    };
    REQUIRE(contention.set("preset", "count-timed").empty());
    run(contention);
    CHECK(file("export_csv").ends_with("throughput_per_s,bound_per_s,predicted_per_s\n,2,,,\n"));
    const std::string json = file("export_json");
    CHECK(json.find("throughput_per_s") == std::string::npos);
    CHECK(json.find("\"gil_wait_p99_ns\":") != std::string::npos);
    CHECK(json.find("\"lock_utilisation\"") == std::string::npos);
    // A lock that nobody came to in time: no acquire, so no time that one took.
    REQUIRE(contention.set("scenario", "s1~for:1u~lock:m:fifo~thread:T.compute:1m.lock:m.unlock:m").empty());
    run(contention);
    CHECK(fact(contention, "wait_p50_ns").id.empty());
    CHECK(fact(contention, "throughput_per_s").value == "0");
    CHECK(file("export_json").find("wait_p50_ns") == std::string::npos);
}

TEST_CASE("the histogram is of the locks or, where there is none, of the GIL, and stands in a table as well") {
    const auto heading = [](const char* preset) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("preset", preset).empty());
        const lab::Description before = contention.describe();
        CHECK(std::ranges::none_of(before.tables, [](const lab::Table& table) { return table.id == "waits"; }));
        run(contention);
        const lab::Description description = contention.describe();
        for (const lab::Table& table : description.tables)
            if (table.id == "waits") {
                CHECK(table.rows.size() >= 1);
                CHECK(table.caption.en == widget::shown_waits(contention).heading.en);
                return table.caption.en;
            }
        return std::string();
    };
    CHECK(heading("refcount-lock") == "How long acquires waited");
    for (const char* preset : {"sort-timed", "count-ticks", "convoy-timed", "with-gil"})
        CHECK_MESSAGE(heading(preset) == "How long the GIL was waited for", preset);
    CHECK(heading("refcount-race").empty());
}

TEST_CASE("a prediction of theory that the cores cut off says so, and has the unit of its neighbours") {
    const auto predicted = [](const char* cores) {
        widget::ContentionWidget contention(surroundings());
        for (const auto& [id, value] : {std::pair{"threads", "8"},
                                        {"cores", cores},
                                        {"inside_ns", "1000"},
                                        {"outside_ns", "8000"},
                                        {"outside_law", "exponential"},
                                        {"lock", "fifo"}})
            CHECK_MESSAGE(contention.set(id, value).empty(), id);
        return fact(contention, "predicted_per_s").text.en;
    };
    CHECK(predicted("2").find("the bound: with a core for each thread") != std::string::npos);
    CHECK(predicted("2").starts_with("222 k/s ("));
    CHECK(predicted("8").find("the bound") == std::string::npos);
}

TEST_CASE("in what the real locks work otherwise is said of those that a scenario has") {
    const auto remarks = [](const char* lock) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("lock", lock).empty());
        std::string all;
        for (const text::Line& each : widget::remarks_on_locks(contention.scenario())) all += each.en;
        return all;
    };
    CHECK(remarks("futex").empty());
    CHECK(remarks("adaptive").empty());
    CHECK(remarks("mcs").find("(1,000 turns)") != std::string::npos);
    CHECK(remarks("backoff").find("up to 1,024 turns") != std::string::npos);
    CHECK(remarks("mcs").find("keeps away") == std::string::npos);
    CHECK(remarks("rw_writers").find("reader-writer") != std::string::npos);
}

TEST_CASE("a preempted thread is told apart from a ready one in the table of spans and in the files") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("preset", "ticket-crowd").empty());
    run(contention);
    int rows = 0;
    int holders = 0;
    for (const lab::Table& table : contention.describe().tables)
        if (table.id == "spans")
            for (const std::vector<text::Line>& row : table.rows) {
                rows += row[1].en.starts_with("preempted") && row[1].ko.starts_with("선점됨");
                holders += row[1].en.starts_with("held: T");
            }
    CHECK(rows > 0);
    CHECK(holders > 0);
    for (const auto& [button, span] :
         {std::pair{"export_spans", ",span,preempted,"}, {"export_trace", "\"name\":\"preempted\""}}) {
        REQUIRE(contention.press(button).empty());
        CHECK_MESSAGE(contention.take_file()->content.find(span) != std::string::npos, button);
    }
}

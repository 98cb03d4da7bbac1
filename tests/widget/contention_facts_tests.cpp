#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "contention_testing.hpp"
#include "program/metric.hpp"

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
    for (const char* id : {"gil_switches", "gil_requests"}) {
        CHECK(shown("count-timed", id));
        CHECK_FALSE(shown("refcount-lock", id));
    }
    CHECK(shown("count-ticks", "gil_switches"));
    CHECK_FALSE(shown("count-ticks", "gil_requests"));
    CHECK(shown("count-timed", "core_utilisation"));
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

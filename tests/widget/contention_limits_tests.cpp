// The ends of the ranges.
#include <doctest/doctest.h>

#include <string>

#include "contention_testing.hpp"
#include "lab/control.hpp"

using testing::fact;
using testing::run;
using testing::surroundings;

TEST_CASE("256 threads on 64 cores run, and are not asked to be doubled") {
    widget::ContentionWidget contention(surroundings());
    for (const auto& [id, value] : {std::pair{"threads", "256"}, {"cores", "64"}, {"locks", "16"}, {"lock", "mcs"}})
        REQUIRE_MESSAGE(contention.set(id, value).empty(), id);
    REQUIRE(contention.set("duration_us", "200").empty());
    const lab::Control* predict = lab::find(contention.controls(), "predict");
    CHECK_FALSE(predict->enabled());
    CHECK(predict->why_not.en == "The threads cannot be doubled: at most 256 are possible.");
    CHECK_FALSE(contention.can_double());
    run(contention);
    CHECK(fact(contention, "doubling.ratio").id.empty());
    CHECK(testing::number(contention, "core_utilisation") > 0.5);
    CHECK(contention.set("threads", "257").en.find("256") != std::string::npos);
    REQUIRE(contention.set("threads", "128").empty());
    CHECK(contention.can_double());
    CHECK(lab::find(contention.controls(), "predict")->enabled());
}

#include "widget/contention_run.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "program/contention.hpp"
#include "program/presets.hpp"

using sim::Did;
using widget::ContentionRun;

namespace {

std::shared_ptr<const program::Scenario> shared(program::Scenario scenario) {
    return std::make_shared<const program::Scenario>(std::move(scenario));
}

std::shared_ptr<const program::Scenario> story(const char* id) {
    return shared(program::find_preset(id)->make());
}

bool is_wait(Did did) {
    return did == Did::waits || did == Did::spins || did == Did::gil_waits;
}

} // namespace

TEST_CASE("the next wait is the first step after the present one at which somebody has to wait, lock or GIL") {
    for (const char* id : {"lock-io", "ticket-crowd", "sort-timed", "with-gil", "free-threaded", "rw-readers"}) {
        CAPTURE(id);
        ContentionRun run(story(id), 1);
        sim::History straight(story(id), 1);
        straight.extend(20'000);
        std::int64_t at = 0;
        for (int i = 0; i < 30; ++i) {
            std::int64_t expected = at + 1;
            while (expected <= straight.recorded() && !is_wait(straight.did(expected))) ++expected;
            if (expected > straight.recorded()) break;
            const std::optional<std::int64_t> found = run.next_wait(at);
            REQUIRE(found);
            CHECK(*found == expected);
            at = *found;
        }
        CHECK(at > 0);
    }
}

TEST_CASE("the next wait is found in what has been simulated as well as beyond it") {
    ContentionRun ahead(story("ticket-crowd"), 1);
    ContentionRun known(story("ticket-crowd"), 1);
    known.history().extend(5'000);
    for (const std::int64_t from : {0, 3, 40, 900}) {
        CHECK(known.next_wait(from) == ahead.next_wait(from));
        CHECK(known.history().recorded() == 5'000);
    }
}

TEST_CASE("where nobody waits there is no next wait, and a search that finds none ends") {
    ContentionRun alone(shared(program::contention({.threads = 1, .duration_ns = 1'000'000'000})), 1);
    CHECK_FALSE(alone.next_wait(0));
    CHECK(alone.history().recorded() <= 100'000); // what one frame has time for
    ContentionRun race(story("refcount-race"), 1);
    CHECK_FALSE(race.next_wait(0));
    ContentionRun over(story("refcount-lock"), 1);
    over.run_to_end();
    while (over.is_running()) over.poll(1'000'000);
    CHECK_FALSE(over.next_wait(over.history().recorded()));
}

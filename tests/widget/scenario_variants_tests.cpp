#include "widget/scenario_variants.hpp"

#include <doctest/doctest.h>

#include "program/presets.hpp"

using program::Contention;
using program::LockKind;
using program::TimeLaw;

TEST_CASE("the parameters of a contention scenario are read back from it, whatever they are") {
    for (const int locks : {1, 3})
        for (const Contention::Choice choice : {Contention::Choice::in_turn, Contention::Choice::by_thread})
            for (const bool counts : {false, true})
                for (const LockKind kind : {LockKind::mcs, LockKind::rw_writers})
                    for (const int percent : {0, 1, 25, 37, 50, 75, 90, 100}) {
                        const Contention parameters{.threads = 5,
                                                    .cores = 3,
                                                    .inside = TimeLaw::exponential(700),
                                                    .outside = TimeLaw::uniform(0, 4'000),
                                                    .locks = locks,
                                                    .choice = choice,
                                                    .kind = kind,
                                                    .readers_percent = percent,
                                                    .counts = counts};
                        const auto read = widget::parameters_of(program::contention(parameters));
                        REQUIRE(read);
                        CHECK(program::contention(*read) == program::contention(parameters));
                        CHECK(read->readers_percent == percent);
                    }
}

TEST_CASE("another scenario is not taken for one with parameters") {
    for (const char* id : {"sort-timed", "lock-io", "refcount-lock", "free-threaded"})
        CHECK_FALSE(widget::parameters_of(program::find_preset(id)->make()));
    program::Scenario touched = program::contention({});
    touched.threads[1].code.front().time.a_ns += 1;
    CHECK_FALSE(widget::parameters_of(touched));
}

TEST_CASE("threads that do the same can be more or fewer, and the scenario stays without fault") {
    for (const char* id : {"lock-io", "ticket-crowd", "free-threaded", "refcount-lock"}) {
        CAPTURE(id);
        const program::Scenario scenario = program::find_preset(id)->make();
        REQUIRE(widget::has_like_threads(scenario));
        for (const int threads : {1, 2, 7, 64}) {
            const program::Scenario other = widget::with_threads(scenario, threads);
            CHECK(static_cast<int>(other.threads.size()) == threads);
            CHECK(program::find_fault(other).empty());
        }
        CHECK(widget::with_threads(scenario, static_cast<int>(scenario.threads.size())) == scenario);
    }
    CHECK_FALSE(widget::has_like_threads(program::find_preset("sort-timed")->make()));
    CHECK_FALSE(widget::has_like_threads(program::find_preset("convoy-timed")->make()));
}

TEST_CASE("where readers shared the lock they take any other one alone, and the other way round") {
    Contention parameters{.kind = LockKind::rw_readers, .readers_percent = 75};
    const program::Scenario shared = program::contention(parameters);
    parameters.kind = LockKind::mcs;
    const program::Scenario alone = program::contention(parameters);
    CHECK(*widget::with_kind(shared, LockKind::mcs) == alone);
    CHECK(*widget::with_kind(alone, LockKind::rw_readers) == shared);
    CHECK_FALSE(widget::with_kind(program::find_preset("rw-readers")->make(), LockKind::mcs));
}

TEST_CASE("with another kind of lock the usual costs come along, and costs of one's own stay") {
    program::Scenario scenario = program::contention({.kind = LockKind::fifo});
    scenario.costs = widget::usual_costs(LockKind::fifo);
    CHECK(scenario.costs == program::Costs::free());
    CHECK(widget::with_kind(scenario, LockKind::mcs)->costs == program::Costs{});
    scenario.costs.transfer_ns = 321;
    CHECK(widget::with_kind(scenario, LockKind::mcs)->costs == scenario.costs);
}

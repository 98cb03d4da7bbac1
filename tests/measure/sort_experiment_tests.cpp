#include "measure/sort_experiment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <string>
#include <thread>

using namespace measure;

namespace {

SortPlan small_plan() {
    SortPlan plan;
    plan.n = 20'000;
    plan.units = 2;
    plan.repetitions = 2;
    return plan;
}

void run_to_end(SortExperiment& experiment, const std::function<void()>& after_poll = [] {}) {
    while (experiment.running()) {
        experiment.poll();
        after_poll();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

/// Not slept between: a step may be over within a millisecond.
void poll_until_measuring(SortExperiment& experiment) {
    while (experiment.running() && experiment.progress().phase != Phase::measuring) experiment.poll();
    REQUIRE(experiment.running());
}

bool something_runs() {
    return abilities().threads || abilities().processes;
}

void check_results(const SortExperiment& experiment) {
    CHECK(experiment.progress().phase == Phase::finished);
    CHECK(experiment.failure() == Failure::none);
    CHECK(experiment.machine().effective_cores > 0);
    CHECK(experiment.machine().clock_step_ns > 0);
    const auto pictures = experiment.pictures();
    REQUIRE(pictures.size() >= 3);
    CHECK(pictures.front().progress == 0);
    CHECK(pictures.back().progress == 1);
    CHECK(std::ranges::adjacent_find(pictures, std::greater_equal<>(), &Picture::progress) == pictures.end());
    CHECK(std::ranges::is_sorted(pictures.back().values));
    for (int i = 0; i < way_count; ++i) {
        const auto way = static_cast<Way>(i);
        CAPTURE(std::string(name_of(way)));
        const auto repetitions = experiment.repetitions(way);
        const int expected = can_run(way, abilities()) ? experiment.plan().repetitions : 0;
        CHECK(static_cast<int>(repetitions.size()) == expected);
        for (const Repetition& repetition : repetitions) {
            CHECK(repetition.verified);
            CHECK(repetition.wall_ns > 0);
            CHECK(trace::find_fault(repetition.trace) == "");
        }
    }
}

} // namespace

TEST_CASE("an experiment runs every way that can run here, and verifies each repetition") {
    if (!something_runs()) return;
    SortExperiment experiment;
    CHECK_FALSE(experiment.running());
    CHECK(experiment.progress().phase == Phase::idle);
    experiment.start(small_plan());
    CHECK(experiment.running());

    double done = 0;
    double cores_at_first = 0;
    std::uint64_t revision = experiment.revision();
    run_to_end(experiment, [&] {
        CHECK(experiment.progress().done >= done);
        CHECK(experiment.revision() > revision);
        done = experiment.progress().done;
        if (experiment.progress().phase == Phase::measuring) cores_at_first = experiment.machine().effective_cores;
        revision = experiment.revision();
        for (const float unit : experiment.unit_progress()) CHECK((unit >= 0 && unit <= 1));
    });
    check_results(experiment);
    CHECK(done == 1);
    CHECK(experiment.progress().seconds_left == 0);
    CHECK(experiment.machine().effective_cores >= cores_at_first);
    CHECK(cores_at_first > 0);
    CHECK(experiment.pictures().size() >= 3);
    CHECK(experiment.discards() == 0);

    SUBCASE("and again") {
        SortPlan plan = small_plan();
        plan.units = 3;
        plan.repetitions = 1;
        plan.sort_checks = true;
        experiment.start(plan);
        CHECK(experiment.repetitions(Way::sequence).empty());
        CHECK(experiment.pictures().empty());
        run_to_end(experiment);
        check_results(experiment);
    }
}

TEST_CASE("a run can be cancelled in each of its phases") {
    if (!something_runs()) return;
    for (const Phase phase :
         {Phase::preparing, Phase::calibrating, Phase::warming, Phase::measuring, Phase::verifying}) {
        for (int i = 0; i < way_count; ++i) {
            const auto way = static_cast<Way>(i);
            const bool of_a_way = phase == Phase::measuring || phase == Phase::verifying;
            if (!can_run(way, abilities()) || (!of_a_way && i > 0)) continue;
            CAPTURE(static_cast<int>(phase));
            CAPTURE(std::string(name_of(way)));
            SortExperiment experiment;
            SortPlan plan = small_plan();
            plan.n = 200'000;
            experiment.start(plan);
            bool cancelled = false;
            run_to_end(experiment, [&] {
                const Progress& now = experiment.progress();
                if (cancelled || now.phase != phase || (of_a_way && now.way != way)) return;
                cancelled = true;
                experiment.cancel();
            });
            CHECK(cancelled);
            CHECK(experiment.progress().phase == Phase::cancelled);
            CHECK(experiment.failure() == Failure::none);
            for (int other = 0; other < way_count; ++other)
                for (const Repetition& kept : experiment.repetitions(static_cast<Way>(other))) CHECK(kept.verified);
        }
    }
}

TEST_CASE("what was under way when the page was hidden is measured again") {
    if (!something_runs()) return;
    for (const Phase phase :
         {Phase::preparing, Phase::calibrating, Phase::warming, Phase::measuring, Phase::verifying}) {
        CAPTURE(static_cast<int>(phase));
        SortExperiment experiment;
        experiment.start(small_plan());
        bool hidden = false;
        bool again = false;
        run_to_end(experiment, [&] {
            const Progress& now = experiment.progress();
            if (hidden && now.phase <= Phase::measuring && now.repetition == 0) again = true;
            if (hidden || now.phase != phase) return;
            hidden = true;
            experiment.discard_current();
        });
        CHECK(hidden);
        CHECK(again);
        CHECK(experiment.discards() == 1);
        check_results(experiment);
    }
}

TEST_CASE("a plan that cannot run fails at once and says why") {
    SortExperiment experiment;
    SortPlan plan = small_plan();
    SUBCASE("too few numbers") {
        plan.n = 999;
        experiment.start(plan);
        CHECK(experiment.failure() == Failure::bad_plan);
    }
    SUBCASE("too many units") {
        plan.units = 9;
        experiment.start(plan);
        CHECK(experiment.failure() == Failure::bad_plan);
    }
    SUBCASE("more numbers than fit any memory") {
        plan.n = std::numeric_limits<std::int64_t>::max() / 100;
        experiment.start(plan);
        CHECK(experiment.failure() == (something_runs() ? Failure::out_of_memory : Failure::nothing_can_run));
        if (something_runs()) CHECK(static_cast<std::uint64_t>(experiment.failure_detail()) == bytes_needed(plan));
    }
    CHECK(experiment.progress().phase == Phase::failed);
    CHECK_FALSE(experiment.running());
}

TEST_CASE("a new start ends the run under way") {
    if (!something_runs()) return;
    SortExperiment experiment;
    SortPlan plan = small_plan();
    plan.n = 500'000;
    experiment.start(plan);
    poll_until_measuring(experiment);
    experiment.start(small_plan());
    run_to_end(experiment);
    check_results(experiment);
}

TEST_CASE("an experiment can be destroyed in the middle") {
    if (!something_runs()) return;
    {
        SortExperiment experiment;
        SortPlan plan = small_plan();
        plan.n = 500'000;
        experiment.start(plan);
        poll_until_measuring(experiment);
    }
    SortExperiment next;
    next.start(small_plan());
    run_to_end(next);
    check_results(next);
}

TEST_CASE("what fits the memory is the inverse of what is needed") {
    CHECK(largest_n(2, 160'000'000 + 2 * record_bytes) == 10'000'000);
    CHECK(largest_n(8, record_bytes) == 0); // not even the records fit
    SortPlan plan;
    for (plan.units = 1; plan.units <= most_units; ++plan.units) {
        plan.n = largest_n(plan.units, 1'000'000'007);
        CHECK(bytes_needed(plan) <= 1'000'000'007);
        ++plan.n;
        CHECK(bytes_needed(plan) > 1'000'000'007);
    }
}

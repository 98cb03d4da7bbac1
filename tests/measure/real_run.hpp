#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

#include "measure/abilities.hpp"
#include "measure/scenario_run.hpp"
#include "program/builder.hpp"

/// What the tests of real runs share.
namespace real_run {

/// One for all tests, so that the machine is calibrated once, for as many threads as there can be.
inline measure::ScenarioRun& the_run() {
    static measure::ScenarioRun run;
    return run;
}

inline void finish(measure::ScenarioRun& run, const std::function<void()>& after_poll = [] {}) {
    while (run.running()) {
        run.poll();
        after_poll();
        std::this_thread::sleep_for(std::chrono::microseconds(300));
    }
}

/// Runs to the end; the outcome is sound whatever the scenario.
inline const measure::ScenarioOutcome& run(const program::Scenario& scenario, std::uint64_t seed = 1) {
    measure::ScenarioRun& run = the_run();
    if (run.work().error == 0) {
        program::Builder calibration("calibration");
        calibration.threads("T", 8).compute(1'000);
        run.start(calibration.build(), 1);
        finish(run);
    }
    const text::Line why_not = measure::ScenarioRun::why_not(scenario);
    CHECK_MESSAGE(why_not.empty(), why_not.en);
    run.start(scenario, seed);
    finish(run);
    CHECK(run.phase() == measure::Phase::finished);
    CHECK_MESSAGE(run.failure().empty(), run.failure().en);
    REQUIRE(run.outcome() != nullptr);
    const measure::ScenarioOutcome& outcome = *run.outcome();
    CHECK(trace::find_fault(outcome.trace) == "");
    CHECK(outcome.trace.end_ns() <= outcome.results.elapsed_ns);
    CHECK(outcome.results.threads.size() == scenario.threads.size());
    CHECK(outcome.results.locks.size() == scenario.locks.size());
    return outcome;
}

inline const trace::Lane& lane_of(const measure::ScenarioOutcome& outcome, const std::string& name) {
    for (const trace::Lane& lane : outcome.trace.lanes)
        if (lane.name == name) return lane;
    FAIL("no lane " << name);
    return outcome.trace.lanes.front();
}

inline trace::Nanoseconds time_in(const trace::Lane& lane, trace::State state) {
    trace::Nanoseconds sum = 0;
    for (const trace::Span& span : lane.spans)
        if (span.state == state) sum += span.length_ns();
    return sum;
}

inline bool no_threads() {
    return !measure::abilities().threads;
}

} // namespace real_run

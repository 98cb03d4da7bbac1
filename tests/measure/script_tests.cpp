#include "measure/script.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "measure/machine.hpp"

using namespace measure;

namespace {

std::vector<Entry> script_of(const Abilities& abilities) {
    SortPlan plan;
    plan.repetitions = 2;
    return write_script(plan, abilities);
}

std::ptrdiff_t count(const std::vector<Entry>& script, Phase phase) {
    return std::ranges::count(script, phase, &Entry::phase);
}

} // namespace

TEST_CASE("the cores are calibrated after the warm-up, and once more when everything is measured") {
    for (const bool threads : {true, false}) {
        CAPTURE(threads);
        const std::vector<Entry> script = script_of({.threads = threads, .processes = true});
        const auto first = std::ranges::find(script, Phase::calibrating, &Entry::phase);
        CHECK(std::ranges::find(script, Phase::warming, &Entry::phase) < first);
        CHECK(first < std::ranges::find(script, Phase::measuring, &Entry::phase));
        CHECK(script.back().phase == Phase::calibrating);
        const bool is_the_same = script.back().make == first->make;
        CHECK(is_the_same);
        CHECK(count(script, Phase::calibrating) == (threads ? 3 : 2)); // clocks are compared once
    }
}

TEST_CASE("every timed repetition is followed by its own check") {
    const std::vector<Entry> script = script_of({.threads = true, .processes = true});
    CHECK(count(script, Phase::measuring) == 2 * way_count);
    for (std::size_t i = 0; i < script.size(); ++i) {
        if (script[i].phase != Phase::measuring) continue;
        CHECK(script[i + 1].phase == Phase::verifying);
        CHECK(script[i + 1].way == script[i].way);
        CHECK(script[i + 1].repetition == script[i].repetition);
    }
}

TEST_CASE("of two calibrations the larger number of cores counts, and all else of the later one") {
    Machine first;
    first.effective_cores = 1.9;
    first.clock_step_ns = 50;
    Machine second;
    second.effective_cores = 1.2;
    second.clock_step_ns = 30;
    CHECK(calibrated_again(first, second).effective_cores == 1.9);
    CHECK(calibrated_again(first, second).clock_step_ns == 30);
    CHECK(calibrated_again(second, first).effective_cores == 1.9);
}

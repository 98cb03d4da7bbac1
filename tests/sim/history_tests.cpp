#include "sim/history.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "program/builder.hpp"
#include "program/contention.hpp"
#include "program/presets.hpp"

using namespace sim;

namespace {

std::shared_ptr<const program::Scenario> contended(program::LockKind kind) {
    program::Contention parameters;
    parameters.threads = 6;
    parameters.cores = 3;
    parameters.kind = kind;
    parameters.inside = program::TimeLaw::exponential(300);
    parameters.outside = program::TimeLaw::exponential(700);
    parameters.counts = true;
    parameters.duration_ns = 20'000'000;
    return std::make_shared<const program::Scenario>(program::contention(parameters));
}

std::vector<Happening> all_steps(const std::shared_ptr<const program::Scenario>& scenario, std::int64_t most) {
    Machine machine(scenario, 1);
    std::vector<Happening> steps;
    while (static_cast<std::int64_t>(steps.size()) < most) {
        const Happening each = machine.step();
        if (each.did == Did::nothing) break;
        steps.push_back(each);
    }
    return steps;
}

} // namespace

TEST_CASE("a run can be gone through in any order, and every moment is the one of the straight run") {
    for (const program::LockKind kind :
         {program::LockKind::fifo, program::LockKind::mcs, program::LockKind::adaptive}) {
        const auto scenario = contended(kind);
        const std::vector<Happening> steps = all_steps(scenario, 5'000);
        History history(scenario, 1);
        for (const std::int64_t step : {4'000, 3'999, 1, 0, 2'048, 2'047, 2'049, 1'024, 4'999, 17}) {
            history.go(step);
            REQUIRE(history.position() == step);
            CHECK(history.machine().steps() == step);
            if (step > 0) CHECK(history.happening() == steps[static_cast<std::size_t>(step - 1)]);
            if (step == 0) CHECK(history.happening().did == Did::nothing);
        }
    }
}

TEST_CASE("going beyond the end stays at the last step") {
    const auto scenario = std::make_shared<const program::Scenario>(program::find_preset("refcount-race")->make());
    History history(scenario, 1);
    history.go(1'000'000'000);
    CHECK(history.is_complete());
    CHECK(history.position() == history.recorded());
    CHECK(history.machine().steps() == history.recorded());
}

TEST_CASE("snapshots are thinned out in long runs and still lead to every step") {
    const auto scenario = contended(program::LockKind::fifo);
    auto longer = std::make_shared<program::Scenario>(*scenario);
    longer->duration_ns = 2'000'000'000;
    History history(longer, 1);
    history.extend(1'300'000);
    REQUIRE(history.recorded() == 1'300'000);
    const std::vector<Happening> steps = all_steps(longer, 700'001);
    history.go(700'001);
    CHECK(history.happening() == steps.back());
    history.go(700'000);
    CHECK(history.happening() == steps[699'999]);
}

TEST_CASE("with machines of any size the snapshots stay below their bound in bytes and still lead to every step") {
    program::Contention parameters;
    parameters.threads = 256;
    parameters.cores = 64;
    parameters.locks = 256;
    parameters.choice = program::Contention::Choice::by_thread;
    parameters.kind = program::LockKind::mcs;
    parameters.inside = program::TimeLaw::exponential(300);
    parameters.outside = program::TimeLaw::exponential(700);
    parameters.duration_ns = 1'000'000'000;
    const auto scenario = std::make_shared<const program::Scenario>(program::contention(parameters));
    History history(scenario, 1);
    REQUIRE(history.machine().bytes() > 1'000'000);
    std::size_t most = 0;
    for (int part = 0; part < 100; ++part) {
        history.extend(1'500);
        most = std::max(most, history.snapshot_bytes());
    }
    REQUIRE(history.recorded() == 150'000);
    CHECK(most > History::most_snapshot_bytes / 3); // they are kept while there is room
    CHECK(most <= History::most_snapshot_bytes);
    CHECK(history.interval() > 1'024);
    const std::vector<Happening> steps = all_steps(scenario, 150'000);
    for (const std::int64_t step : {149'999, 75'000, 1'025, 1}) {
        history.go(step);
        CHECK(history.happening() == steps[static_cast<std::size_t>(step - 1)]);
        CHECK(history.machine().steps() == step);
    }
}

TEST_CASE("what is printed counts in the bound of the snapshots too") {
    program::Builder b("printing");
    b.thread("T").forever([](program::CodeBuilder& t) { t.print().compute(1); });
    const auto scenario = std::make_shared<const program::Scenario>(b.duration(4'000'000'000).build());
    History history(scenario, 1);
    std::size_t most = 0;
    for (int part = 0; part < 100; ++part) {
        history.extend(10'000);
        most = std::max(most, history.snapshot_bytes());
    }
    CHECK(most > History::most_snapshot_bytes / 3);
    CHECK(most <= History::most_snapshot_bytes);
    history.go(999'999);
    CHECK(history.machine().steps() == 999'999);
    const std::size_t printed = history.machine().printed().size();
    history.go(799'999);
    CHECK(history.machine().steps() == 799'999);
    CHECK(history.machine().printed().size() < printed);
}

TEST_CASE("a run of a million steps keeps so many snapshots that a jump replays four thousand steps at most") {
    for (const program::LockKind kind : {program::LockKind::fifo, program::LockKind::mcs}) {
        auto scenario = std::make_shared<program::Scenario>(*contended(kind));
        scenario->duration_ns = 20'000'000'000;
        scenario->scheduling.cores = 6; // else the queue lock waits for quanta, which makes few steps
        History history(scenario, 1);
        history.extend(1'000'000);
        REQUIRE(history.recorded() == 1'000'000);
        CHECK(history.interval() <= 4'096);
    }
}

TEST_CASE("find leads to the next step of a kind, running on as far as it has to") {
    const auto scenario = contended(program::LockKind::fifo);
    const std::vector<Happening> steps = all_steps(scenario, 20'000);
    History history(scenario, 1);
    std::int64_t from = 0;
    for (int i = 0; i < 50; ++i) {
        const std::int64_t found = history.find(from, Did::waits, 100'000);
        REQUIRE(found > from);
        for (std::int64_t step = from + 1; step < found; ++step)
            CHECK(steps[static_cast<std::size_t>(step - 1)].did != Did::waits);
        CHECK(steps[static_cast<std::size_t>(found - 1)].did == Did::waits);
        from = found;
    }
    CHECK(history.find(0, Did::io_began, 1'000) == -1);
    CHECK(history.find(0, Did::waits, 0) == -1);
}

TEST_CASE("step_at finds the last step that is not after a time") {
    const auto scenario = contended(program::LockKind::mcs);
    History history(scenario, 1);
    history.extend(2'000);
    for (const std::int64_t step : {1, 10, 500, 1'999}) {
        const std::int64_t found = history.step_at(history.time_of(step));
        CHECK(found >= step);
        CHECK(history.time_of(found) == history.time_of(step));
        if (found < history.recorded()) CHECK(history.time_of(found + 1) > history.time_of(step));
    }
    CHECK(history.step_at(-1) == 0);
}

TEST_CASE("the recorded trace has no fault, and its spans add up to the results") {
    for (const program::LockTraits& traits : program::lock_table()) {
        const auto scenario = contended(traits.kind);
        History history(scenario, 1);
        history.extend(30'000);
        const trace::Trace& trace = history.trace();
        REQUIRE_MESSAGE(trace::find_fault(trace).empty(), traits.id, ": ", trace::find_fault(trace));
        REQUIRE(trace.lanes.size() == 6 + 2);
        CHECK(trace.lanes[6].name == "m");
        CHECK(trace.lanes[7].name == "m queue");
        for (std::size_t t = 0; t < 6; ++t) {
            program::Nanoseconds running_ns = 0;
            program::Nanoseconds spinning_ns = 0;
            for (const trace::Span& span : trace.lanes[t].spans) {
                if (span.state == trace::State::running || span.state == trace::State::section)
                    running_ns += span.length_ns();
                if (span.state == trace::State::spin) spinning_ns += span.length_ns();
            }
            CHECK(running_ns == history.results().threads[t].running_ns);
            CHECK(spinning_ns == history.results().threads[t].spinning_ns);
        }
    }
}

TEST_CASE("running, stepping and measuring come to the same results, bit for bit") {
    for (const program::LockTraits& traits : program::lock_table()) {
        const auto scenario = contended(traits.kind);
        History history(scenario, 3);
        history.extend(100'000'000);
        REQUIRE(history.is_complete());
        Machine machine(scenario, 3);
        while (!machine.is_over()) machine.run(machine.now_ns() + 12'345, 100);
        CHECK(machine.results() == history.results());
        CHECK(measure(*scenario, 3) == history.results());
        CHECK(machine.steps() == history.recorded());
    }
}

TEST_CASE("every step has a sentence in both languages") {
    for (const program::Preset& preset : program::presets()) {
        const program::Scenario scenario = preset.make();
        Machine machine(std::make_shared<const program::Scenario>(scenario), 1);
        for (int i = 0; i < 3'000; ++i) {
            const Happening happening = machine.step();
            const text::Line sentence = sentence_of(happening, scenario);
            CHECK(sentence.ko.find('{') == std::string::npos);
            CHECK(sentence.en.find('?') == std::string::npos);
            if (happening.did == Did::nothing) break;
        }
    }
}

#include <doctest/doctest.h>

#include <algorithm>

#include "program/presets.hpp"
#include "sim/history.hpp"
#include "sim/steps.hpp"

using namespace sim;
using program::GilKind;

namespace {

program::Interpreter python(GilKind kind) {
    program::Interpreter interpreter;
    interpreter.name = "python";
    interpreter.gil = kind;
    interpreter.interval_ns = 1'000;
    interpreter.bytecode_ns = 50;
    interpreter.check_ticks = 10;
    return interpreter;
}

} // namespace

TEST_CASE("since 3.2 a waiter asks after one interval, and the holder lets go at its next bytecode") {
    program::Builder b = steps::plain(2);
    const auto gil = b.interpreter(python(GilKind::timed));
    b.thread("T1").on(gil).compute(10'000);
    b.thread("T2").on(gil).starts_at(20).compute(100);
    const steps::Lines lines = steps::told(b);
    const steps::Lines expected{"0 T1 began",          "0 T1 gil_took",       "0 T1 computed",
                                "20 T2 began",         "20 T2 gil_waits T1",  "1020 T2 gil_requested T1",
                                "1050 T1 gil_dropped", "1050 T2 gil_took T1", "1050 T1 gil_waits T2",
                                "1050 T2 computed"};
    CHECK(steps::Lines(lines.begin(), lines.begin() + 10) == expected);
}

TEST_CASE("inside one call nobody looks: the holder keeps the GIL until it ends") {
    program::Builder b = steps::plain(2);
    const auto gil = b.interpreter(python(GilKind::timed));
    b.thread("T1").on(gil).call(100'000).compute(500);
    b.thread("T2").on(gil).starts_at(20).compute(100);
    Machine machine(steps::shared(b), 1);
    for (const Happening& each : steps::all(machine))
        if (each.did == Did::gil_dropped) CHECK(each.at_ns == 100'000);
    CHECK(machine.results().gil_switches == 2);
}

TEST_CASE("a forced switch: who let go at a request does not go on before another has had the GIL") {
    program::Builder b = steps::plain(4);
    const auto gil = b.interpreter(python(GilKind::timed));
    b.threads("T", 4).on(gil).compute(50'000);
    Machine machine(steps::shared(b), 1);
    int dropped_by = -1;
    for (const Happening& each : steps::all(machine)) {
        if (each.did == Did::gil_dropped) dropped_by = each.thread;
        if (each.did != Did::gil_took) continue;
        CHECK(each.thread != dropped_by);
        dropped_by = -1;
    }
    CHECK(machine.now_ns() == 200'000); // and no time is lost
}

TEST_CASE("a waiter asks only if the GIL did not change hands during its interval") {
    program::Builder b = steps::plain(3);
    const auto gil = b.interpreter(python(GilKind::timed));
    b.threads("T", 3).on(gil).compute(100'000);
    Machine machine(steps::shared(b), 1);
    Nanoseconds took_ns = 0;
    for (const Happening& each : steps::all(machine)) {
        if (each.did == Did::gil_took) took_ns = each.at_ns;
        if (each.did == Did::gil_requested) CHECK(each.at_ns - took_ns >= 1'000);
    }
    const program::Results results = machine.results();
    CHECK(results.gil_requests > 100);
    CHECK(results.gil_switches >= results.gil_requests - 2);
}

TEST_CASE("the GIL is let go of around I/O, a sleep, a join and the wait for a lock") {
    program::Builder b = steps::plain(4);
    const auto gil = b.interpreter(python(GilKind::timed));
    const auto disk = b.device("disk");
    const auto m = b.lock("m");
    b.thread("worker").on(gil).compute(50).lock(m).io(disk, 5'000).unlock(m).sleep(5'000);
    b.thread("waiter").on(gil).starts_at(100).lock(m).unlock(m);
    b.thread("other").on(gil).starts_at(200).call(300);
    auto& joiner = b.thread("joiner").on(gil);
    joiner.join({0});
    Machine machine(steps::shared(b), 1);
    std::vector<Nanoseconds> of_other;
    for (const Happening& each : steps::all(machine))
        if (each.thread == 2 && each.did == Did::gil_took) of_other.push_back(each.at_ns);
    CHECK(of_other == std::vector<Nanoseconds>{200}); // at once, while the others wait for something else
    CHECK(machine.is_over());
    CHECK_FALSE(machine.is_deadlocked());
}

TEST_CASE("a yield lets the GIL go and takes it again, as time.sleep(0) does") {
    for (const GilKind kind : {GilKind::timed, GilKind::ticks}) {
        program::Builder b = steps::plain(2);
        program::Interpreter interpreter = python(kind);
        interpreter.interval_ns = 1'000'000; // nobody asks for it, and no tick is due
        interpreter.check_ticks = 1'000'000;
        const auto gil = b.interpreter(interpreter);
        b.thread("T1").on(gil).compute(1'000).yield().compute(1'000);
        b.thread("T2").on(gil).starts_at(20).compute(100);
        const steps::Lines lines = steps::told(b);
        const auto at = [&](const char* line) { return std::ranges::find(lines, line) - lines.begin(); };
        const auto end = std::ssize(lines);
        CHECK(at("1000 T1 gil_released") < at("1000 T1 yielded"));
        CHECK(at("1000 T1 yielded") < end);
        // The woken one comes at the same instant, but behind: nobody asked, so T1 need not follow it.
        CHECK(std::ranges::count_if(
                  lines, [](const std::string& line) { return line.find(" T1 gil_took") != std::string::npos; }) == 2);
    }
    program::Builder asked = steps::plain(2);
    const auto gil = asked.interpreter(python(GilKind::timed));
    asked.thread("T1").on(gil).call(2'000).yield().compute(100);
    asked.thread("T2").on(gil).starts_at(20).compute(100);
    Machine machine(steps::shared(asked), 1);
    steps::Lines order;
    steps::Lines released;
    for (const Happening& each : steps::all(machine)) {
        if (each.did == Did::gil_took || each.did == Did::yielded)
            order.push_back((each.thread == 0 ? "T1 " : "T2 ") + std::string(name_of(each.did)));
        if (each.did == Did::gil_released && each.thread == 0)
            released.push_back(sentence_of(each, machine.scenario()).en);
    }
    REQUIRE_FALSE(released.empty());
    CHECK(released.front() == "T1 lets go of the GIL of python before it yields its core.");
    CHECK(order == steps::Lines{"T1 gil_took", "T2 gil_took", "T1 yielded", "T1 gil_took"}); // forced, at a request
}

TEST_CASE("a GIL that is taken back at a tick check, with nobody in between, was not waited for") {
    program::Builder b = steps::plain(2);
    program::Interpreter interpreter = python(GilKind::ticks);
    interpreter.check_ticks = 10;
    const auto gil = b.interpreter(interpreter);
    b.threads("T", 2).on(gil).compute(100'000);
    const program::Results results = measure(b.build(), 1);
    REQUIRE(results.gils.size() == 1);
    const program::LockResult& result = results.gils[0];
    CHECK(result.acquires == result.waits.count());
    CHECK(result.acquires == result.contended + 1); // the first to come does not wait, whoever comes later does
    CHECK(result.waits.greatest_ns() > 0);
}

TEST_CASE("a GIL has results as any lock has: how long it was held and waited for, and how often it changed hands") {
    program::Builder b = steps::plain(2);
    const auto gil = b.interpreter(python(GilKind::timed));
    b.thread("T1").on(gil).call(2'000).compute(300);
    b.thread("T2").on(gil).starts_at(500).compute(100);
    b.duration(4'000);
    const program::Results results = measure(b.build(), 1);
    REQUIRE(results.gils.size() == 1);
    const program::LockResult& result = results.gils[0];
    // T1 has it to 2000, T2, who asked at 500, to 2100, and T1 to 2400.
    CHECK(result.acquires == 3);
    CHECK(result.contended == 2);
    CHECK(result.handoffs == 2);
    CHECK(result.handoffs == results.gil_switches);
    CHECK(result.held_ns == 2'400);
    CHECK(result.wait_ns == 1'600);
    CHECK(result.queue_time_ns == 1'600);
    CHECK(result.waits.greatest_ns() == 1'500);
    CHECK(result.waits.percentile(0.3) == 0);
    CHECK(result.waits.count() == 3);
}

TEST_CASE("what a GIL's results say is what its lanes show, under every preset and in the middle of a run") {
    for (const program::Preset& preset : program::presets()) {
        const auto scenario = std::make_shared<const program::Scenario>(preset.make());
        for (const std::int64_t steps : {50, 20'000}) {
            History history(scenario, 1);
            history.extend(steps);
            const program::Results& results = history.results();
            CAPTURE(preset.id);
            std::size_t gils = 0;
            std::int64_t handoffs = 0;
            for (const trace::Lane& lane : history.trace().lanes) {
                if (lane.group != "gils" || lane.name.ends_with(" queue")) continue;
                Nanoseconds held_ns = 0;
                for (const trace::Span& span : lane.spans) held_ns += span.length_ns();
                REQUIRE(gils < results.gils.size());
                CHECK(results.gils[gils].held_ns == held_ns);
                handoffs += results.gils[gils].handoffs;
                ++gils;
            }
            CHECK(gils == results.gils.size());
            CHECK(handoffs == results.gil_switches);
            for (const program::LockResult& gil : results.gils) {
                CHECK(gil.waits.count() == gil.acquires);
                CHECK(gil.queue_time_ns >= gil.wait_ns);
                CHECK(gil.contended <= gil.acquires);
            }
        }
    }
}

TEST_CASE("one thread computes under one GIL at a time; under two, two; without any, all") {
    for (const GilKind kind : {GilKind::ticks, GilKind::timed, GilKind::none}) {
        program::Builder b = steps::plain(4);
        const auto gil = b.interpreter(python(kind));
        b.threads("T", 4).on(gil).compute(100'000);
        const Nanoseconds elapsed_ns = measure(b.build(), 1).elapsed_ns;
        if (kind == GilKind::none)
            CHECK(elapsed_ns == 100'000);
        else
            CHECK(elapsed_ns == 400'000);
    }
    program::Builder b = steps::plain(4);
    const auto first = b.interpreter(python(GilKind::timed));
    program::Interpreter another = python(GilKind::timed);
    another.name = "another";
    const auto second = b.interpreter(another);
    b.threads("A", 2).on(first).compute(100'000);
    b.threads("B", 2).on(second).compute(100'000);
    CHECK(measure(b.build(), 1).elapsed_ns == 200'000);
}

TEST_CASE("at most one thread of an interpreter is between taking and letting go of its GIL") {
    for (const program::Preset& preset : program::presets()) {
        const program::Scenario scenario = preset.make();
        if (scenario.interpreters.empty()) continue;
        Machine machine(std::make_shared<const program::Scenario>(scenario), 1);
        std::vector<int> holder(scenario.interpreters.size(), -1);
        for (int i = 0; i < 20'000; ++i) {
            const Happening each = machine.step();
            if (each.did == Did::nothing) break;
            if (each.did == Did::gil_took) {
                CHECK(holder[static_cast<std::size_t>(each.object)] == -1);
                holder[static_cast<std::size_t>(each.object)] = each.thread;
            }
            for (std::size_t at = 0; at < holder.size(); ++at) holder[at] = machine.gil_holder(static_cast<int>(at));
        }
        CHECK_MESSAGE(!machine.is_deadlocked(), preset.id);
    }
}

TEST_CASE("until 3.1 the woken thread mostly comes too late: the convoy") {
    program::Builder b("test");
    program::Interpreter old = python(GilKind::ticks);
    old.check_ticks = 100;
    const auto gil = b.interpreter(old);
    const auto network = b.device("network");
    b.thread("io").on(gil).io(network, 100'000).compute(5'000).forever();
    b.thread("cpu").on(gil).compute(1'000'000).forever();
    Machine machine(steps::shared(b.cores(2).duration(100'000'000)), 1);
    int tries = 0;
    int taken = 0;
    int switches = 0;
    for (const Happening& each : steps::all(machine, 1'000'000)) {
        if (each.thread != 0) continue;
        if (each.did == Did::gil_waits) ++tries;
        if (each.did == Did::gil_took) ++taken;
        if (each.did == Did::gil_took && each.other == 1) ++switches;
    }
    CHECK(taken > 20);
    CHECK(switches > 10);
    CHECK(tries > taken);
}

TEST_CASE("alone with its GIL a thread takes as long as it says, and no step is made for a bytecode") {
    for (const GilKind kind : {GilKind::ticks, GilKind::timed}) {
        program::Builder b = steps::plain(2);
        const auto gil = b.interpreter(python(kind));
        b.thread("T").on(gil).compute(1'000'000'000);
        Machine machine(steps::shared(b), 1);
        CHECK(steps::all(machine).size() < 10);
        CHECK(machine.now_ns() == 1'000'000'000);
    }
}

TEST_CASE("back from what blocked, a thread has the GIL before it does anything, also what blocks again, and ends") {
    for (const GilKind kind : {GilKind::ticks, GilKind::timed})
        for (const Nanoseconds latency_ns : {0, 700}) {
            program::Builder b = steps::plain(3);
            program::Costs costs = program::Costs::free();
            costs.wake_latency_ns = latency_ns;
            b.costs(costs);
            const auto gil = b.interpreter(python(kind));
            const auto disk = b.device("disk");
            const auto m = b.lock("m");
            const auto changed = b.condition("changed", m);
            b.thread("io").on(gil).io(disk, 100).io(disk, 200).sleep(300).sleep(100).io(disk, 100);
            b.thread("waiter").on(gil).lock(m).wait(changed).io(disk, 50).unlock(m).sleep(10);
            b.thread("joiner").on(gil).join({0}).io(disk, 100);
            b.thread("caller").on(gil).starts_at(5'000).lock(m).notify_one(changed).sleep(3'000).unlock(m);
            b.thread("cpu").on(gil).compute(200'000);
            Machine machine(steps::shared(b), 1);
            std::vector<bool> had(5);
            int without = 0;
            int began = 0;
            for (Happening each = machine.step(); each.did != Did::nothing; each = machine.step()) {
                const auto t = static_cast<std::size_t>(each.thread);
                if (each.did == Did::gil_took) had[t] = true;
                if (each.did == Did::began || each.did == Did::io_ended || each.did == Did::woke_up ||
                    each.did == Did::got || each.did == Did::joined)
                    had[t] = machine.gil_holder(0) == each.thread;
                if (each.did != Did::io_began && each.did != Did::slept && each.did != Did::ended) continue;
                ++began;
                without += !had[t];
            }
            CHECK(without == 0);
            CHECK(began == 14);
            CHECK_FALSE(machine.is_deadlocked());
        }
}

TEST_CASE(
    "who was asked waits for the switch also before it blocks, and not at its end, as drop_gil() of CPython 3.11") {
    for (const bool ends : {false, true}) {
        program::Builder b = steps::plain(2);
        program::Costs costs = program::Costs::free();
        costs.wake_latency_ns = 500;
        b.costs(costs);
        const auto gil = b.interpreter(python(GilKind::timed));
        const auto disk = b.device("disk");
        auto& first = b.thread("first").on(gil).call(5'000);
        if (!ends) first.io(disk, 100);
        b.thread("second").on(gil).starts_at(20).compute(100);
        Machine machine(steps::shared(b), 1);
        Nanoseconds took_ns = 0;
        Nanoseconds blocks_ns = 0;
        for (const Happening& each : steps::all(machine)) {
            if (each.thread == 1 && each.did == Did::gil_took) took_ns = each.at_ns;
            if (each.thread == 0 && blocks_ns == 0 && (each.did == Did::io_began || each.did == Did::ended))
                blocks_ns = each.at_ns;
        }
        CHECK(took_ns > 5'000);
        CHECK((ends ? blocks_ns == 5'000 : blocks_ns >= took_ns));
    }
}

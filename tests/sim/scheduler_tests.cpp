#include <doctest/doctest.h>

#include "sim/history.hpp"
#include "sim/state_words.hpp"
#include "sim/steps.hpp"

using namespace sim;

TEST_CASE("with a core for every thread there is no switch, and switches would cost nothing") {
    program::Builder b("test");
    const auto disk = b.device("disk");
    b.threads("T", 4).compute(1'000).io(disk, 500).forever();
    const program::Results results = measure(b.cores(4).duration(1'000'000).build(), 1);
    CHECK(results.context_switches == 0);
    for (const program::ThreadResult& each : results.threads) CHECK(each.preemptions == 0);
}

TEST_CASE("round robin: each runs for a quantum while others wait, and a switch costs core time") {
    program::Builder b = steps::plain(1);
    program::Scheduling rules;
    rules.cores = 1;
    rules.quantum_ns = 100;
    rules.switch_ns = 7;
    b.scheduling(rules);
    b.threads("T", 3).compute(150);
    CHECK(steps::told(b) == steps::Lines{"0 T1 began", "100 T1 preempted T2", "107 T2 dispatched", "107 T2 began",
                                         "207 T2 preempted T3", "214 T3 dispatched", "214 T3 began",
                                         "314 T3 preempted T1", "321 T1 dispatched", "371 T1 ended",
                                         "378 T2 dispatched", "428 T2 ended", "435 T3 dispatched", "485 T3 ended"});
}

TEST_CASE("alone, a thread keeps its core beyond its quantum") {
    program::Builder b = steps::plain(1);
    b.quantum(100);
    b.thread("T").compute(1'000);
    CHECK(steps::told(b) == steps::Lines{"0 T began", "1000 T ended"});
}

TEST_CASE("a quantum of 0 preempts nobody") {
    program::Builder b = steps::plain(1);
    b.quantum(0);
    b.threads("T", 2).compute(1'000'000'000);
    const program::Results results = measure(b.build(), 1);
    CHECK(results.threads[0].preemptions == 0);
    CHECK(results.threads[1].ready_ns == 1'000'000'000);
}

TEST_CASE("with a tick, quanta end at its multiples only") {
    program::Builder b = steps::plain(1);
    program::Scheduling rules;
    rules.cores = 1;
    rules.quantum_ns = 100;
    rules.switch_ns = 0;
    rules.tick_ns = 250;
    b.scheduling(rules);
    b.threads("T", 2).compute(1'000);
    Machine machine(steps::shared(b), 1);
    int preemptions = 0;
    for (const Happening& each : steps::all(machine)) {
        if (each.did != Did::preempted) continue;
        CHECK(each.at_ns % 250 == 0);
        ++preemptions;
    }
    CHECK(preemptions > 3);
}

TEST_CASE("a woken thread takes the core of the one that ran longest, if it may") {
    for (const bool wake_preempts : {true, false}) {
        program::Builder b = steps::plain(1);
        program::Scheduling rules;
        rules.cores = 1;
        rules.quantum_ns = 4'000;
        rules.switch_ns = 0;
        rules.wake_preempts = wake_preempts;
        b.scheduling(rules);
        b.thread("sleeper").sleep(3'000);
        b.thread("runner").compute(10'000);
        Machine machine(steps::shared(b), 1);
        int told = 0;
        for (const Happening& each : steps::all(machine)) {
            if (each.did == Did::woke_up) CHECK(each.at_ns == (wake_preempts ? 3'000 : 4'000));
            if (each.did != Did::wake_preempted) continue;
            CHECK(sentence_of(each, machine.scenario()).en ==
                  "sleeper, just woken, takes the core from runner: a preemption.");
            ++told;
        }
        CHECK(told == (wake_preempts ? 1 : 0));
    }
}

TEST_CASE("a yield goes to the end of the run queue") {
    program::Builder b = steps::plain(1);
    b.threads("T", 2).compute(10).yield().compute(10);
    CHECK(steps::told(b) == steps::Lines{"0 T1 began", "10 T1 yielded", "10 T2 dispatched", "10 T2 began",
                                         "20 T2 yielded", "20 T1 dispatched", "30 T1 ended", "30 T2 dispatched",
                                         "40 T2 ended"});
}

TEST_CASE("a thread whose core is taken away is preempted; who was woken, started or yielded and has none is ready") {
    const auto states_of = [](program::Builder& b, int thread) {
        const auto scenario = steps::shared(b);
        History history(scenario, 1);
        history.extend(1'000);
        REQUIRE(history.is_complete());
        std::vector<std::string> told;
        for (const trace::Span& span : history.trace().lanes[static_cast<std::size_t>(thread)].spans)
            told.push_back(std::to_string(span.start_ns) + " " + trace::name_of(span.state));
        return told;
    };
    program::Builder quantum = steps::plain(1);
    quantum.quantum(1'000).threads("T", 2).compute(1'500);
    CHECK(states_of(quantum, 0) == steps::Lines{"0 running", "1000 preempted", "2000 running"});
    CHECK(states_of(quantum, 1) == steps::Lines{"0 ready", "1000 running", "2000 preempted", "2500 running"});

    program::Builder woken = steps::plain(1);
    woken.quantum(4'000).thread("sleeper").sleep(2'000).compute(100);
    woken.thread("runner").compute(3'000);
    CHECK(states_of(woken, 0) == steps::Lines{"0 sleep", "2000 running"});
    CHECK(states_of(woken, 1) == steps::Lines{"0 running", "2000 preempted", "2100 running"});

    program::Builder waiting = steps::plain(1);
    waiting.quantum(4'000).thread("sleeper").sleep(2'000).compute(100);
    program::Scheduling rules = waiting.build().scheduling;
    rules.wake_preempts = false;
    waiting.scheduling(rules);
    waiting.thread("runner").compute(3'000);
    CHECK(states_of(waiting, 0) == steps::Lines{"0 sleep", "2000 ready", "3000 running"});

    program::Builder yielding = steps::plain(1);
    yielding.threads("T", 2).compute(10).yield().compute(10);
    CHECK(states_of(yielding, 0) == steps::Lines{"0 running", "10 ready", "20 running"});
}

TEST_CASE("the state of a preempted thread has its own words, and counts as time without a core") {
    program::Builder b = steps::plain(1);
    b.quantum(1'000).threads("T", 2).compute(1'500);
    Machine machine(steps::shared(b), 1);
    machine.run(1'200, 1'000);
    REQUIRE(machine.thread(0).doing == Doing::preempted);
    const text::Line words = words_of(machine.thread(0), machine.scenario());
    CHECK(words.en == "preempted: lost its core");
    CHECK(words.ko == "선점되어 코어를 기다림");
    CHECK(machine.results().threads[0].ready_ns == 200);
    CHECK(machine.results().threads[0].preemptions == 1);
}

TEST_CASE("readers count cores from 1") {
    program::Builder b = steps::plain(1);
    b.threads("T", 2).compute(10).yield();
    Machine machine(steps::shared(b), 1);
    int told = 0;
    for (const Happening& each : steps::all(machine)) {
        if (each.did != Did::dispatched) continue;
        CHECK(each.value == 0);
        CHECK(sentence_of(each, machine.scenario()).en.find("gets core 1:") != std::string::npos);
        ++told;
    }
    CHECK(told > 0);
}

TEST_CASE("no time is lost: many threads on few cores keep the cores busy") {
    program::Builder b = steps::plain(4);
    b.quantum(1'000);
    b.threads("T", 256).compute(100'000);
    const program::Results results = measure(b.build(), 1);
    CHECK(results.elapsed_ns == 256 * 100'000 / 4);
    for (const program::ThreadResult& each : results.threads) CHECK(each.running_ns == 100'000);
}

TEST_CASE("64 cores and 256 threads") {
    program::Builder b("test");
    const auto m = b.lock("m", program::LockKind::mcs);
    b.threads("T", 256).compute(program::TimeLaw::exponential(50'000)).lock(m).compute(100).unlock(m).forever();
    const program::Results results = measure(b.cores(64).duration(20'000'000).build(), 1);
    CHECK(results.locks[0].acquires > 1'000);
    CHECK(program::core_utilisation(results) > 0.9);
}

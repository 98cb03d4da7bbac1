#include "program/fault.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "program/builder.hpp"

TEST_SUITE("program/fault") {
    using namespace program;

    /// Two threads, two locks and one of everything else; without fault.
    Scenario sound() {
        Builder b("sound");
        const auto x = b.variable("x");
        const auto m = b.lock("m");
        const auto rw = b.lock("rw", LockKind::rw_writers);
        const auto c = b.condition("c", m);
        const auto disk = b.device("disk");
        const auto python = b.interpreter("python", GilKind::timed);
        b.protects(m, {x});
        b.thread("T1").on(python).compute(5).lock(m).wait(c).load(x).unlock(m).forever();
        b.thread("T2").on(python).io(disk, 5).read_lock(rw).read_unlock(rw).notify_one(c);
        return b.build();
    }

    std::string fault_after(const std::function<void(Scenario&)>& spoil) {
        Scenario scenario = sound();
        spoil(scenario);
        const text::Line fault = find_fault(scenario);
        CHECK(fault.ko.empty() == fault.en.empty());
        CHECK(fault.ko.find('{') == std::string::npos);
        return fault.en;
    }

    Instruction& at(Scenario & scenario, std::size_t thread, std::size_t instruction) {
        return scenario.threads[thread].code[instruction];
    }

    TEST_CASE("a sound scenario has no fault") {
        CHECK(fault_after([](Scenario&) {}) == "");
        CHECK(first_fault(sound()).thread == -1);
    }

    TEST_CASE("the machine's limits are named") {
        CHECK(fault_after([](Scenario& s) { s.scheduling.cores = 0; }) == "There can be 1 to 64 cores, not 0.");
        CHECK(fault_after([](Scenario& s) { s.scheduling.cores = 65; }) == "There can be 1 to 64 cores, not 65.");
        CHECK(fault_after([](Scenario& s) { s.scheduling.quantum_ns = -1; }) ==
              "quantum: a time goes from 0 to 1000000000000000 ns; -1 ns is outside.");
        CHECK(fault_after([](Scenario& s) { s.costs.park_ns = most_time_ns + 1; }).starts_with("park: a time"));
        CHECK(fault_after([](Scenario& s) { s.duration_ns = -7; }).starts_with("duration: a time"));
        CHECK(fault_after([](Scenario& s) { s.name = "a\nb"; }).starts_with("The scenario's name must"));
        CHECK(fault_after([](Scenario& s) { s.locks[0].handoff_ns = -1; }).starts_with("handoff: a time"));
    }

    TEST_CASE("names must be there, readable, short and different") {
        CHECK(fault_after([](Scenario& s) { s.locks[1].name = ""; }) == "The lock number 2 has no name.");
        CHECK(fault_after([](Scenario& s) { s.locks[1].name = "m"; }) ==
              "The lock name “m” is used twice; give each its own.");
        CHECK(fault_after([](Scenario& s) { s.threads[1].name = "\xff"; }) ==
              "The name of thread number 2 is not valid UTF-8 or holds a control character.");
        CHECK(fault_after([](Scenario& s) { s.variables[0].name = std::string(65, 'x'); }) ==
              "The name “xxxxxxxxxxxxxxxx…” is longer than 64 bytes.");
        CHECK(fault_after([](Scenario& s) { s.variables[0].name = std::string(64, 'x'); }) == "");
        CHECK(fault_after([](Scenario& s) { s.variables[0].name = "잔액"; }) == "");
    }

    TEST_CASE("UTF-8 that RFC 3629 forbids is noticed") {
        for (const char* bad : {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80",
                                "\x80", "\xe1\x80", "a\x7f", "\xc2\x85"})
            CHECK_FALSE(fault_after([&](Scenario& s) { s.variables[0].name = bad; }).empty());
        for (const char* good :
             {"\xc2\xa0", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "~"})
            CHECK(fault_after([&](Scenario& s) { s.variables[0].name = good; }) == "");
    }

    TEST_CASE("objects must exist and make sense") {
        CHECK(fault_after([](Scenario& s) { s.locks[0].protects = {3}; }) ==
              "Lock m protects variable number 4, which does not exist.");
        CHECK(fault_after([](Scenario& s) { s.locks[0].protects = {0, 0}; }) == "Lock m lists variable x twice.");
        CHECK(fault_after([](Scenario& s) { s.locks[0].kind = LockKind::count; }) == "Lock m is of no known kind.");
        CHECK(fault_after([](Scenario& s) { s.conditions[0].lock = 2; }) ==
              "Condition c uses lock number 3, which does not exist.");
        CHECK(fault_after([](Scenario& s) { s.devices[0].servers = -1; }) ==
              "Device disk must serve 0 (any number) to 256 requests at once.");
        CHECK(fault_after([](Scenario& s) { s.interpreters[0].interval_ns = 0; }) ==
              "Interpreter python needs a switch interval and a bytecode time above 0.");
        CHECK(fault_after([](Scenario& s) { s.interpreters[0].check_ticks = 0; }) ==
              "Interpreter python must check every 1 to 1000000 bytecodes.");
        CHECK(fault_after([](Scenario& s) { s.variables.resize(257, {"y", 0}); }) ==
              "variable: at most 256 are possible, and there are 257.");
    }

    TEST_CASE("threads must be there, start, and fit") {
        CHECK(fault_after([](Scenario& s) { s.threads.clear(); }) == "There is no thread; put in at least one.");
        CHECK(fault_after([](Scenario& s) {
                  for (Thread& thread : s.threads) thread.starts = false;
              }) == "No thread starts by itself, so nothing would ever happen.");
        CHECK(fault_after([](Scenario& s) { s.threads.resize(257, s.threads[0]); }) ==
              "thread: at most 256 are possible, and there are 257.");
        CHECK(fault_after([](Scenario& s) { s.threads[0].code.resize(65'535); }) ==
              "All threads together can have at most 65535 instructions.");
        CHECK(fault_after([](Scenario& s) { s.threads[1].interpreter = 1; }) ==
              "Thread T2: there is no interpreter number 2.");
        CHECK(fault_after([](Scenario& s) { s.threads[1].starts = false; }) ==
              "Thread T2: it waits to be started, but no instruction spawns it.");
        CHECK(fault_after([](Scenario& s) {
                  s.threads[1].starts = false;
                  s.threads[1].starts_at_ns = 5;
              }) == "Thread T2: it is spawned, so it cannot have a starting time as well.");
    }

    TEST_CASE("an instruction is named with its thread and its place") {
        CHECK(fault_after([](Scenario& s) { at(s, 0, 3).target = 1; }) ==
              "Thread T1, instruction 4: there is no variable number 2; there are 1.");
        CHECK(fault_after([](Scenario& s) { at(s, 0, 5).target = 7; }) ==
              "Thread T1, instruction 6: it jumps to instruction 8, but there are only 6.");
        CHECK(fault_after([](Scenario& s) { at(s, 0, 5).value = -2; }) ==
              "Thread T1, instruction 6: it cannot repeat -2 times; 0 means for ever.");
        CHECK(fault_after([](Scenario& s) { at(s, 1, 0).op = Op::count; }) ==
              "Thread T2, instruction 1: there is no such operation.");
        CHECK(fault_after([](Scenario& s) { at(s, 1, 0).value = 3; }) ==
              "Thread T2, instruction 1: it carries a value that io does not use; remove it.");
        CHECK(fault_after([](Scenario& s) { at(s, 1, 0).time = TimeLaw::uniform(5'000'000'007, 5'000'000'006); }) ==
              "Thread T2, instruction 1: the least time of 5000000007 ns is above the greatest of 5000000006 ns.");
        CHECK(fault_after([](Scenario& s) { at(s, 1, 0).time.a_ns = -1; }) ==
              "Thread T2, instruction 1: a time must lie between 0 and 1000000000000000 ns.");
        CHECK(fault_after([](Scenario& s) { at(s, 1, 0).cpp = "a\tb"; }).ends_with("at most 200 bytes."));
        CHECK(fault_after([](Scenario& s) { at(s, 1, 1).target = 0; }) ==
              "Thread T2, instruction 2: m is not a reader-writer lock, so it cannot be taken for reading.");
        const Fault fault = [] {
            Scenario s = sound();
            at(s, 1, 3).target = 9;
            return first_fault(s);
        }();
        CHECK(fault.thread == 1);
        CHECK(fault.instruction == 3);
    }

    TEST_CASE("a jump behind the last instruction is the end, not a fault") {
        CHECK(fault_after([](Scenario& s) { at(s, 0, 5).target = 6; }) == "");
    }

    TEST_CASE("a thread can be started once") {
        const auto fault_of = [](const std::function<void(CodeBuilder&, ThreadHandle)>& write) {
            Builder b("spawn");
            CodeBuilder& main = b.thread("main");
            write(main, b.thread("child").spawned().compute(1).handle());
            return find_fault(b.build()).en;
        };
        CHECK(fault_of([](CodeBuilder& t, ThreadHandle child) { t.spawn(child).join(child); }) == "");
        CHECK(fault_of([](CodeBuilder& t, ThreadHandle child) {
                  t.loop(1, [&](CodeBuilder& body) { body.spawn(child); });
              }) == "");
        CHECK(fault_of([](CodeBuilder& t, ThreadHandle child) { t.spawn(child).spawn(child); }) ==
              "Thread main, instruction 2: child could be started a second time; a thread starts only once.");
        CHECK(fault_of([](CodeBuilder& t, ThreadHandle child) { t.compute(1).spawn(child).forever(); }) ==
              "Thread main, instruction 2: child could be started a second time; a thread starts only once.");
        CHECK(fault_of([](CodeBuilder& t, ThreadHandle child) { t.spawn(child).spawn(t.handle()); }) ==
              "Thread main, instruction 2: main starts by itself and cannot be spawned.");
        CHECK(fault_of([](CodeBuilder& t, ThreadHandle child) { t.spawn(child).join(t.handle()); }) ==
              "Thread main, instruction 2: it waits for its own end, which never comes.");
    }

    TEST_CASE("a lock is let go of only where every path holds it") {
        const auto fault_of =
            [](const std::function<void(CodeBuilder&, LockHandle, LockHandle, ConditionHandle)>& write) {
                Builder b("locking");
                const auto m = b.lock("m");
                const auto rw = b.lock("rw", LockKind::rw_readers);
                const auto c = b.condition("c", m);
                write(b.thread("T"), m, rw, c);
                return find_fault(b.build()).en;
            };
        CHECK(fault_of([](CodeBuilder& t, auto m, auto, auto) { t.unlock(m); }) ==
              "Thread T, instruction 1: it can be reached without holding m.");
        CHECK(fault_of([](CodeBuilder& t, auto, auto, auto c) { t.wait(c); }) ==
              "Thread T, instruction 1: it can be reached without holding m.");
        CHECK(fault_of([](CodeBuilder& t, auto m, auto, auto) {
                  t.jump_if_zero("over").lock(m).label("over").unlock(m);
              }) == "Thread T, instruction 3: it can be reached without holding m.");
        CHECK(fault_of([](CodeBuilder& t, auto m, auto, auto) {
                  t.lock(m).unlock(m).compute(1).jump("b").label("b").unlock(m);
              }) == "Thread T, instruction 5: it can be reached without holding m.");
        CHECK(fault_of([](CodeBuilder& t, auto, auto rw, auto) { t.lock(rw).read_unlock(rw); }) ==
              "Thread T, instruction 2: it can be reached without holding rw.");
        CHECK(fault_of([](CodeBuilder& t, auto, auto rw, auto) { t.read_lock(rw).unlock(rw); }) ==
              "Thread T, instruction 2: it can be reached without holding rw.");
        CHECK(fault_of([](CodeBuilder& t, auto m, auto, auto c) {
                  t.compute(1).jump_if_zero("other").lock(m).jump("both").label("other").lock(m).label("both");
                  t.wait(c).unlock(m).forever();
              }) == "");
        CHECK(fault_of([](CodeBuilder& t, auto m, auto, auto) { t.lock(m).lock(m); }) == "");
    }

    TEST_CASE("an endless loop must take time or wait") {
        using Write = std::function<void(CodeBuilder&, VariableHandle, LockHandle, ConditionHandle)>;
        const auto fault_of = [](const Costs& costs, LockKind kind, const Write& write) {
            Builder b("loops");
            const auto m = b.lock("m", kind);
            write(b.thread("T").print(), b.variable("x"), m, b.condition("c", m));
            return find_fault(b.costs(costs).build()).en;
        };
        const Costs costs;
        const std::string timeless =
            "Thread T, instruction 2: the endless loop that begins here takes no time and never "
            "waits; put a compute, a sleep or an io into it.";
        const auto loop = [](auto body) {
            return [body](CodeBuilder& t, VariableHandle x, LockHandle m, ConditionHandle c) {
                t.forever([&](CodeBuilder& inner) { body(inner, x, m, c); });
            };
        };
        const Write empty = loop([](CodeBuilder&, auto, auto, auto) {});
        const Write adds =
            loop([](CodeBuilder& t, auto, auto, auto) { t.add(1).yield().compute(0).jump_if_zero("z").label("z"); });
        const Write computes = loop([](CodeBuilder& t, auto, auto, auto) { t.compute(TimeLaw::uniform(0, 1)); });
        const Write loads = loop([](CodeBuilder& t, auto x, auto, auto) { t.load(x); });
        const Write swaps = loop([](CodeBuilder& t, auto x, auto, auto) { t.compare_swap(x); });
        const Write locks = loop([](CodeBuilder& t, auto, auto m, auto) { t.lock(m).unlock(m); });
        const Write waits = loop([](CodeBuilder& t, auto, auto m, auto c) { t.lock(m).wait(c).unlock(m); });
        const Write counts =
            loop([](CodeBuilder& t, auto, auto, auto) { t.loop(5, [](CodeBuilder& inner) { inner.add(1); }); });
        CHECK(fault_of(costs, LockKind::fifo, empty) == timeless);
        CHECK(fault_of(costs, LockKind::fifo, adds) == timeless);
        CHECK(fault_of(costs, LockKind::fifo, counts) == timeless);
        CHECK(fault_of(Costs::free(), LockKind::fifo, computes) == "");
        CHECK(fault_of(Costs::free(), LockKind::fifo, waits) == "");
        CHECK(fault_of(costs, LockKind::fifo, loads) == "");
        CHECK(fault_of(Costs::free(), LockKind::fifo, loads) == timeless);
        CHECK(fault_of(costs, LockKind::fifo, swaps) == "");
        CHECK(fault_of(Costs::free(), LockKind::fifo, swaps) == timeless);
        CHECK(fault_of(costs, LockKind::mcs, locks) == "");
        CHECK(fault_of(costs, LockKind::fifo, locks) == timeless);
        CHECK(fault_of(costs, LockKind::queued, locks) == timeless);
        CHECK(fault_of(Costs::free(), LockKind::mcs, locks) == timeless);
    }

    TEST_CASE("loops that end by themselves may be as quick as they like") {
        Builder b("limited");
        const auto x = b.variable("x");
        CodeBuilder& t = b.thread("T");
        t.loop(1000, [&](CodeBuilder& body) { body.load(x).add(1).store(x); });
        t.label("again").load(x).add(1).compare_swap(x).jump_if_failed("again");
        b.costs(Costs::free());
        CHECK(find_fault(b.build()) == text::Line());

        t.loop(most_idle_turns + 1, [&](CodeBuilder& body) { body.add(1); });
        CHECK(find_fault(b.build()).en.find("takes no time") != std::string::npos);
    }

    TEST_CASE("a retry that never tries again is an endless loop, and code that nobody reaches is none") {
        Builder b("retry");
        b.thread("T").jump_if_failed("again").label("again").compute(1);
        b.thread("U").end().label("dead").jump("dead");
        CHECK(find_fault(b.build()) == text::Line());
        b.thread("V").label("here").jump_if_failed("here");
        CHECK(find_fault(b.build()).en.starts_with("Thread V, instruction 1: the endless loop"));

        Builder stuck("stuck");
        stuck.thread("W").compare_swap(stuck.variable("x")).label("here").jump_if_failed("here");
        CHECK(find_fault(stuck.build()).en.starts_with("Thread W, instruction 2: the endless loop"));
    }

    TEST_CASE("a scenario is endless when a thread has no way to its end") {
        Builder b("endless");
        b.thread("T").compute(1).loop(5, [](CodeBuilder& t) { t.compute(1); });
        CHECK_FALSE(is_endless(b.build()));
        b.thread("U").compute(1).jump_if_zero("out").compute(2).forever().label("out");
        CHECK_FALSE(is_endless(b.build()));
        b.thread("V").jump_if_zero("trap").end().label("trap").compute(1).jump("trap");
        CHECK(is_endless(b.build()));
    }
}

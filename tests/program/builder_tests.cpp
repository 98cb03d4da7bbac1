#include "program/builder.hpp"

#include <doctest/doctest.h>

TEST_SUITE("program/builder") {
    using namespace program;

    TEST_CASE("a counter behind a lock reads as it runs") {
        Builder b("counter");
        const auto m = b.lock("m", LockKind::mcs);
        const auto x = b.variable("x", 7);
        b.protects(m, {x});
        b.threads("T", 3).compute(TimeLaw::exponential(1000)).lock(m).load(x).add(1).store(x).unlock(m).forever();
        const Scenario s = b.cores(4).duration(5'000).build();

        CHECK(find_fault(s) == text::Line());
        CHECK(s.name == "counter");
        CHECK(s.scheduling.cores == 4);
        CHECK(s.duration_ns == 5'000);
        CHECK(s.variables == std::vector<Variable>{{"x", 7}});
        CHECK(s.locks == std::vector<Lock>{{"m", LockKind::mcs, {0}, 0}});
        REQUIRE(s.threads.size() == 3);
        CHECK(s.threads[2].name == "T3");
        CHECK(s.threads[0].code == s.threads[2].code);
        const std::vector<Instruction> code = {
            {.op = Op::compute, .time = TimeLaw::exponential(1000)},
            {.op = Op::lock},
            {.op = Op::load},
            {.op = Op::add, .value = 1},
            {.op = Op::store},
            {.op = Op::unlock},
            {.op = Op::repeat},
        };
        CHECK(s.threads[0].code == code);
    }

    TEST_CASE("labels work in both directions, and a missing one is a fault") {
        Builder b("labels");
        const auto x = b.variable("x");
        b.thread("T").label("again").load(x).jump_if_zero("out").add(-1).compare_swap(x).jump_if_failed("again").label(
            "out");
        const Scenario s = b.build();
        CHECK(find_fault(s) == text::Line());
        CHECK(s.threads[0].code[1].target == 5);
        CHECK(s.threads[0].code[4].target == 0);

        b.thread("U").jump("nowhere");
        CHECK(find_fault(b.build()).en ==
              "Thread U, instruction 1: it jumps to instruction 65536, but there are only 1.");
    }

    TEST_CASE("loops nest, and their lines can be given") {
        Builder b("loops");
        b.thread("T").compute(1).loop(3, [](CodeBuilder& t) {
            t.compute(2).loop(2, [](CodeBuilder& inner) { inner.compute(3).lines("f();", "f()"); });
        });
        const Scenario s = b.build();
        const auto& code = s.threads[0].code;
        REQUIRE(code.size() == 5);
        CHECK(code[2].cpp == "f();");
        CHECK(code[2].python == "f()");
        CHECK((code[3].op == Op::repeat && code[3].target == 2 && code[3].value == 2));
        CHECK((code[4].op == Op::repeat && code[4].target == 1 && code[4].value == 3));
    }

    TEST_CASE("threads spawn and join others, on interpreters of their own") {
        Builder b("family");
        const auto python = b.interpreter("python", GilKind::timed);
        const auto other = b.interpreter("other", GilKind::none);
        CodeBuilder& main = b.thread("main");
        const CodeBuilder& children = b.threads("child", 2).on(other).spawned().call(500);
        main.on(python).spawn(children.handle(0)).spawn(children.handle(1)).join(children.handle(1));
        b.thread("late").starts_at(30).compute(1);
        const Scenario s = b.build();
        CHECK(find_fault(s) == text::Line());
        REQUIRE(s.threads.size() == 4);
        CHECK(s.threads[0].code[1].target == 2);
        CHECK(s.threads[0].interpreter == 0);
        CHECK(s.threads[2].interpreter == 1);
        CHECK_FALSE(s.threads[2].starts);
        CHECK(s.threads[2].code[0].is_one_call);
        CHECK(s.threads[3].starts_at_ns == 30);
    }

    TEST_CASE("every operation has its builder call") {
        Builder b("all");
        const auto x = b.variable("x");
        const auto m = b.lock("m");
        const auto rw = b.lock("rw", LockKind::rw_readers);
        const auto c = b.condition("c", m);
        const auto d = b.device("d", 2);
        CodeBuilder& t = b.thread("T");
        const auto u = b.thread("U").spawned().compute(1).handle();
        t.compute(1).load(x).store(x).set(1).add(1).compare_swap(x).fetch_add(x, 2).lock(m).wait(c).unlock(m);
        t.read_lock(rw).read_unlock(rw).notify_one(c).notify_all(c).io(d, 5).sleep(5).yield().spawn(u).join(u).send(5);
        t.print().label("next").jump("next2").label("next2").jump_if_zero("next3").label("next3").jump_if_failed("end");
        t.loop(2, [](CodeBuilder& body) { body.yield(); }).label("end").end();
        const Scenario s = b.build();
        CHECK(find_fault(s) == text::Line());
        std::vector<bool> seen(static_cast<std::size_t>(Op::count));
        for (const Instruction& instruction : s.threads[0].code) seen[static_cast<std::size_t>(instruction.op)] = true;
        for (std::size_t i = 0; i < seen.size(); ++i) CHECK_MESSAGE(seen[i], name_of(static_cast<Op>(i)));
    }
}

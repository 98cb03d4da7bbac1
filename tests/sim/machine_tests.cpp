#include "sim/machine.hpp"

#include <doctest/doctest.h>

#include "sim/steps.hpp"

using namespace sim;
using program::TimeLaw;

TEST_CASE("two threads and a lock, step by step") {
    program::Builder b = steps::plain(2);
    const auto m = b.lock("m");
    b.threads("T", 2).lock(m).compute(100).unlock(m);
    CHECK(steps::told(b) == steps::Lines{"0 T1 began", "0 T1 acquired", "0 T2 began", "0 T2 waits T1",
                                         "100 T1 handed_off T2", "100 T2 got", "100 T1 ended", "200 T2 released",
                                         "200 T2 ended"});
}

TEST_CASE("jumps and loops take no step and no time") {
    program::Builder b = steps::plain(1);
    auto& t = b.thread("T");
    t.set(3).label("again").print().add(-1).jump_if_zero("out").jump("again").label("out").set(7).print();
    Machine machine(steps::shared(b), 1);
    steps::all(machine);
    CHECK(std::vector(machine.printed().begin(), machine.printed().end()) == std::vector<std::int64_t>{3, 2, 1, 7});
    CHECK(machine.now_ns() == 0);
}

TEST_CASE("loops within loops turn as often as they say") {
    program::Builder b = steps::plain(1);
    const auto x = b.variable("x");
    b.thread("T").loop(3, [&](auto& t) { t.loop(4, [&](auto& inner) { inner.fetch_add(x, 1); }).compute(10); });
    Machine machine(steps::shared(b), 1);
    steps::all(machine);
    CHECK(machine.variable(0) == 12);
    CHECK(machine.now_ns() == 30);
}

TEST_CASE("a lost update: two threads load before either stores") {
    program::Builder b = steps::plain(2);
    const auto x = b.variable("x", 5);
    b.threads("T", 2).load(x).compute(10).add(1).store(x);
    Machine machine(steps::shared(b), 1);
    steps::all(machine);
    CHECK(machine.variable(0) == 6);
}

TEST_CASE("compare-and-swap fails when another was faster, and then holds the new value") {
    program::Builder b = steps::plain(2);
    const auto x = b.variable("x");
    b.threads("T", 2).load(x).label("again").add(1).compute(10).compare_swap(x).jump_if_failed("again");
    Machine machine(steps::shared(b), 1);
    int failed = 0;
    for (const Happening& each : steps::all(machine)) failed += each.did == Did::swap_failed ? 1 : 0;
    CHECK(failed == 1);
    CHECK(machine.variable(0) == 2);
}

TEST_CASE("I/O uses no core, and a device with one server serves in the order of the requests") {
    program::Builder b = steps::plain(1);
    const auto disk = b.device("disk", 1);
    b.threads("T", 2).io(disk, 100);
    CHECK(steps::told(b) == steps::Lines{"0 T1 began", "0 T1 io_began", "0 T2 dispatched", "0 T2 began",
                                         "0 T2 io_began", "100 T1 dispatched", "100 T1 io_ended", "100 T1 ended",
                                         "200 T2 dispatched", "200 T2 io_ended", "200 T2 ended"});
}

TEST_CASE("a parent starts a thread and waits for its end") {
    program::Builder b = steps::plain(2);
    auto& parent = b.thread("parent");
    auto& child = b.thread("child").spawned().compute(50);
    parent.spawn(child.handle()).join(child.handle());
    CHECK(steps::told(b) == steps::Lines{"0 parent began", "0 parent spawned child", "0 parent join_waits child",
                                         "0 child began", "50 child ended", "50 parent joined child",
                                         "50 parent ended"});
}

TEST_CASE("a condition: the waiter lets its lock go, is woken, and takes the lock again") {
    program::Builder b = steps::plain(2);
    const auto m = b.lock("m");
    const auto ready = b.condition("ready", m);
    b.thread("waiter").lock(m).wait(ready).unlock(m);
    b.thread("maker").compute(10).lock(m).notify_one(ready).compute(5).unlock(m);
    CHECK(steps::told(b) == steps::Lines{"0 waiter began", "0 waiter acquired", "0 waiter cond_waits", "0 maker began",
                                         "10 maker acquired", "10 maker notified waiter", "10 waiter waits maker",
                                         "15 maker handed_off waiter", "15 waiter got", "15 waiter released",
                                         "15 waiter ended", "15 maker ended"});
}

TEST_CASE("notify_all wakes all who wait, in the order in which they came") {
    program::Builder b = steps::plain(4);
    const auto m = b.lock("m");
    const auto ready = b.condition("ready", m);
    b.threads("T", 3).lock(m).wait(ready).unlock(m);
    b.thread("maker").compute(10).notify_all(ready);
    Machine machine(steps::shared(b), 1);
    std::vector<int> order;
    for (const Happening& each : steps::all(machine))
        if (each.did == Did::released)
            order.push_back(each.thread);
        else if (each.did == Did::handed_off)
            order.push_back(each.thread);
    CHECK(order == std::vector{0, 1, 2});
    CHECK(machine.is_over());
    CHECK_FALSE(machine.is_deadlocked());
}

TEST_CASE("two locks taken crosswise are a deadlock, and it is said") {
    program::Builder b = steps::plain(2);
    const auto m = b.lock("m");
    const auto n = b.lock("n");
    b.thread("T1").lock(m).compute(10).lock(n);
    b.thread("T2").lock(n).compute(10).lock(m);
    Machine machine(steps::shared(b), 1);
    steps::all(machine);
    CHECK(machine.is_over());
    CHECK(machine.is_deadlocked());
    CHECK(machine.thread(0).doing == Doing::waits_lock);
    CHECK(machine.thread(0).waits_for == 1);
    CHECK(machine.lock(0).holder == 0);
    CHECK(machine.lock(0).waiters == std::vector{1});
}

TEST_CASE("a deadlock is noticed also where everybody spins, with cores for all and without") {
    for (const program::LockTraits& traits : program::lock_table())
        for (const int cores : {1, 2, 8}) {
            program::Builder b("test");
            b.cores(cores);
            const auto m = b.lock("m", traits.kind);
            const auto n = b.lock("n", traits.kind);
            b.threads("A", 3).lock(m).compute(5'000'000).lock(n);
            b.threads("B", 3).lock(n).compute(5'000'000).lock(m);
            Machine machine(steps::shared(b), 1);
            machine.run(program::most_time_ns, 10'000'000);
            CHECK_MESSAGE(machine.is_over(), traits.id, " on ", cores);
            CHECK_MESSAGE(machine.is_deadlocked(), traits.id, " on ", cores);
        }
}

TEST_CASE("long waits at a spin lock are no deadlock") {
    program::Builder b("test");
    const auto m = b.lock("m", program::LockKind::tas);
    b.thread("holder").lock(m).sleep(50'000'000).unlock(m);
    b.threads("T", 3).lock(m).compute(10).unlock(m);
    Machine machine(steps::shared(b.cores(4)), 1);
    machine.run(program::most_time_ns, 100'000'000);
    CHECK(machine.is_over());
    CHECK_FALSE(machine.is_deadlocked());
    CHECK(machine.results().locks[0].acquires == 4);
}

TEST_CASE("a run with a duration ends there, whatever is under way") {
    program::Builder b = steps::plain(2);
    const auto m = b.lock("m");
    b.threads("T", 2).lock(m).compute(300).unlock(m).forever();
    b.duration(1'000);
    const program::Results results = measure(b.build(), 1);
    CHECK(results.elapsed_ns == 1'000);
    CHECK(results.locks[0].acquires == 4);
    CHECK(results.locks[0].held_ns == 1'000);
    CHECK(results.locks[0].wait_ns == 900);
    CHECK(results.locks[0].queue_time_ns == 1'000);
    CHECK(results.threads[0].running_ns + results.threads[1].running_ns == 1'000);
    CHECK(results.threads[0].sections + results.threads[1].sections == 3);
}

TEST_CASE("a thread's times do not depend on what the others do") {
    const auto computes_of_first = [](int others) {
        program::Builder b = steps::plain(8);
        const auto x = b.variable("x");
        b.thread("first").compute(TimeLaw::exponential(1'000)).fetch_add(x, 1).forever();
        if (others > 0) b.threads("T", others).compute(TimeLaw::exponential(70)).fetch_add(x, 1).forever();
        Machine machine(steps::shared(b.duration(100'000)), 5);
        std::vector<Nanoseconds> times;
        for (const Happening& each : steps::all(machine))
            if (each.thread == 0) times.push_back(each.at_ns);
        return times;
    };
    CHECK(computes_of_first(0) == computes_of_first(5));
}

TEST_CASE("a loop that takes no time does not hang the engine") {
    program::Builder b = steps::plain(1);
    b.thread("T").label("x").jump("x");
    b.duration(1'000);
    Machine machine(steps::shared(b), 1);
    for (int i = 0; i < 100 && !machine.is_over(); ++i) machine.step();
    CHECK(machine.now_ns() > 0);
}

TEST_CASE("with the results of every thread: all of its time is accounted for") {
    program::Builder b("test");
    const auto m = b.lock("m", program::LockKind::futex);
    const auto disk = b.device("disk");
    b.threads("T", 5).compute(TimeLaw::exponential(3'000)).lock(m).compute(500).unlock(m).io(disk, 2'000).forever();
    const program::Results results = measure(b.cores(2).duration(10'000'000).build(), 1);
    for (const program::ThreadResult& each : results.threads)
        CHECK(each.running_ns + each.spinning_ns + each.ready_ns + each.blocked_ns == results.elapsed_ns);
}

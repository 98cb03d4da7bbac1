#include "measure/scenario_thread.hpp"

#include <algorithm>
#include <string>

#include "real_run.hpp"

// Each instruction on real threads. Times are checked from one side only: a real machine is late as it likes.
using namespace measure;
using program::Builder;
using program::CodeBuilder;
using program::LockKind;
using program::TimeLaw;
using trace::State;

namespace {

constexpr trace::Nanoseconds millisecond = 1'000'000;

std::vector<std::int64_t> printed(const ScenarioOutcome& outcome) {
    std::vector<std::int64_t> values;
    for (const Print& print : outcome.prints) values.push_back(print.value);
    return values;
}

trace::Nanoseconds time_of(const ScenarioOutcome& outcome, const std::string& thread, State state) {
    return real_run::time_in(real_run::lane_of(outcome, thread), state);
}

} // namespace

TEST_CASE("loads, stores, additions, jumps and loops do on a real thread what they say") {
    if (real_run::no_threads()) return;
    Builder b("arithmetic");
    const auto x = b.variable("x", 40);
    const auto y = b.variable("y");
    b.thread("T")
        .load(x)
        .add(2)
        .store(y)
        .print() // 42
        .set(7)
        .print()
        .fetch_add(x, 5)
        .print() // 40, and x is 45
        .load(x)
        .add(1)
        .compare_swap(x)
        .print() // 46
        .jump_if_failed("never")
        .set(0)
        .jump_if_zero("zero")
        .label("never")
        .set(-1)
        .print()
        .label("zero")
        .set(1)
        .jump_if_zero("wrong")
        .jump("right")
        .label("wrong")
        .set(-2)
        .print()
        .label("right")
        .load(x)
        .set(3)
        .store(x)
        .add(96)
        .compare_swap(x)
        .jump_if_failed("failed")
        .set(-3)
        .print()
        .label("failed")
        .print() // the variable, 3: somebody (here: itself) had changed it
        .set(0)
        .loop(3, [](CodeBuilder& outer) { outer.loop(4, [](CodeBuilder& t) { t.add(1); }).print(); })
        .jump("out")
        .set(-4)
        .print()
        .label("out")
        .end()
        .set(-5)
        .print();
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK(printed(outcome) == std::vector<std::int64_t>{42, 7, 40, 46, 3, 4, 8, 12});
    CHECK(outcome.results.variables == std::vector<std::int64_t>{3, 42});
}

TEST_CASE("without a lock updates get lost, and atomic ones do not") {
    if (real_run::no_threads()) return;
    constexpr int turns = 40;
    const auto scenario = [](bool atomic) {
        Builder b("refcount");
        const auto x = b.variable("x");
        b.threads("T", 4).loop(turns, [&](CodeBuilder& t) {
            if (atomic) {
                t.fetch_add(x, 1).yield();
            } else {
                t.load(x).add(1).sleep(100'000).store(x); // the others come in between, on any machine
            }
        });
        return b.build();
    };
    CHECK(real_run::run(scenario(true)).results.variables[0] == 4 * turns);
    const std::int64_t left = real_run::run(scenario(false)).results.variables[0];
    CHECK(left >= 1);
    CHECK(left < 4 * turns);
}

TEST_CASE("a compare-and-swap loop loses nothing either") {
    if (real_run::no_threads()) return;
    Builder b("lock-free");
    const auto x = b.variable("x");
    b.threads("T", 4).loop(500, [&](CodeBuilder& t) {
        t.load(x); // of each turn; a failed swap has loaded already
    });
    program::Scenario scenario = b.build();
    for (program::Thread& thread : scenario.threads) {
        using program::Op;
        thread.code = {{.op = Op::load, .target = 0},
                       {.op = Op::add, .value = 1},
                       {.op = Op::compare_swap, .target = 0},
                       {.op = Op::jump_if_failed, .target = 1},
                       {.op = Op::repeat, .target = 0, .value = 500}};
    }
    CHECK(real_run::run(scenario).results.variables[0] == 2'000);
}

TEST_CASE("who waits on a condition goes on only when it was notified, in order, and nobody is missed") {
    if (real_run::no_threads()) return;
    constexpr int rounds = 200;
    Builder b("hand over");
    const auto m = b.lock("m", LockKind::futex);
    const auto c = b.condition("c", m);
    const auto x = b.variable("x");
    // One fills a place of one, the other empties it; each waits while it cannot.
    for (const int full : {0, 1}) {
        auto& t = b.thread(full == 0 ? "producer" : "consumer");
        t.loop(rounds, [&](CodeBuilder& body) {
            const std::string wait = "wait", go = "go";
            body.lock(m).label(wait).load(x).add(-full).jump_if_zero(go).wait(c).jump(wait);
            body.label(go).set(1 - full).store(x).notify_one(c).unlock(m);
        });
    }
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK(outcome.results.variables[0] == 0);
    CHECK_FALSE(outcome.is_deadlocked);

    SUBCASE("notify_all wakes all") {
        Builder all("all");
        const auto n = all.lock("n", LockKind::fifo);
        const auto d = all.condition("d", n);
        const auto waiting = all.variable("waiting");
        all.threads("W", 5).lock(n).fetch_add(waiting, 1).wait(d).set(5).print().unlock(n);
        all.thread("N")
            .label("again")
            .compute(20'000)
            .lock(n)
            .load(waiting)
            .add(-5)
            .jump_if_zero("go")
            .unlock(n)
            .jump("again")
            .label("go")
            .notify_all(d)
            .unlock(n);
        const ScenarioOutcome& woken = real_run::run(all.build());
        CHECK(printed(woken) == std::vector<std::int64_t>(5, 5));
        CHECK(time_of(woken, "W1", State::wait_lock) > 0);
    }
}

TEST_CASE("a device serves no more at once than it has servers") {
    if (real_run::no_threads()) return;
    for (const int servers : {0, 1, 2}) {
        CAPTURE(servers);
        Builder b("disk");
        const auto d = b.device("d", servers);
        b.threads("T", 4).io(d, 5 * millisecond);
        const ScenarioOutcome& outcome = real_run::run(b.build());
        const trace::Nanoseconds least = servers == 0 ? 5 : 20 / servers;
        CHECK(outcome.results.elapsed_ns >= least * millisecond);
        for (int i = 1; i <= 4; ++i)
            CHECK(time_of(outcome, "T" + std::to_string(i), State::wait_io) >= 5 * millisecond);
        CHECK(outcome.results.threads[0].blocked_ns >= 5 * millisecond);
    }
}

TEST_CASE("threads start at their time or when they are spawned, and a join waits for the end") {
    if (real_run::no_threads()) return;
    Builder b("family");
    auto& parent = b.thread("parent");
    auto& child = b.thread("child").spawned();
    auto& late = b.thread("late").starts_at(8 * millisecond);
    auto& orphan = b.thread("orphan").spawned().set(-1).print(); // never spawned after all, and nobody waits for it
    child.sleep(4 * millisecond).set(2).print();
    late.set(3).print();
    parent.sleep(2 * millisecond).set(1).print().spawn(child.handle()).join(child.handle()).set(4).print();
    parent.jump_if_zero("orphan").end().label("orphan").spawn(orphan.handle());
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK_FALSE(outcome.is_deadlocked);
    const std::vector<std::int64_t> values = printed(outcome);
    CHECK(values.size() == 4);
    const auto place = [&](std::int64_t value) { return std::ranges::find(values, value) - values.begin(); };
    CHECK(place(1) < place(2));
    CHECK(place(2) < place(4));
    for (const Print& print : outcome.prints) {
        if (print.value == 3) CHECK(print.at_ns >= 8 * millisecond);
        if (print.value == 4) CHECK(print.at_ns >= 6 * millisecond);
    }
    CHECK(time_of(outcome, "parent", State::wait_join) > 0); // how long depends on when it gets to its join
    CHECK(time_of(outcome, "child", State::sleep) >= 4 * millisecond);
    CHECK(time_of(outcome, "child", State::idle) >= 2 * millisecond);
}

TEST_CASE("computing and sending use a core for about as long as they are asked to") {
    if (real_run::no_threads()) return;
    Builder b("work");
    b.thread("T").compute(10 * millisecond).send(TimeLaw::uniform(2 * millisecond, 3 * millisecond)).yield();
    const ScenarioOutcome& outcome = real_run::run(b.build());
    // The calibration may be off where the machine is busy, but not by a factor of ten the short way.
    CHECK(time_of(outcome, "T", State::running) > 1 * millisecond);
    CHECK(time_of(outcome, "T", State::send) > 200'000);
    const program::ThreadResult& thread = outcome.results.threads[0];
    CHECK(thread.running_ns > 1 * millisecond);
    CHECK(thread.spinning_ns == 0);
}

TEST_CASE("drawn times come from the law, and from the seed alone") {
    if (real_run::no_threads()) return;
    Builder b("draws");
    const auto d = b.device("d");
    b.threads("T", 3).loop(
        20, [&](CodeBuilder& t) { t.io(d, TimeLaw::uniform(50'000, 60'000)).sleep(TimeLaw::exponential(20'000)); });
    const ScenarioOutcome& outcome = real_run::run(b.build(), 5);
    for (const trace::Span& span : real_run::lane_of(outcome, "T2").spans)
        if (span.state == State::wait_io) CHECK(span.length_ns() >= 50'000);
    CHECK(time_of(outcome, "T1", State::sleep) > 0);
}

TEST_CASE("readers of a reader-writer lock overlap, and its time held counts them once") {
    if (real_run::no_threads()) return;
    for (const LockKind kind : {LockKind::rw_readers, LockKind::rw_writers}) {
        Builder b("readers");
        const auto m = b.lock("m", kind);
        const auto x = b.variable("x");
        b.threads("R", 3).loop(3, [&](CodeBuilder& t) { t.read_lock(m).sleep(2 * millisecond).read_unlock(m); });
        b.thread("W").loop(5, [&](CodeBuilder& t) { t.lock(m).load(x).add(1).store(x).unlock(m).sleep(100'000); });
        const ScenarioOutcome& outcome = real_run::run(b.build());
        const program::LockResult& lock = outcome.results.locks[0];
        CHECK(outcome.results.variables[0] == 5);
        CHECK(lock.acquires == 14);
        CHECK(lock.held_ns <= outcome.results.elapsed_ns);
        CHECK(lock.held_ns >= 6 * millisecond);
        CHECK(outcome.knows_readers_time);
    }
}

TEST_CASE("a lock that is never let go of is held to the end, and taking it twice is a deadlock") {
    if (real_run::no_threads()) return;
    Builder b("keeper");
    const auto m = b.lock("m", LockKind::tas);
    auto& keeper = b.thread("A").lock(m);
    b.thread("B").join(keeper.handle()).lock(m);
    constexpr trace::Nanoseconds duration = 1'000 * millisecond; // A may get no core at first
    b.duration(duration);
    const ScenarioOutcome& outcome = real_run::run(b.build());
    REQUIRE(outcome.results.locks[0].acquires == 1);
    CHECK(outcome.results.locks[0].held_ns == real_run::time_in(real_run::lane_of(outcome, "m"), State::held));
    CHECK(real_run::lane_of(outcome, "m").spans.back().end_ns == duration);

    Builder twice("twice");
    const auto n = twice.lock("n", LockKind::mcs);
    twice.thread("A").lock(n).lock(n).set(1).print();
    twice.duration(duration);
    const ScenarioOutcome& stuck = real_run::run(twice.build());
    CHECK(stuck.results.locks[0].acquires == 1);
    CHECK(stuck.prints.empty());
    CHECK(time_of(stuck, "A", State::wait_lock) > 0);
}

TEST_CASE("a section that waits on a condition is finished once, when its lock is let go of for good") {
    if (real_run::no_threads()) return;
    Builder b("sections");
    const auto m = b.lock("m", LockKind::futex);
    const auto c = b.condition("c", m);
    b.thread("W").lock(m).wait(c).wait(c).unlock(m);
    b.thread("N").loop(2, [&](CodeBuilder& t) { t.sleep(200 * millisecond).lock(m).notify_one(c).unlock(m); });
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK(outcome.results.threads[0].sections == 1);
    CHECK(outcome.results.threads[1].sections == 2);
}

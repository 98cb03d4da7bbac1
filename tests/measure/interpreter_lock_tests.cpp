#include "measure/interpreter_lock.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "real_run.hpp"

// Scenarios in an interpreter, on real threads.
using namespace measure;
using program::Builder;
using program::CodeBuilder;
using program::GilKind;
using program::LockKind;
using trace::State;

namespace {

constexpr trace::Nanoseconds millisecond = 1'000'000;

} // namespace

TEST_CASE("a holder that looks at its ticks keeps the lock when nobody else came in between") {
    const auto lock = make_interpreter_lock({.gil = GilKind::ticks, .check_ticks = 3, .bytecode_ns = 100}, nullptr);
    CHECK(lock->grain_ns() == 300);
    lock->take(0);
    CHECK_FALSE(lock->is_asked(2));
    CHECK(lock->is_asked(1));
    CHECK_FALSE(lock->is_asked(1));
    lock->drop(0);
    CHECK_FALSE(lock->retake(1)); // 0 had it last
    CHECK(lock->retake(0));
    CHECK_FALSE(lock->retake(0)); // it is taken
    lock->drop(0);
    lock->take(1);
    lock->drop(1);
    CHECK_FALSE(lock->retake(0));
    CHECK(lock->switches() == 1);
    CHECK(make_interpreter_lock({.gil = GilKind::none}, nullptr) == nullptr);
}

TEST_CASE("under a global lock one thread computes at a time, and it changes hands") {
    if (real_run::no_threads()) return;
    for (const GilKind kind : {GilKind::timed, GilKind::ticks}) {
        CAPTURE(std::string(program::name_of(kind)));
        Builder b("gil");
        const auto p = b.interpreter({.name = "python", .gil = kind, .interval_ns = 500'000, .check_ticks = 1'000});
        const auto d = b.device("d");
        const auto x = b.variable("x");
        b.threads("T", 3).on(p).loop(2, [&](CodeBuilder& t) {
            t.compute(2 * millisecond).io(d, 200'000).call(millisecond).fetch_add(x, 1).sleep(100'000).yield();
        });
        const ScenarioOutcome& outcome = real_run::run(b.build());
        CHECK(outcome.results.variables[0] == 6);
        CHECK(outcome.results.gil_switches > 0);
        if (kind == GilKind::ticks) CHECK(outcome.results.gil_requests == 0);
        REQUIRE(outcome.results.gils.size() == 1);
        const program::LockResult& gil = outcome.results.gils[0];
        CHECK(gil.handoffs == outcome.results.gil_switches);
        CHECK(gil.acquires >= 3 * 7); // at first, and behind io, sleep and yield
        CHECK(gil.waits.count() == gil.acquires);
        trace::Nanoseconds computed_ns = 0;
        for (int i = 1; i <= 3; ++i)
            computed_ns += real_run::time_in(real_run::lane_of(outcome, "T" + std::to_string(i)), State::running);
        CHECK(computed_ns > 3 * millisecond); // 18 ms of work, but whoever calibrates beside others thinks it is less
        CHECK(gil.held_ns >= computed_ns);
        CHECK(gil.waits.greatest_ns() > 0); // another computes meanwhile
        const trace::Lane& held = real_run::lane_of(outcome, "python");
        CHECK(held.group == "gils");
        CHECK(real_run::time_in(held, State::held) > 2 * millisecond);
        const auto marks = std::ranges::count(outcome.trace.marks, trace::Event::hand_off, &trace::Mark::event);
        CHECK(marks == outcome.results.gil_switches);
        const auto asked = std::ranges::count(outcome.trace.marks, trace::Event::switch_request, &trace::Mark::event);
        CHECK(asked == outcome.results.gil_requests);
        // Whoever computes has the lock: no moment at which two do.
        std::vector<std::pair<trace::Nanoseconds, int>> changes;
        for (int i = 1; i <= 3; ++i)
            for (const trace::Span& span : real_run::lane_of(outcome, "T" + std::to_string(i)).spans)
                if (span.state == State::running && span.length_ns() > 100'000) {
                    changes.emplace_back(span.start_ns, 1);
                    changes.emplace_back(span.end_ns, -1);
                }
        std::ranges::sort(changes);
        int computing = 0;
        int most = 0;
        for (const auto& [at, change] : changes) most = std::max(most, computing += change);
        CHECK(most == 1);
    }
}

TEST_CASE("a thread that blocks lets its global lock go, for a lock as for a join or a condition") {
    if (real_run::no_threads()) return;
    for (const LockKind kind : {LockKind::fifo, LockKind::ticket, LockKind::adaptive}) {
        Builder b("gil and lock");
        const auto p = b.interpreter("python", GilKind::timed);
        const auto m = b.lock("m", kind);
        const auto c = b.condition("c", m);
        const auto x = b.variable("x");
        // Would never end if a waiting thread kept the interpreter: the holder could not go on.
        auto& worker = b.thread("A").on(p);
        worker.lock(m).sleep(3 * millisecond).set(1).store(x).notify_all(c).unlock(m);
        b.thread("B")
            .on(p)
            .sleep(millisecond)
            .lock(m)
            .label("again")
            .load(x)
            .jump_if_zero("wait")
            .jump("go")
            .label("wait")
            .wait(c)
            .jump("again")
            .label("go")
            .unlock(m);
        b.thread("C").on(p).join(worker.handle());
        const ScenarioOutcome& outcome = real_run::run(b.build());
        CHECK_FALSE(outcome.is_deadlocked);
        CHECK(outcome.results.locks[0].acquires >= 2);
    }
}

TEST_CASE("two interpreters compute at the same time, each under its own lock") {
    if (real_run::no_threads()) return;
    Builder b("processes");
    const auto p = b.interpreter("p", GilKind::timed);
    const auto q = b.interpreter("q", GilKind::timed);
    const auto x = b.variable("x");
    // Each waits, without letting its interpreter go, until the other is inside, too.
    for (const auto interpreter : {p, q})
        b.thread(interpreter.index == 0 ? "P" : "Q")
            .on(interpreter)
            .fetch_add(x, 1)
            .label("again")
            .call(1'000)
            .load(x)
            .add(-2)
            .jump_if_zero("go")
            .jump("again")
            .label("go");
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK(outcome.results.variables[0] == 2);
    CHECK(outcome.results.gil_switches == 0);
}

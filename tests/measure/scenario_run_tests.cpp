#include "measure/scenario_run.hpp"

#include <algorithm>
#include <string>

#include "measure/clock.hpp"
#include "measure/scenario_refusal.hpp"
#include "real_run.hpp"

using namespace measure;
using program::Builder;
using program::CodeBuilder;
using program::LockKind;
using program::Scenario;
using trace::State;

namespace {

constexpr trace::Nanoseconds microsecond = 1'000;
constexpr trace::Nanoseconds millisecond = 1'000'000;

/// Each of `threads` takes the lock `turns` times and adds 1 to x by a load and a store inside.
Scenario counter(LockKind kind, int threads, int turns) {
    Builder b("counter");
    const auto m = b.lock("m", kind);
    const auto x = b.variable("x");
    b.threads("T", threads).loop(turns, [&](CodeBuilder& t) { t.lock(m).load(x).add(1).store(x).unlock(m); });
    return b.build();
}

Scenario endless(trace::Nanoseconds duration_ns = 0) {
    Builder b("endless");
    const auto m = b.lock("m", LockKind::mcs);
    b.threads("T", 4).lock(m).compute(2'000).unlock(m).compute(1'000).forever();
    b.duration(duration_ns);
    return b.build();
}

bool is_refused(const Scenario& scenario, const Abilities& here, const std::string& part) {
    const text::Line why = why_not_here(scenario, here);
    CAPTURE(why.en);
    return why.en.find(part) != std::string::npos && !why.ko.empty() && why.ko != why.en;
}

Abilities able() {
    return {.threads = true, .processes = false, .memory_bytes = 1'000'000'000, .hardware_threads = 2};
}

} // namespace

TEST_CASE("under every real lock no addition is lost, and all that is counted agrees") {
    if (real_run::no_threads()) return;
    for (const program::LockTraits& traits : program::lock_table()) {
        if (!traits.is_real) continue;
        CAPTURE(traits.id);
        const ScenarioOutcome& outcome = real_run::run(counter(traits.kind, 4, 300));
        const program::Results& results = outcome.results;
        CHECK(results.variables == std::vector<std::int64_t>{1'200});
        const program::LockResult& lock = results.locks[0];
        CHECK(lock.acquires == 1'200);
        CHECK(lock.waits.count() == 1'200);
        CHECK(lock.contended <= lock.acquires);
        CHECK(lock.handoffs >= 3); // each thread had it once
        CHECK(lock.handoffs < 1'200);
        CHECK(lock.held_ns > 0);
        CHECK(lock.held_ns <= results.elapsed_ns);
        CHECK(lock.queue_time_ns <= lock.wait_ns);
        CHECK(lock.line_transfers == 0);
        for (const program::ThreadResult& thread : results.threads) CHECK(thread.sections == 300);
        CHECK(program::jain(results) == doctest::Approx(1));
        CHECK_FALSE(outcome.is_deadlocked);
        CHECK(outcome.trace_until_ns == results.elapsed_ns);

        // The trace tells the same as the counters.
        const trace::Lane& held = real_run::lane_of(outcome, "m");
        CHECK(std::abs(real_run::time_in(held, State::held) - lock.held_ns) <= 1'200 * 2); // ends rounded away
        const auto marks = std::ranges::count(outcome.trace.marks, trace::Event::hand_off, &trace::Mark::event);
        CHECK(marks == lock.handoffs);
        for (int i = 1; i <= 4; ++i) {
            const trace::Lane& lane = real_run::lane_of(outcome, "T" + std::to_string(i));
            CHECK(lane.group == "threads");
            CHECK(real_run::time_in(lane, State::section) > 0);
            if (!traits.spins) CHECK(real_run::time_in(lane, State::spin) == 0);
        }
    }
}

TEST_CASE("a run stops when its duration is over, and counts nothing that came later") {
    if (real_run::no_threads()) return;
    for (const trace::Nanoseconds duration : {3 * millisecond, 60 * millisecond}) {
        const ScenarioOutcome& outcome = real_run::run(endless(duration));
        CHECK(outcome.results.elapsed_ns == duration);
        CHECK(outcome.trace.end_ns() <= duration);
        const program::LockResult& lock = outcome.results.locks[0];
        std::int64_t sections = 0;
        for (const program::ThreadResult& thread : outcome.results.threads) sections += thread.sections;
        CHECK(lock.acquires - sections >= 0);
        CHECK(lock.acquires - sections <= 1); // one thread may be inside at the end
        CHECK(lock.held_ns <= duration);
        CHECK((program::throughput_per_s(outcome.results) > 0) == (sections > 0));
    }
    SUBCASE("also when all its threads sleep at that moment") {
        Builder b("sleepers");
        const auto m = b.lock("m", LockKind::futex);
        const auto x = b.variable("x");
        b.thread("A").lock(m).fetch_add(x, 1).sleep(60'000 * millisecond);
        b.thread("B").label("again").compute(1'000).load(x).jump_if_zero("again").lock(m);
        b.duration(1'000 * millisecond);
        const trace::Nanoseconds before = now_ns();
        const ScenarioOutcome& outcome = real_run::run(b.build());
        CHECK(now_ns() - before < 30'000 * millisecond); // not the minute that A would sleep
        CHECK(outcome.results.elapsed_ns == 1'000 * millisecond);
        CHECK(outcome.results.locks[0].acquires == 1);
        CHECK(outcome.results.locks[0].queue_time_ns > 0); // B waited, in vain
        CHECK(real_run::time_in(real_run::lane_of(outcome, "m queue"), State::queue) ==
              outcome.results.locks[0].queue_time_ns);
    }
}

TEST_CASE("a run can be cancelled in each of its phases, whatever its threads wait for") {
    if (real_run::no_threads()) return;
    Builder b("stuck");
    const auto m = b.lock("m", LockKind::clh);
    const auto n = b.lock("n", LockKind::rw_writers);
    const auto k = b.lock("k", LockKind::fifo);
    const auto c = b.condition("c", k);
    const auto d = b.device("d", 1);
    const auto p = b.interpreter("p", program::GilKind::timed);
    const auto holder = b.thread("A").on(p).lock(m).lock(n).io(d, 100'000'000'000).handle();
    b.thread("B").on(p).lock(m);
    b.thread("C").on(p).read_lock(n);
    b.thread("D").on(p).lock(k).wait(c);
    b.thread("E").on(p).io(d, 1'000);
    b.thread("F").on(p).join(holder);
    b.thread("G").on(p).sleep(100'000'000'000);
    b.thread("H").on(p).compute(100'000'000'000);
    for (const Scenario& scenario : {b.build(), endless()}) {
        ScenarioRun fresh; // calibrates, too
        for (const Phase phase : {Phase::calibrating, Phase::calibrating, Phase::preparing, Phase::measuring}) {
            CAPTURE(static_cast<int>(phase));
            fresh.start(scenario, 1);
            bool cancelled = false;
            int polls = 0;
            real_run::finish(fresh, [&] {
                if (cancelled || fresh.phase() != phase || (phase == Phase::measuring && ++polls < 30)) return;
                fresh.cancel();
                cancelled = true;
            });
            CHECK(cancelled);
            CHECK(fresh.phase() == Phase::cancelled);
            CHECK(fresh.outcome() == nullptr);
        }
    }
    SUBCASE("and the crew is free for the next one") {
        CHECK(real_run::run(counter(LockKind::ticket, 8, 50)).results.variables[0] == 400);
    }
}

TEST_CASE("what was under way while the page was hidden is done again") {
    if (real_run::no_threads()) return;
    ScenarioRun run;
    run.start(endless(50 * millisecond), 1);
    int discarded = 0;
    bool calibrated = false;
    real_run::finish(run, [&] {
        const bool now = run.phase() == (calibrated ? Phase::measuring : Phase::calibrating);
        if (!now || discarded == 2) return;
        run.discard_current();
        calibrated = true;
        ++discarded;
    });
    CHECK(run.discards() == 2);
    CHECK(run.phase() == Phase::finished);
    REQUIRE(run.outcome() != nullptr);
    CHECK(run.outcome()->results.elapsed_ns == 50 * millisecond);
    CHECK(run.done() == 1);
    CHECK(run.machine().effective_cores > 0);
}

TEST_CASE("what cannot run for real is refused with a reason in both languages") {
    CHECK(why_not_here(endless(), able()).empty());
    CHECK(is_refused(counter(LockKind::mcs, 9, 1), able(), "9 threads"));
    CHECK(is_refused(counter(LockKind::crowded, 2, 1), able(), "a model without"));
    CHECK(is_refused(counter(LockKind::queued, 2, 1), able(), "a model without"));
    Abilities poor = able();
    poor.memory_bytes = 1'000'000;
    CHECK(is_refused(endless(), poor, "MB are free"));
    Abilities alone = able();
    alone.threads = false;
    CHECK(is_refused(endless(), alone, "cannot make threads"));
    Scenario broken = endless();
    broken.threads[0].code[0].target = 7; // a lock that is not there
    CHECK_FALSE(why_not_here(broken, able()).empty());
    CHECK(ScenarioRun::can_run(endless()) == !real_run::no_threads());

    ScenarioRun run;
    run.start(broken, 1);
    CHECK_FALSE(run.running());
    CHECK(run.phase() == Phase::failed);
    CHECK_FALSE(run.failure().empty());
    CHECK(run.outcome() == nullptr);
}

TEST_CASE("threads that wait for one another are noticed and stopped") {
    if (real_run::no_threads()) return;
    Builder b("deadlock");
    const auto m = b.lock("m", LockKind::futex);
    const auto n = b.lock("n", LockKind::mcs);
    const auto x = b.variable("x");
    // Each has its first lock before either asks for its second.
    const auto both_have_one = [&](CodeBuilder& t) {
        t.fetch_add(x, 1).label("again").load(x).add(-2).compute(1'000).jump_if_zero("go").jump("again").label("go");
    };
    auto& a = b.thread("A").lock(m);
    both_have_one(a);
    a.lock(n).unlock(n).unlock(m);
    auto& c = b.thread("B").lock(n);
    both_have_one(c);
    c.lock(m).unlock(m).unlock(n);
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK(outcome.is_deadlocked);
    CHECK(outcome.results.locks[0].acquires == 1);
    CHECK(outcome.results.locks[1].acquires == 1);
    CHECK(real_run::time_in(real_run::lane_of(outcome, "A"), State::spin) > 900 * millisecond);
    CHECK(real_run::time_in(real_run::lane_of(outcome, "B"), State::wait_lock) > 900 * millisecond);
}

TEST_CASE("a run that has more to tell than there is room for ends its trace early and counts on") {
    if (real_run::no_threads()) return;
    Builder b("much");
    const auto m = b.lock("m", LockKind::futex);
    const auto x = b.variable("x");
    b.thread("T").loop(300'000, [&](CodeBuilder& t) { t.lock(m).load(x).add(1).store(x).unlock(m); });
    const ScenarioOutcome& outcome = real_run::run(b.build());
    CHECK(outcome.results.variables[0] == 300'000);
    CHECK(outcome.results.locks[0].acquires == 300'000);
    CHECK(outcome.results.threads[0].sections == 300'000);
    CHECK(outcome.trace_until_ns < outcome.results.elapsed_ns);
    CHECK(outcome.trace.end_ns() <= outcome.trace_until_ns);
    CHECK(outcome.trace.span_count() > 300'000);
}

TEST_CASE("calibration tells its own error, and what writing an event costs") {
    if (real_run::no_threads()) return;
    real_run::run(counter(LockKind::tas, 1, 1));
    const ScenarioRun& run = real_run::the_run();
    CHECK(run.work().rounds_per_ns > 0);
    CHECK(run.work().error != 0);
    CHECK(run.event_cost_ns() > 0);
    CHECK(run.machine().clock_step_ns > 0);
    CHECK(run.work().rounds(1'000'000) > 10 * run.work().rounds(10 * microsecond));
}

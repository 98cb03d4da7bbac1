#include <doctest/doctest.h>

#include <algorithm>

#include "program/contention.hpp"
#include "program/lock_kind.hpp"
#include "program/presets.hpp"
#include "sim/steps.hpp"

using namespace sim;
using program::LockKind;
using program::TimeLaw;

namespace {

program::Contention contention(LockKind kind, int threads, int cores) {
    program::Contention parameters;
    parameters.kind = kind;
    parameters.threads = threads;
    parameters.cores = cores;
    parameters.inside = TimeLaw::exponential(200);
    parameters.outside = TimeLaw::exponential(400);
    parameters.counts = true;
    parameters.duration_ns = 10'000'000;
    return parameters;
}

/// Time from one acquire to the next when all want the lock all the time.
double per_acquire_ns(LockKind kind, int threads) {
    program::Contention parameters = contention(kind, threads, threads);
    parameters.inside = TimeLaw::constant(100);
    parameters.outside = TimeLaw::constant(0);
    parameters.counts = false;
    return 1e9 / program::throughput_per_s(measure(program::contention(parameters), 1));
}

} // namespace

TEST_CASE("whatever the lock, one thread at a time has it, and every count arrives") {
    for (const program::LockTraits& traits : program::lock_table())
        for (const auto& [threads, cores] : {std::pair{2, 2}, {7, 8}, {9, 3}, {3, 1}, {64, 16}}) {
            const auto scenario =
                std::make_shared<const program::Scenario>(program::contention(contention(traits.kind, threads, cores)));
            Machine machine(scenario, 2);
            int inside = -1;
            std::int64_t stored = 0;
            for (const Happening& each : steps::all(machine, 60'000)) {
                if (each.did == Did::acquired || each.did == Did::got) {
                    REQUIRE_MESSAGE(inside == -1, traits.id);
                    inside = each.thread;
                }
                if (each.did == Did::released || each.did == Did::handed_off || each.did == Did::woke) {
                    REQUIRE_MESSAGE(inside == each.thread, traits.id);
                    inside = -1;
                }
                if (each.did == Did::stored) REQUIRE(each.value == ++stored);
            }
            CHECK_MESSAGE(stored > 500, traits.id, " ", threads, " threads");
            CHECK(machine.variable(0) == stored);
            CHECK_FALSE(machine.is_deadlocked());
        }
}

TEST_CASE("a hand-off grows with the waiters at locks that all spin on, and stays the same at queue locks") {
    for (const LockKind kind : {LockKind::ttas, LockKind::ticket}) {
        const double few = per_acquire_ns(kind, 4);
        const double many = per_acquire_ns(kind, 32);
        CHECK_MESSAGE(many > 3 * few, program::traits_of(kind).id, ": ", few, " ", many);
    }
    for (const LockKind kind : {LockKind::anderson, LockKind::clh, LockKind::mcs}) {
        const double few = per_acquire_ns(kind, 4);
        const double many = per_acquire_ns(kind, 32);
        CHECK_MESSAGE(many < 1.25 * few, program::traits_of(kind).id, ": ", few, " ", many);
    }
}

TEST_CASE("locks that are fair are fair, and hand the lock on in the order of the requests") {
    for (const program::LockTraits& traits : program::lock_table()) {
        if (!traits.is_fair || !traits.is_real) continue;
        const auto scenario =
            std::make_shared<const program::Scenario>(program::contention(contention(traits.kind, 6, 6)));
        Machine machine(scenario, 1);
        for (const Happening& each : steps::all(machine, 30'000)) {
            if (each.did != Did::handed_off) continue;
            CHECK(each.other >= 0);
            CHECK(each.other != each.thread);
        }
        CHECK_MESSAGE(program::jain(machine.results()) > 0.99, traits.id);
    }
}

TEST_CASE("a spinning thread uses its core, a sleeping one does not") {
    for (const program::LockTraits& traits : program::lock_table()) {
        program::Builder b("test");
        const auto m = b.lock("m", traits.kind);
        b.thread("holder").lock(m).compute(1'000'000).unlock(m);
        b.thread("waiter").compute(1'000).lock(m).unlock(m);
        const program::Results results = measure(b.cores(2).build(), 1);
        const Nanoseconds spun = results.threads[1].spinning_ns;
        if (traits.kind == LockKind::adaptive)
            CHECK((spun > 1'000 && spun < 50'000)); // for a while
        else if (traits.spins)
            CHECK_MESSAGE(spun > 990'000, traits.id);
        else
            CHECK_MESSAGE(spun == 0, traits.id);
        CHECK(results.locks[0].contended == 1);
        CHECK(results.locks[0].handoffs == 1);
    }
}

TEST_CASE("a holder that lost its core stops everybody") {
    for (const LockKind kind : {LockKind::tas, LockKind::mcs}) {
        program::Builder b("test");
        const auto m = b.lock("m", kind);
        b.thread("holder").lock(m).compute(6'000'000).unlock(m);
        b.thread("spinner").compute(1'000).lock(m).unlock(m);
        Machine machine(steps::shared(b.cores(1).quantum(4'000'000)), 1);
        steps::all(machine);
        const program::Results results = machine.results();
        // After 4 ms the holder is preempted; the other one spins for a whole quantum, in vain.
        CHECK(results.threads[1].spinning_ns >= 3'990'000);
        CHECK(results.threads[0].preemptions == 1);
        CHECK(results.threads[0].ready_ns >= 4'000'000);
        CHECK(results.elapsed_ns > 10'000'000);
    }
}

TEST_CASE("with more threads than cores FIFO spin locks collapse, since the next in line has no core; others do not") {
    const auto rate = [](LockKind kind) {
        program::Contention parameters = contention(kind, 4, 2);
        parameters.duration_ns = 200'000'000; // many quanta: in the first all is well
        return program::throughput_per_s(measure(program::contention(parameters), 1));
    };
    const double barging = rate(LockKind::ttas);
    for (const LockKind kind : {LockKind::ticket, LockKind::anderson, LockKind::clh, LockKind::mcs})
        CHECK_MESSAGE(rate(kind) < barging / 5, program::traits_of(kind).id);
    for (const LockKind kind : {LockKind::futex, LockKind::adaptive, LockKind::tas, LockKind::backoff})
        CHECK_MESSAGE(rate(kind) > barging / 3, program::traits_of(kind).id);
}

TEST_CASE("the backoff lock waits longer with each loss, up to the same 1024 turns as the recorded real one") {
    program::Contention parameters = contention(LockKind::backoff, 32, 32);
    parameters.duration_ns = 20'000'000;
    Machine machine(std::make_shared<const program::Scenario>(program::contention(parameters)), 1);
    Nanoseconds longest_ns = 0;
    for (const Happening& each : steps::all(machine, 400'000))
        if (each.did == Did::backed_off) longest_ns = std::max(longest_ns, each.value);
    const Nanoseconds turn_ns = program::Costs{}.pause_ns;
    CHECK(longest_ns <= 1'024 * turn_ns);
    CHECK(longest_ns > 900 * turn_ns);
}

TEST_CASE("a futex that is free costs no system call; a sleeper is woken by one and pays the latency") {
    program::Builder b("test");
    const auto m = b.lock("m", LockKind::futex);
    b.thread("T").lock(m).compute(100).unlock(m);
    CHECK(measure(b.build(), 1).elapsed_ns == 100 + 2 * program::Costs{}.atomic_ns);

    program::Builder c("test");
    const auto n = c.lock("n", LockKind::futex);
    c.thread("holder").lock(n).compute(1'000'000).unlock(n);
    c.thread("sleeper").compute(1'000).lock(n).unlock(n);
    const auto scenario = steps::shared(c.cores(2));
    Machine machine(scenario, 1);
    Nanoseconds woke_ns = 0;
    Nanoseconds got_ns = 0;
    for (const Happening& each : steps::all(machine)) {
        if (each.did == Did::woke) woke_ns = each.at_ns;
        if (each.did == Did::got) got_ns = each.at_ns;
    }
    CHECK(woke_ns > 1'000'000);
    const program::Costs costs;
    CHECK(got_ns - woke_ns > costs.wake_ns + costs.wake_latency_ns / 2);
    CHECK(got_ns - woke_ns < costs.wake_ns + 2 * costs.wake_latency_ns);
}

TEST_CASE("readers share, writers do not; who goes first is the lock's choice") {
    const auto order = [](LockKind kind) {
        program::Builder b = steps::plain(4);
        const auto m = b.lock("m", kind);
        b.thread("reader").read_lock(m).compute(100).read_unlock(m);
        b.thread("writer").compute(10).lock(m).compute(100).unlock(m);
        b.thread("late reader").compute(20).read_lock(m).compute(100).read_unlock(m);
        Machine machine(steps::shared(b), 1);
        std::vector<std::pair<int, Nanoseconds>> entered;
        for (const Happening& each : steps::all(machine))
            if (each.did == Did::acquired || each.did == Did::got) entered.emplace_back(each.thread, each.at_ns);
        CHECK(machine.results().locks[0].held_ns == (kind == LockKind::rw_readers ? 220 : 300));
        return entered;
    };
    using Entered = std::vector<std::pair<int, Nanoseconds>>;
    CHECK(order(LockKind::rw_readers) == Entered{{0, 0}, {2, 20}, {1, 120}});
    CHECK(order(LockKind::rw_writers) == Entered{{0, 0}, {1, 100}, {2, 200}});
}

TEST_CASE("many readers and writers: a writer is always alone") {
    for (const LockKind kind : {LockKind::rw_readers, LockKind::rw_writers}) {
        program::Builder b("test");
        const auto m = b.lock("m", kind);
        b.threads("R", 6).compute(TimeLaw::exponential(20'000)).read_lock(m).compute(2'000).read_unlock(m).forever();
        b.threads("W", 3).compute(TimeLaw::exponential(30'000)).lock(m).compute(1'000).unlock(m).forever();
        const auto scenario = steps::shared(b.cores(4).duration(50'000'000));
        Machine machine(scenario, 1);
        int readers = 0;
        int writers = 0;
        int most_readers = 0;
        for (const Happening& each : steps::all(machine, 40'000)) {
            const program::Op op = scenario->threads[static_cast<std::size_t>(each.thread)].code[each.instruction].op;
            const bool in = each.did == Did::acquired || each.did == Did::got;
            const bool out = each.did == Did::released || each.did == Did::handed_off;
            if (op == program::Op::read_lock && in) most_readers = std::max(most_readers, ++readers);
            if (op == program::Op::read_unlock && out) --readers;
            if (op == program::Op::lock && in) ++writers;
            if (op == program::Op::unlock && out) --writers;
            REQUIRE((writers == 0 || (writers == 1 && readers == 0)));
        }
        CHECK(most_readers > 2);
        CHECK_FALSE(machine.is_deadlocked());
    }
}

TEST_CASE("without costs the costed locks still work, and time goes on") {
    for (const program::LockTraits& traits : program::lock_table()) {
        program::Scenario scenario = program::contention(contention(traits.kind, 5, 3));
        scenario.costs = program::Costs::free();
        scenario.duration_ns = 200'000;
        const program::Results results = measure(scenario, 1);
        CHECK_MESSAGE(results.locks[0].acquires > 20, traits.id);
        CHECK(results.elapsed_ns == 200'000);
    }
}

TEST_CASE("the contended share is one of the acquires: who still waits at the end has not acquired") {
    for (const LockKind kind : {LockKind::ttas, LockKind::mcs, LockKind::futex, LockKind::fifo}) {
        program::Builder b("held");
        const auto m = b.lock("m", kind);
        b.cores(4).duration(100'000);
        b.thread("holder").lock(m).compute(1'000'000'000).unlock(m);
        b.threads("T", 3).compute(10'000).lock(m).unlock(m);
        const program::Results results = measure(b.build(), 1);
        CHECK(results.locks[0].acquires == 1);
        CHECK(results.locks[0].contended == 0);
        CHECK(program::contended_share(results) == 0);
        CHECK(results.locks[0].queue_time_ns > 200'000); // which shows that they waited
    }
}

TEST_CASE("spin against mutex is as its story says: a short section is the spin lock's, a long one is the mutex's") {
    const auto of = [](const char* id, std::uint64_t seed) { return measure(program::find_preset(id)->make(), seed); };
    const auto burned = [](const program::Results& results) {
        return program::spin_cpu_s(results) * 1e9 / static_cast<double>(results.elapsed_ns * results.cores);
    };
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const double with_spin = program::throughput_per_s(of("spin-short", seed));
        const double with_mutex = program::throughput_per_s(of("mutex-short", seed));
        CHECK_MESSAGE(with_spin > 1.1 * with_mutex, with_spin, " ", with_mutex);
        const program::Results spin = of("spin-long", seed);
        const program::Results mutex = of("mutex-long", seed);
        CHECK(program::throughput_per_s(mutex) ==
              doctest::Approx(program::throughput_per_s(spin)).epsilon(0.05)); // no worse
        CHECK(burned(spin) > 0.5);                                             // "most of the core time"
        CHECK(burned(mutex) == 0);
    }
}

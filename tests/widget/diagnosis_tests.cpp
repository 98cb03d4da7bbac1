#include "widget/diagnosis.hpp"

#include <doctest/doctest.h>

#include "contention_testing.hpp"
#include "program/contention.hpp"
#include "program/presets.hpp"

using program::LockKind;
using program::TimeLaw;
using testing::Diagnosed;
using widget::DiagnosisKind;

namespace {

constexpr program::Nanoseconds us = 1'000;
constexpr program::Nanoseconds ms = 1'000'000;

Diagnosed preset(const char* id) {
    return Diagnosed(program::find_preset(id)->make());
}

} // namespace

TEST_CASE("a thread that answers requests behind a GIL is told to stand in a convoy") {
    for (const char* id : {"convoy-timed", "convoy-ticks"}) {
        CAPTURE(id);
        const Diagnosed run = preset(id);
        const widget::Diagnosis* convoy = run.of(DiagnosisKind::convoy);
        REQUIRE(convoy != nullptr);
        CHECK(convoy->reason.en.find("io waits") != std::string::npos);
        CHECK(convoy->reason.ko.find("io") != std::string::npos);
    }
    CHECK(preset("convoy-free").of(DiagnosisKind::convoy) == nullptr);
}

TEST_CASE("threads that are woken for a GIL only to find it taken again stand in a convoy") {
    const Diagnosed run = preset("count-ticks");
    const widget::Diagnosis* convoy = run.of(DiagnosisKind::convoy);
    REQUIRE(convoy != nullptr);
    CHECK(convoy->reason.en.find("finds the GIL taken again") != std::string::npos);
    CHECK(run.history.step_at(convoy->at_ns) > 0);
}

TEST_CASE("threads that all queue for a lock whose hand-off takes longer than the section stand in a convoy") {
    program::Contention parameters{.threads = 8,
                                   .cores = 8,
                                   .inside = TimeLaw::constant(1 * us),
                                   .outside = TimeLaw::exponential(2 * us),
                                   .kind = LockKind::fifo,
                                   .handoff_ns = 5 * us,
                                   .duration_ns = 20 * ms};
    const Diagnosed run(program::contention(parameters));
    REQUIRE(run.of(DiagnosisKind::convoy) != nullptr);
    parameters.handoff_ns = 0;
    CHECK(Diagnosed(program::contention(parameters)).of(DiagnosisKind::convoy) == nullptr);
}

TEST_CASE("spinning while the holder or the next in line has no core is found, and only with more threads than cores") {
    const Diagnosed run = preset("ticket-crowd");
    const widget::Diagnosis* preempted = run.of(DiagnosisKind::preempted);
    REQUIRE(preempted != nullptr);
    CHECK(run.history.step_at(preempted->at_ns) > 0);
    CHECK(preset("futex-crowd").of(DiagnosisKind::preempted) == nullptr);
    CHECK(preset("spin-short").of(DiagnosisKind::preempted) == nullptr);
    CHECK(preset("spin-long").of(DiagnosisKind::preempted) == nullptr);
}

TEST_CASE("a lock held across I/O is found, and at its moment the holder waits for the device while others queue") {
    const Diagnosed run = preset("lock-io");
    const widget::Diagnosis* across_io = run.of(DiagnosisKind::across_io);
    REQUIRE(across_io != nullptr);
    sim::History history = run.history;
    history.go(history.step_at(across_io->at_ns));
    const sim::LockView lock = history.machine().lock(0);
    REQUIRE(lock.holder >= 0);
    CHECK(history.machine().thread(lock.holder).doing == sim::Doing::waits_io);
    CHECK_FALSE(lock.waiters.empty());
    CHECK(preset("lock-io-cured").of(DiagnosisKind::across_io) == nullptr);
}

TEST_CASE("a writer whom readers always overtake starves, and one that goes first does not") {
    const Diagnosed run = preset("rw-readers");
    const widget::Diagnosis* starvation = run.of(DiagnosisKind::starvation);
    REQUIRE(starvation != nullptr);
    CHECK(starvation->reason.en.find("writer waits") != std::string::npos);
    CHECK(preset("rw-writers").of(DiagnosisKind::starvation) == nullptr);
}

TEST_CASE("no contention is said of a lock that hardly anybody waits for, and is no trouble") {
    const program::Scenario quiet = program::contention({.threads = 2,
                                                         .cores = 4,
                                                         .inside = TimeLaw::constant(100),
                                                         .outside = TimeLaw::exponential(100 * us),
                                                         .duration_ns = 20 * ms});
    const Diagnosed run(quiet);
    REQUIRE(run.of(DiagnosisKind::no_contention) != nullptr);
    CHECK_FALSE(run.of(DiagnosisKind::no_contention)->is_trouble());
    CHECK(preset("lock-io").of(DiagnosisKind::no_contention) == nullptr);
    CHECK(preset("refcount-race").found.empty()); // no lock, nothing to say
}

TEST_CASE("few acquires that waited are no proof of no contention while somebody waits without end") {
    const program::Contention parameters{.threads = 4,
                                         .cores = 4,
                                         .inside = TimeLaw::constant(1 * us),
                                         .outside = TimeLaw::constant(0),
                                         .kind = LockKind::ttas,
                                         .duration_ns = 20 * ms};
    const Diagnosed run(program::contention(parameters));
    CHECK(run.of(DiagnosisKind::starvation) != nullptr);
    CHECK(program::contended_share(run.history.results()) < 0.01);
    CHECK(run.of(DiagnosisKind::no_contention) == nullptr);
}

TEST_CASE("healthy runs raise no alarm, whatever their parameters and seeds") {
    int runs = 0;
    for (const LockKind kind : {LockKind::fifo, LockKind::ttas, LockKind::backoff, LockKind::ticket, LockKind::anderson,
                                LockKind::clh, LockKind::mcs, LockKind::futex, LockKind::adaptive})
        for (const int threads : {1, 2, 4})
            for (const program::Nanoseconds outside : {30 * us, 100 * us})
                for (const bool is_exponential : {false, true})
                    for (const std::uint64_t seed : {1u, 2u}) {
                        const program::Scenario scenario = program::contention(
                            {.threads = threads,
                             .cores = 4,
                             .inside = is_exponential ? TimeLaw::exponential(5 * us) : TimeLaw::constant(5 * us),
                             .outside = TimeLaw::exponential(outside),
                             .kind = kind,
                             .counts = true,
                             .duration_ns = 4 * ms});
                        const Diagnosed run(scenario, seed);
                        CAPTURE(program::traits_of(kind).id);
                        CAPTURE(threads);
                        CAPTURE(outside);
                        CHECK(run.names() == "");
                        ++runs;
                    }
    CHECK(runs == 216);
}

TEST_CASE("stories that are told as sound raise no alarm") {
    for (const char* id :
         {"sort-sequence", "sort-timed", "sort-free", "sort-processes", "count-timed", "convoy-free", "spin-short",
          "rw-writers", "lock-io-cured", "free-threaded", "refcount-lock", "refcount-atomic"}) {
        CAPTURE(id);
        CHECK(preset(id).names() == "");
    }
}

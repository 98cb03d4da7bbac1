#include "program/builder.hpp"
#include "program/contention.hpp"
#include "program/preset_scenarios.hpp"

namespace program::preset {
namespace {

constexpr Nanoseconds us = 1'000;
constexpr Nanoseconds ms = 1'000'000;

} // namespace

Scenario crowd(LockKind kind) {
    Scenario scenario = contention({.threads = 4,
                                    .cores = 2,
                                    .inside = TimeLaw::constant(1 * us),
                                    .outside = TimeLaw::exponential(4 * us),
                                    .kind = kind,
                                    .duration_ns = 200 * ms});
    scenario.name = std::string(traits_of(kind).id) + "-crowd";
    return scenario;
}

Scenario spin_or_mutex(LockKind kind, Nanoseconds section_ns) {
    // A short section that is found taken about every other time: were it always, the mutex would win nevertheless,
    // since three of the four would sleep and leave the lock's cache line alone. A long one for which most wait.
    const bool is_short = section_ns < 10 * us;
    Scenario scenario = contention({.threads = 4,
                                    .cores = 4,
                                    .inside = TimeLaw::constant(section_ns),
                                    .outside = TimeLaw::exponential(is_short ? 8 * section_ns : section_ns / 5),
                                    .kind = kind,
                                    .duration_ns = is_short ? 10 * ms : 200 * ms});
    scenario.name = traits_of(kind).spins ? "spin" : "mutex";
    scenario.name += is_short ? "-short" : "-long";
    return scenario;
}

Scenario library(LockKind kind) {
    Builder b(kind == LockKind::rw_readers ? "rw-readers" : "rw-writers");
    const VariableHandle shelf = b.variable("shelf");
    const LockHandle m = b.lock("m", kind);
    b.protects(m, {shelf});
    b.threads("R", 3).forever([&](CodeBuilder& t) {
        t.compute(TimeLaw::exponential(1 * us)).lines("think();", "think()");
        t.read_lock(m).load(shelf).lines("auto book = shelf;", "book = shelf");
        t.compute(TimeLaw::exponential(10 * us)).lines("read(book);", "read(book)");
        t.read_unlock(m);
    });
    b.thread("writer").forever([&](CodeBuilder& t) {
        t.compute(5 * us).lines("auto book = write();", "book = write()");
        t.lock(m).load(shelf).lines("auto shelved = shelf;", "shelved = shelf");
        t.compute(1 * us).add(1).lines("++shelved;", "shelved += 1");
        t.store(shelf).lines("shelf = shelved;", "shelf = shelved");
        t.unlock(m);
    });
    return b.cores(4).duration(10 * ms).build();
}

Scenario lock_across_io(bool is_cured) {
    Builder b(is_cured ? "lock-io-cured" : "lock-io");
    const VariableHandle total = b.variable("total");
    const LockHandle m = b.lock("m", LockKind::futex);
    const DeviceHandle disk = b.device("disk", 4);
    b.protects(m, {total});
    const auto append_read = [&](CodeBuilder& t) {
        t.io(disk, 1 * ms).lines("auto text = read_file(path);", "text = open(path).read()");
    };
    b.threads("T", 4).forever([&](CodeBuilder& t) {
        t.compute(TimeLaw::exponential(100 * us)).lines("path = next_path();", "path = next_path()");
        if (is_cured) append_read(t);
        t.lock(m);
        if (!is_cured) append_read(t);
        t.load(total).lines("auto sum = total;", "s = total");
        t.compute(5 * us).add(1).lines("sum += count_lines(text);", "s += text.count('\\n')");
        t.store(total).lines("total = sum;", "total = s");
        t.unlock(m);
    });
    return b.cores(2).duration(200 * ms).build();
}

Scenario reference_count(Guard guard) {
    Builder b(guard == Guard::nothing ? "refcount-race" : guard == Guard::lock ? "refcount-lock" : "refcount-atomic");
    const VariableHandle refs = b.variable("refs");
    const LockHandle m = guard == Guard::lock ? b.lock("m", LockKind::futex) : LockHandle();
    if (guard == Guard::lock) b.protects(m, {refs});
    b.threads("T", 2).loop(1'000, [&](CodeBuilder& t) {
        // What a thread does between two references; random, so that the two do not stay in step.
        t.compute(TimeLaw::exponential(200)).lines("other_work();", "other_work()");
        if (guard == Guard::atomic) {
            t.fetch_add(refs, 1).lines("object->refs.fetch_add(1);", "b = a  # refs += 1, in one atomic step");
            return;
        }
        if (guard == Guard::lock) t.lock(m);
        t.load(refs).lines("auto r = object->refs;", "b = a  # reads refs");
        t.add(1).lines("r = r + 1;", "       # adds 1");
        t.store(refs).lines("object->refs = r;", "       # writes refs back");
        if (guard == Guard::lock) t.unlock(m);
    });
    return b.build();
}

} // namespace program::preset

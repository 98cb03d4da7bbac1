// The same scenario and seed give the same steps on every platform: these numbers must never differ between compilers,
// processors, native code and wasm. A deliberate change of the engine changes them: look at what changed, then write
// the new ones here.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "program/builder.hpp"
#include "program/contention.hpp"
#include "program/presets.hpp"
#include "sim/history.hpp"

using namespace sim;

using program::CodeBuilder;
using program::TimeLaw;

namespace {

std::string hash_of(program::Scenario scenario, std::int64_t steps) {
    History history(std::make_shared<const program::Scenario>(std::move(scenario)), 1);
    history.extend(steps);
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[history.hash() >> shift & 15];
    return text;
}

program::Scenario contended(program::LockKind kind) {
    program::Contention parameters;
    parameters.kind = kind;
    parameters.threads = 7;
    parameters.cores = 3;
    parameters.inside = program::TimeLaw::exponential(700);
    parameters.outside = program::TimeLaw::uniform(500, 2'500);
    parameters.counts = true;
    parameters.handoff_ns = 40;
    return program::contention(parameters);
}

program::Scenario readers(program::LockKind kind) {
    program::Contention parameters;
    parameters.kind = kind;
    parameters.threads = 7;
    parameters.cores = 3;
    parameters.inside = TimeLaw::exponential(700);
    parameters.outside = TimeLaw::uniform(500, 2'500);
    parameters.readers_percent = 60;
    parameters.counts = true;
    return program::contention(parameters);
}

/// Three producers and two consumers of a buffer with room for one.
program::Scenario buffer(bool notifies_all) {
    program::Builder b("buffer");
    const auto m = b.lock("m", program::LockKind::futex);
    const auto filled = b.condition("filled", m);
    const auto emptied = b.condition("emptied", m);
    const auto items = b.variable("items");
    b.protects(m, {items});
    const auto notify = [&](CodeBuilder& t, program::ConditionHandle c) {
        if (notifies_all)
            t.notify_all(c);
        else
            t.notify_one(c);
    };
    b.threads("P", 3).forever([&](CodeBuilder& t) {
        t.compute(TimeLaw::exponential(2'000)).lock(m);
        t.label("full?").load(items).jump_if_zero("put").wait(emptied).jump("full?");
        t.label("put").set(1).store(items);
        notify(t, filled);
        t.unlock(m);
    });
    b.threads("C", 2).forever([&](CodeBuilder& t) {
        t.lock(m);
        t.label("empty?").load(items).add(-1).jump_if_zero("take").wait(filled).jump("empty?");
        t.label("take").set(0).store(items);
        notify(t, emptied);
        t.unlock(m).compute(TimeLaw::exponential(1'500));
    });
    return b.cores(2).duration(100'000'000).build();
}

/// Counting up without a lock.
program::Scenario swapping() {
    program::Builder b("swapping");
    const auto x = b.variable("x");
    b.threads("T", 5).forever([&](CodeBuilder& t) {
        t.compute(TimeLaw::uniform(50, 400)).load(x);
        t.label("again").add(1).compute(30).compare_swap(x).jump_if_failed("again");
    });
    return b.cores(3).duration(100'000'000).build();
}

/// More threads than cores, quanta that end at ticks only, and timers.
program::Scenario ticking() {
    program::Builder b("ticking");
    program::Scheduling scheduling;
    scheduling.cores = 2;
    scheduling.quantum_ns = 50'000;
    scheduling.tick_ns = 20'000;
    scheduling.wake_preempts = false;
    b.scheduling(scheduling);
    const auto disk = b.device("disk", 1);
    b.threads("T", 4).forever([&](CodeBuilder& t) { t.compute(TimeLaw::exponential(9'000)).yield(); });
    b.thread("S").forever([&](CodeBuilder& t) { t.compute(3'000).sleep(TimeLaw::uniform(1'000, 40'000)).print(); });
    b.threads("D", 2).forever([&](CodeBuilder& t) { t.io(disk, TimeLaw::exponential(15'000)).compute(2'000); });
    return b.duration(100'000'000).build();
}

} // namespace

TEST_CASE("every lock leaves the same trace everywhere") {
    const std::map<std::string, std::string> golden = {
        {"fifo", "a4796328be31719d"},     {"tas", "16fe9b4f498e1472"},        {"ttas", "fe3dd65c0e0ded96"},
        {"backoff", "5f69e0df7b4893b5"},  {"ticket", "9d1abd603624a8be"},     {"anderson", "188501cd2063c7a7"},
        {"clh", "6501b5e2a9310a4a"},      {"mcs", "4a9d2e93706b7376"},        {"futex", "63b823c1307f4470"},
        {"adaptive", "72d99fd939cc74a2"}, {"rw_readers", "7f8fa17d64bfdf49"}, {"rw_writers", "7f8fa17d64bfdf49"},
        {"crowded", "30e608fc15ae221f"},  {"queued", "2ea94faabaed07c5"},
    };
    for (const program::LockTraits& traits : program::lock_table()) {
        const auto expected = golden.find(std::string(traits.id));
        REQUIRE_MESSAGE(expected != golden.end(), traits.id, " ", hash_of(contended(traits.kind), 20'000));
        CHECK_MESSAGE(hash_of(contended(traits.kind), 20'000) == expected->second, traits.id);
    }
}

TEST_CASE("and every preset") {
    const std::map<std::string, std::string> golden = {
        {"sort-sequence", "61467efa5cb79464"},  {"sort-ticks", "6224fcc6cf5b4718"},
        {"sort-timed", "5ac00b0e37b70ef8"},     {"sort-free", "8403f94d1e721087"},
        {"sort-processes", "48ec790823930216"}, {"count-sequence", "6eea2b717abbf885"},
        {"count-ticks", "4341967a14740b2f"},    {"count-timed", "705b847e249d7471"},
        {"convoy-ticks", "e402857ffc0022c0"},   {"convoy-timed", "7ea8aa4f6df347a6"},
        {"convoy-free", "916e57e9c46706bb"},    {"ticket-crowd", "58f25910526bffc1"},
        {"futex-crowd", "443cfe9d6bcaf6b7"},    {"spin-short", "4f33185902439803"},
        {"mutex-short", "efb902a21a117f4e"},    {"spin-long", "9176aa52bc7eeb71"},
        {"mutex-long", "9b59c1a19106ea28"},     {"rw-readers", "c2215736a29c1643"},
        {"rw-writers", "70edb6beb08bfeb1"},     {"lock-io", "c2223e5f6ce3fb56"},
        {"lock-io-cured", "15e5394d0d7503b7"},  {"with-gil", "8fc051274f5c542b"},
        {"free-threaded", "1dfe1a8cd28b9292"},  {"refcount-race", "eae57dd869457c61"},
        {"refcount-lock", "2268a3bd8a35b825"},  {"refcount-atomic", "ff615bd9d54c8d56"},
    };
    for (const program::Preset& preset : program::presets()) {
        const std::string hash = hash_of(preset.make(), 20'000);
        const auto expected = golden.find(std::string(preset.id));
        CHECK_MESSAGE(expected != golden.end(), preset.id, " ", hash);
        if (expected != golden.end()) CHECK_MESSAGE(hash == expected->second, preset.id);
    }
    CHECK(golden.size() == program::presets().size());
}

TEST_CASE("and readers, conditions, compare-and-swap, timers, and quanta that end at ticks") {
    const std::map<std::string, std::pair<program::Scenario, std::string>> golden = {
        {"readers first", {readers(program::LockKind::rw_readers), "6c3cc40f1ad4d352"}},
        {"writers first", {readers(program::LockKind::rw_writers), "8a9899a6b66807ee"}},
        {"notify one", {buffer(false), "e2ffd30d90892833"}},
        {"notify all", {buffer(true), "2ba1f3aab02b471d"}},
        {"compare and swap", {swapping(), "6a73039ff8c90848"}},
        {"sleep, yield, tick", {ticking(), "4250bd85ef6d6d56"}},
    };
    for (const auto& [name, expected] : golden) {
        REQUIRE(program::find_fault(expected.first).en == "");
        CHECK_MESSAGE(hash_of(expected.first, 20'000) == expected.second, name);
    }
}

TEST_CASE("another seed leaves another trace") {
    History one(std::make_shared<const program::Scenario>(contended(program::LockKind::fifo)), 1);
    History two(std::make_shared<const program::Scenario>(contended(program::LockKind::fifo)), 2);
    one.extend(1'000);
    two.extend(1'000);
    CHECK(one.hash() != two.hash());
}

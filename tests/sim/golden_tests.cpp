// The same scenario and seed give the same steps on every platform: these numbers must never differ between compilers,
// processors, native code and wasm. A deliberate change of the engine changes them: look at what changed, then write
// the new ones here.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "program/contention.hpp"
#include "program/presets.hpp"
#include "sim/history.hpp"

using namespace sim;

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

} // namespace

TEST_CASE("every lock leaves the same trace everywhere") {
    const std::map<std::string, std::string> golden = {
        {"fifo", "a4796328be31719d"},     {"tas", "16fe9b4f498e1472"},        {"ttas", "fe3dd65c0e0ded96"},
        {"backoff", "5f69e0df7b4893b5"},  {"ticket", "9d1abd603624a8be"},     {"anderson", "188501cd2063c7a7"},
        {"clh", "6501b5e2a9310a4a"},      {"mcs", "4a9d2e93706b7376"},        {"futex", "63b823c1307f4470"},
        {"adaptive", "2f54a5943e45af81"}, {"rw_readers", "7f8fa17d64bfdf49"}, {"rw_writers", "7f8fa17d64bfdf49"},
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
        {"sort-timed", "05f63c480b44b5b9"},    {"sort-free", "8403f94d1e721087"},
        {"convoy-ticks", "43dfe9111dec3a0c"},  {"convoy-timed", "1621f2a23c4e6891"},
        {"free-threaded", "1dfe1a8cd28b9292"}, {"lock-io", "c2223e5f6ce3fb56"},
    };
    for (const char* id : {"sort-timed", "sort-free", "convoy-ticks", "convoy-timed", "free-threaded", "lock-io"}) {
        const auto expected = golden.find(id);
        REQUIRE_MESSAGE(expected != golden.end(), id, " ", hash_of(program::find_preset(id)->make(), 20'000));
        CHECK_MESSAGE(hash_of(program::find_preset(id)->make(), 20'000) == expected->second, id);
    }
}

TEST_CASE("another seed leaves another trace") {
    History one(std::make_shared<const program::Scenario>(contended(program::LockKind::fifo)), 1);
    History two(std::make_shared<const program::Scenario>(contended(program::LockKind::fifo)), 2);
    one.extend(1'000);
    two.extend(1'000);
    CHECK(one.hash() != two.hash());
}

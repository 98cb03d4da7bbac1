#include "program/lock_kind.hpp"

#include <doctest/doctest.h>

#include <set>

TEST_SUITE("program/lock_kind") {
    using namespace program;

    TEST_CASE("every kind has its row, its id and its sentence") {
        CHECK(lock_table().size() == static_cast<std::size_t>(LockKind::count));
        std::set<std::string_view> ids;
        for (std::size_t i = 0; i < lock_table().size(); ++i) {
            const LockTraits& traits = lock_table()[i];
            CHECK(traits.kind == static_cast<LockKind>(i));
            CHECK(&traits_of(traits.kind) == &traits);
            CHECK(find_lock_kind(traits.id) == &traits);
            CHECK(ids.insert(traits.id).second);
            CHECK(traits.principle.ko.ends_with("니다."));
            CHECK(traits.principle.en.ends_with("."));
            CHECK_FALSE(traits.source.empty());
        }
        CHECK(find_lock_kind("mutex") == nullptr);
    }

    TEST_CASE("the ids are the ones that links and facts rely on") {
        const std::set<std::string_view> expected = {"fifo",   "tas",      "ttas",       "backoff",   "ticket",
                                                     "clh",    "anderson", "mcs",        "futex",     "adaptive",
                                                     "queued", "crowded",  "rw_readers", "rw_writers"};
        std::set<std::string_view> ids;
        for (const LockTraits& traits : lock_table()) ids.insert(traits.id);
        CHECK(ids == expected);
    }
}

#include "measure/page_memory.hpp"

#include <doctest/doctest.h>

#include "measure/sort_plan.hpp"

using namespace measure;

namespace {

constexpr std::uint64_t plenty = 950'000'000;

bool fits(std::int64_t n, std::uint64_t memory_bytes) {
    SortPlan plan;
    plan.n = n;
    return bytes_needed(plan) <= memory_bytes;
}

} // namespace

TEST_CASE("with threads the data must fit the heap and the workers, whichever has less") {
    CHECK(page_memory_bytes(true, true, plenty, 8) == plenty);
    CHECK(page_memory_bytes(true, true, plenty, 4) == workers_bytes(4));
    CHECK(page_memory_bytes(true, true, 100'000'000, 4) == 100'000'000);
    CHECK(page_memory_bytes(true, false, plenty, 0.25) == plenty); // nothing but the heap is used
}

TEST_CASE("without threads only the workers count") {
    CHECK(page_memory_bytes(false, true, 1'000, 4) == workers_bytes(4));
}

TEST_CASE("data that lies in three places takes less than half of the device, and of a large one no more than it can") {
    for (const double gigabytes : {0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 32.0}) {
        CAPTURE(gigabytes);
        CHECK(3.0 * static_cast<double>(workers_bytes(gigabytes)) < gigabytes * 1e9 / 2);
        CHECK(2 * workers_bytes(gigabytes) < std::uint64_t{1} << 31);
    }
}

TEST_CASE(
    "the lecture's two times ten million fit a desktop, also a small one, and more than twenty million a large one") {
    for (const bool threads : {true, false}) {
        CHECK(fits(10'000'000, page_memory_bytes(threads, true, plenty, 8)));
        CHECK(fits(10'000'000, page_memory_bytes(threads, true, plenty, 4)));
        CHECK(fits(50'000'000, page_memory_bytes(threads, true, plenty, 8)));
        CHECK_FALSE(fits(50'000'000, page_memory_bytes(threads, true, plenty, 4)));
    }
}

#include "program/histogram.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <vector>

TEST_SUITE("program/histogram") {
    using program::Histogram;
    using program::Nanoseconds;

    constexpr Nanoseconds greatest = std::numeric_limits<Nanoseconds>::max();

    TEST_CASE("the buckets follow one another without a gap and fill the whole range") {
        CHECK(Histogram::first_of(0) == 0);
        for (int bucket = 0; bucket < Histogram::bucket_count; ++bucket) {
            CHECK(Histogram::bucket_of(Histogram::first_of(bucket)) == bucket);
            CHECK(Histogram::bucket_of(Histogram::last_of(bucket)) == bucket);
            if (bucket > 0) CHECK(Histogram::first_of(bucket) == Histogram::last_of(bucket - 1) + 1);
        }
        CHECK(Histogram::last_of(Histogram::bucket_count - 1) == greatest);
    }

    TEST_CASE("a bucket is exact below 32 ns and never wider than a sixteenth of its values") {
        for (int bucket = 0; bucket < Histogram::bucket_count; ++bucket) {
            const Nanoseconds width = Histogram::last_of(bucket) - Histogram::first_of(bucket) + 1;
            if (bucket < 32) CHECK(width == 1);
            CHECK(width <= std::max<Nanoseconds>(1, Histogram::first_of(bucket) / 16));
        }
    }

    TEST_CASE("percentiles are those of the sorted values, rounded up to the bucket's end") {
        Histogram histogram;
        std::vector<Nanoseconds> values;
        std::uint64_t state = 1;
        for (int i = 0; i < 1000; ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            values.push_back(static_cast<Nanoseconds>(state >> (20 + state % 40)));
            histogram.add(values.back());
        }
        std::ranges::sort(values);
        for (int percent = 1; percent <= 100; ++percent) {
            const Nanoseconds exact = values[static_cast<std::size_t>(percent * 10 - 1)];
            const Nanoseconds rounded = Histogram::last_of(Histogram::bucket_of(exact));
            CHECK(histogram.percentile(percent / 100.0) == std::min(rounded, values.back()));
        }
        CHECK(histogram.percentile(0) == Histogram::last_of(Histogram::bucket_of(values.front())));
        CHECK(histogram.greatest_ns() == values.back());
    }

    TEST_CASE("a share whose product with the count is a little above a whole number does not go one further") {
        Histogram histogram;
        for (int i = 1; i <= 100; ++i) histogram.add(i);
        for (int percent = 1; percent < 32; ++percent) CHECK(histogram.percentile(percent / 100.0) == percent);
    }

    TEST_CASE("an empty one has no percentile, and one value is all of them") {
        Histogram histogram;
        CHECK(histogram.percentile(0.5) == 0);
        CHECK(histogram.mean_ns() == 0);
        histogram.add(1'000'003);
        for (const double share : {0.0, 0.01, 0.5, 0.99, 1.0}) CHECK(histogram.percentile(share) == 1'000'003);
        CHECK(histogram.mean_ns() == 1'000'003);
    }

    TEST_CASE("a negative value counts as 0, and the greatest value fits") {
        Histogram histogram;
        histogram.add(-5);
        CHECK(histogram.in_bucket(0) == 1);
        histogram.add(greatest);
        CHECK(histogram.in_bucket(Histogram::bucket_count - 1) == 1);
        CHECK(histogram.percentile(1) == greatest);
    }

    TEST_CASE("two merged are the same as one that had both") {
        Histogram first, second, both;
        for (const Nanoseconds ns : {3, 40, 40, 5000}) {
            first.add(ns);
            both.add(ns);
        }
        for (const Nanoseconds ns : {7, 41, 1'000'000}) {
            second.add(ns);
            both.add(ns);
        }
        first.merge(second);
        CHECK(first == both);
        CHECK(first.count() == 7);
    }
}

#include "measure/quick_sort.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "measure/checksum.hpp"
#include "measure/split_mix.hpp"

using namespace measure;

namespace {

struct Shape {
    std::string name;
    std::function<double(std::size_t i, std::size_t n, SplitMix64&)> value;
};

const std::vector<Shape> shapes{
    {"random", [](std::size_t, std::size_t, SplitMix64& r) { return r.next_double(); }},
    {"all equal", [](std::size_t, std::size_t, SplitMix64&) { return 0.5; }},
    {"two values", [](std::size_t, std::size_t, SplitMix64& r) { return static_cast<double>(r.next() % 2); }},
    {"hundred values", [](std::size_t, std::size_t, SplitMix64& r) { return static_cast<double>(r.next() % 100); }},
    {"ascending", [](std::size_t i, std::size_t, SplitMix64&) { return static_cast<double>(i); }},
    {"descending", [](std::size_t i, std::size_t n, SplitMix64&) { return static_cast<double>(n - i); }},
    {"up and down", [](std::size_t i, std::size_t n, SplitMix64&) { return static_cast<double>(std::min(i, n - i)); }},
    {"saw", [](std::size_t i, std::size_t, SplitMix64&) { return static_cast<double>(i % 1000); }},
    {"sorted but one",
     [](std::size_t i, std::size_t n, SplitMix64&) { return i + 1 == n ? -1 : static_cast<double>(i); }},
    {"both signs and zeros",
     [](std::size_t i, std::size_t, SplitMix64& r) {
         return i % 3 == 0 ? -0.0 : i % 3 == 1 ? 0.0 : r.next_double() - 0.5;
     }},
    {"infinities",
     [](std::size_t i, std::size_t, SplitMix64& r) {
         return i % 5 == 0 ? INFINITY : i % 7 == 0 ? -INFINITY : r.next_double();
     }},
};

std::vector<double> make(const Shape& shape, std::size_t n) {
    SplitMix64 random(n);
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) values[i] = shape.value(i, n, random);
    return values;
}

const auto go_on = [](std::size_t) { return true; };

} // namespace

TEST_CASE("quick_sort gives what std::sort gives, for every shape and size") {
    for (const Shape& shape : shapes) {
        for (const std::size_t n : {0u, 1u, 2u, 9u, 4'095u, 4'096u, 4'097u, 10'000u, 65'537u, 300'000u}) {
            CAPTURE(shape.name);
            CAPTURE(n);
            std::vector<double> values = make(shape, n);
            std::vector<double> expected = values;
            std::sort(expected.begin(), expected.end());
            CHECK(quick_sort(values, go_on));
            CHECK(values == expected);
        }
    }
}

TEST_CASE("when the pivots are bad too often the rest is heap sorted") {
    for (const int luck : {0, 1, 3}) {
        for (const Shape& shape : shapes) {
            CAPTURE(shape.name);
            std::vector<double> values = make(shape, 50'000);
            std::vector<double> expected = values;
            std::sort(expected.begin(), expected.end());
            CHECK(quick_sort(values, go_on, luck));
            CHECK(values == expected);
        }
    }
}

TEST_CASE("a sort that is stopped at any checkpoint ends there and loses no value") {
    const std::vector<double> input = make(shapes[0], 200'000);
    Checksum before;
    before.add(input);
    for (const int luck : {-1, 2}) {
        int checkpoints = 0;
        std::vector<double> values = input;
        REQUIRE(quick_sort(values, [&](std::size_t) { return ++checkpoints > 0; }, luck));
        for (int stop_at = 1; stop_at <= checkpoints; stop_at += 1 + checkpoints / 40) {
            values = input;
            int seen = 0;
            CHECK_FALSE(quick_sort(values, [&](std::size_t) { return ++seen < stop_at; }, luck));
            CHECK(seen == stop_at);
            Checksum after;
            after.add(values);
            CHECK(after == before);
        }
    }
}

TEST_CASE("the work told adds up to about what was foretold") {
    for (const std::size_t n : {5'000u, 100'000u, 1'000'000u}) {
        std::vector<double> values = make(shapes[0], n);
        double told = 0;
        CHECK(quick_sort(values, [&](std::size_t work) {
            CHECK(work <= 24 * sort_stretch);
            told += static_cast<double>(work);
            return true;
        }));
        CHECK(told / sort_work(n) > 0.9);
        CHECK(told / sort_work(n) < 1.15);
    }
}

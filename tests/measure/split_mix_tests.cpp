#include "measure/split_mix.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "measure/generate.hpp"

using namespace measure;

TEST_CASE("SplitMix64 gives the published numbers") {
    SplitMix64 random(1234567); // rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    CHECK(random.next() == 6457827717110365317u);
    CHECK(random.next() == 3203168211198807973u);
    CHECK(random.next() == 9817491932198370423u);
    CHECK(random.next() == 4593380528125082431u);
    CHECK(random.next() == 16408922859458223821u);
}

TEST_CASE("units do not share their numbers, not even shifted") {
    SplitMix64 first(unit_seed(1, 0));
    SplitMix64 second(unit_seed(1, 1));
    std::vector<std::uint64_t> of_first(1000);
    for (auto& value : of_first) value = first.next();
    for (int i = 0; i < 1000; ++i) CHECK(std::ranges::count(of_first, second.next()) == 0);
}

TEST_CASE("generate gives doubles in [0, 1), looks before each element, and stops where it is told") {
    std::vector<double> values(100'000, -1);
    std::size_t looks = 0;
    CHECK(generate(values, 7, [&] { ++looks; }, [](std::size_t) { return true; }));
    CHECK(looks == values.size());
    CHECK(std::ranges::all_of(values, [](double v) { return v >= 0 && v < 1; }));

    std::vector<double> again(values.size(), -1);
    CHECK_FALSE(generate(again, 7, [] {}, [](std::size_t done) { return done < 20'000; }));
    CHECK(std::equal(again.begin(), again.begin() + 20'000, values.begin()));
    CHECK(again.back() == -1);
}

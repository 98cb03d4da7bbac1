#include "sim/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "program/scenario.hpp"

using namespace sim;
using program::TimeLaw;

TEST_CASE("the integer logarithm is that of the mathematics, to 2^-26") {
    double worst = 0;
    Random random(7, 0);
    const auto judge = [&](std::uint64_t u) {
        const double exact = -std::log(static_cast<double>(u) * 0x1p-64);
        worst = std::max(worst, std::abs(static_cast<double>(minus_log(u)) * 0x1p-32 - exact));
    };
    for (int i = 0; i < 200'000; ++i) judge(random.next() | 1);
    for (int bit = 0; bit < 64; ++bit) {
        judge(std::uint64_t{1} << bit);
        judge(~std::uint64_t{0} >> bit);
    }
    CHECK(worst < 0x1p-26);
}

TEST_CASE("the logarithm never rises with u, so that inversion keeps the order of the draws") {
    for (const std::uint64_t base : {std::uint64_t{1} << 63, std::uint64_t{3} << 40, std::uint64_t{0xff} << 56})
        for (std::uint64_t step = 0; step < 5'000; ++step)
            CHECK(minus_log(base + (step << 33)) >= minus_log(base + ((step + 1) << 33)));
}

TEST_CASE("exponential draws have the mean, the variance and the tail of their law") {
    Random random(1, 0);
    constexpr int n = 1'000'000;
    double sum = 0;
    double squares = 0;
    int beyond = 0;
    for (int i = 0; i < n; ++i) {
        const auto value = static_cast<double>(random.exponential(100'000));
        sum += value;
        squares += value * value;
        beyond += value > 300'000 ? 1 : 0;
    }
    CHECK(sum / n == doctest::Approx(100'000).epsilon(0.004));
    CHECK(squares / n == doctest::Approx(2e10).epsilon(0.012));
    CHECK(beyond / static_cast<double>(n) == doctest::Approx(std::exp(-3)).epsilon(0.02));
}

TEST_CASE("a long mean does not overflow, a mean of nothing is nothing") {
    Random random(3, 0);
    for (int i = 0; i < 10'000; ++i) {
        const program::Nanoseconds value = random.exponential(program::most_time_ns);
        CHECK(value >= 0);
        CHECK(value < 46 * program::most_time_ns);
        CHECK(random.exponential(0) == 0);
    }
}

TEST_CASE("uniform draws reach both ends, and each value as often as the others") {
    Random random(5, 0);
    std::array<int, 7> seen{};
    for (int i = 0; i < 70'000; ++i) ++seen[static_cast<std::size_t>(random.draw(TimeLaw::uniform(10, 16)) - 10)];
    for (const int count : seen) CHECK(std::abs(count - 10'000) < 450);
    CHECK(random.draw(TimeLaw::uniform(9, 9)) == 9);
    CHECK(random.draw(TimeLaw::constant(42)) == 42);
    for (int i = 0; i < 100; ++i) CHECK(random.up_to(0) == 0);
}

TEST_CASE("streams of one seed, and the streams of neighbouring seeds, have nothing in common") {
    Random a(1, 0);
    Random b(1, 1);
    Random c(2, 0);
    for (int i = 0; i < 1'000; ++i) {
        const std::uint64_t x = a.next();
        CHECK(x != b.next());
        CHECK(x != c.next());
    }
}

TEST_CASE("the first draws are these, on every platform") {
    Random random(1, 0);
    CHECK(random.exponential(1'000'000) == 1'363'026);
    CHECK(random.exponential(1'000'000) == 2'426'745);
    CHECK(random.draw(TimeLaw::uniform(0, 1'000'000)) == 750'208);
}

TEST_CASE("whatever the laws, each draw uses the next number of the stream") {
    Random drawn(5, 0);
    Random plain(5, 0);
    constexpr program::Nanoseconds unit = program::Nanoseconds{1} << 32; // the logarithm itself
    for (int i = 0; i < 1'000; ++i) {
        for (int exponentials = i % 3; exponentials >= 0; --exponentials)
            CHECK(drawn.exponential(unit) == static_cast<program::Nanoseconds>(minus_log(plain.next() | 1)));
        CHECK(drawn.next() == plain.next());
        CHECK(drawn == plain);
    }
}

#include "measure/work_rate.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <vector>

using namespace measure;

namespace {

/// 40 ms later at each reading.
trace::Nanoseconds hurried() {
    static trace::Nanoseconds now = 0;
    return now += 40'000'000;
}

/// The error that is kept of these, found one after the other (a further one fails).
double kept(const std::vector<double>& errors, std::size_t& finds) {
    const std::atomic<bool> stop = false;
    finds = 0;
    return least_wrong_rate(stop, [&] { return WorkRate{.error = errors.at(finds++)}; }, hurried).error;
}

} // namespace

TEST_CASE("a rate that was found while the work was slow is found anew") {
    std::size_t finds = 0;
    CHECK(kept({-0.67, 0.04, 0}, finds) == 0.04);
    CHECK(finds == 2);
    CHECK(kept({0.05, 0}, finds) == 0.05);
    CHECK(finds == 1);
}

TEST_CASE("where every rate is wrong, the least wrong is kept after 150 ms") {
    std::size_t finds = 0;
    CHECK(kept({0.5, -0.2, 0.3, 0.4, 0}, finds) == -0.2);
    CHECK(finds == 4);
}

TEST_CASE("a rate of work is found in which a computation takes time") {
    const std::atomic<bool> stop = false;
    const WorkRate rate = calibrate_work(stop);
    CHECK(rate.rounds_per_ns > 0);
    CHECK(rate.rounds(1'000'000) > 0);
    CHECK(rate.error > -1);
}

TEST_CASE("who gives up calibrating is let go at once, with a rate that can be used") {
    const std::atomic<bool> stop = true;
    const WorkRate rate = calibrate_work(stop);
    CHECK(rate.rounds_per_ns > 0);
    CHECK(rate.error == 0);
}

TEST_CASE("a rate during which somebody gave up does not count") {
    std::atomic<bool> stop = false;
    int finds = 0;
    const auto find = [&] {
        stop = ++finds == 2;
        return WorkRate{.error = finds == 1 ? 0.5 : 0.0};
    };
    CHECK(least_wrong_rate(stop, find, hurried).error == 0.5);
    CHECK(finds == 2);
}

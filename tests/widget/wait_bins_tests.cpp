#include "widget/wait_bins.hpp"

#include <doctest/doctest.h>

using program::Histogram;

TEST_CASE("bins share out everything that waited, whatever the spread") {
    Histogram waits;
    for (program::Nanoseconds ns = 1; ns < 5'000'000; ns = ns * 5 / 4 + 1) waits.add(ns);
    const widget::WaitBins bins = widget::wait_bins(waits);
    double sum = bins.no_wait;
    for (const widget::WaitBin& bin : bins.bins) sum += bin.share;
    CHECK(sum == doctest::Approx(1));
    for (std::size_t i = 1; i < bins.bins.size(); ++i)
        CHECK(bins.bins[i].from_ns == doctest::Approx(bins.bins[i - 1].to_ns));
    CHECK(bins.bins.front().share > 0);
    CHECK(bins.bins.back().share > 0);
}

TEST_CASE("every value falls into the bin that holds it") {
    for (const program::Nanoseconds ns : {12, 100, 999, 1'000, 45'000, 12'345'678}) {
        Histogram waits;
        waits.add(ns);
        const widget::WaitBins bins = widget::wait_bins(waits);
        REQUIRE(bins.bins.size() == 1);
        const auto value = static_cast<double>(ns);
        // A bucket of the histogram is up to 1/16 wide.
        CHECK(bins.bins[0].from_ns <= value * 1.07);
        CHECK(bins.bins[0].to_ns >= value * 0.93);
    }
}

TEST_CASE("what did not wait stands apart from the axis, and an empty histogram has none") {
    CHECK(widget::wait_bins({}).empty());
    Histogram waits;
    waits.add(0);
    const widget::WaitBins bins = widget::wait_bins(waits);
    CHECK(bins.no_wait == 1);
    CHECK_FALSE(bins.empty());
    CHECK(bins.place_of(bins.bins.front().from_ns) == doctest::Approx(0));
    CHECK(bins.place_of(bins.bins.back().to_ns) == doctest::Approx(1));
}

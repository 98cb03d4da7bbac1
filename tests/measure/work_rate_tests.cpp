#include "measure/work_rate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace measure;

namespace {

/// Runs three times as fast at first, for as long as it takes to find a rate: as if the work were slow then.
trace::Nanoseconds quick_at_first() {
    static const trace::Nanoseconds start = now_ns();
    constexpr trace::Nanoseconds quick_ns = 14'000'000 / 3;
    const trace::Nanoseconds passed = now_ns() - start;
    return start + passed + 2 * std::min(passed, quick_ns);
}

} // namespace

TEST_CASE("a rate that was found while the work was slow is found anew") {
    const std::atomic<bool> stop = false;
    const WorkRate rate = calibrate_work(stop, quick_at_first);
    CHECK(rate.rounds_per_ns > 0);
    CHECK(std::abs(rate.error) < 0.3); // a third of the rate would be an error of -0.67
}

TEST_CASE("who gives up calibrating is let go at once, with a rate that can be used") {
    const std::atomic<bool> stop = true;
    const WorkRate rate = calibrate_work(stop);
    CHECK(rate.rounds_per_ns > 0);
    CHECK(rate.error == 0);
}

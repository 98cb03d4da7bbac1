#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>

#include "measure/clock.hpp"
#include "measure/spin.hpp"
#include "trace/trace.hpp"

namespace measure {

/// How much work takes how long: turns the nanoseconds of a scenario's computations into rounds of spin().
///
/// The work is fixed, not the time: a computation that loses its core, or shares it with another program, takes longer,
/// as a real one would.
struct WorkRate {
    double rounds_per_ns = 0.25;
    double overhead_ns = 0; ///< that a computation takes beside its rounds
    /// By how much the calibrated work took longer (or, negative, less long) than it was asked to, as a share: the
    /// median over some computations of 2 µs, done after the calibration.
    double error = 0;

    /// Of a computation of `ns`.
    std::int64_t rounds(trace::Nanoseconds ns) const {
        return static_cast<std::int64_t>(std::max(static_cast<double>(ns) - overhead_ns, 0.0) * rounds_per_ns + 0.5);
    }
};

/// Uses the calling thread's core for about 30 ms, or until `stop`; again and again, for 150 ms in all, while the error
/// is large: in a page code becomes some three times as fast when it has been compiled for the second time, and on a
/// busy machine that may come late.
WorkRate calibrate_work(const std::atomic<bool>& stop);

/// What it gives: the first rate of `find` whose error is at most 5 %, or the least wrong of those that it finds until
/// `stop`, in 150 ms of `clock`. One during which `stop` comes does not count.
WorkRate least_wrong_rate(const std::atomic<bool>& stop, const std::function<WorkRate()>& find, Clock clock);

} // namespace measure

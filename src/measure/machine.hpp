#pragma once

namespace measure {

/// What calibration found before the first timed repetition.
struct Machine {
    /// Work done by `calibrated_with` threads at once over the work of one thread in the same time, at most
    /// `calibrated_with`: the best of a few slices of 30 ms, since a thread that was woken late does less in its slice
    /// and a machine never gives more cores than it has. 0 until calibrated.
    double effective_cores = 0;
    int calibrated_with = 0;
    /// The smallest difference that two readings of the clock can have.
    double clock_step_ns = 0;
    /// What stamps of different lanes may be wrong by against each other, after correction.
    double clock_uncertainty_ns = 0;
};

} // namespace measure

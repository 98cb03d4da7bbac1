#pragma once

namespace measure {

/// What calibration found before the first timed repetition; the cores also after the last one.
struct Machine {
    /// Work done by `calibrated_with` threads at once in 150 ms, over what one thread does in the same time at its best
    /// (the best of five slices of 30 ms): the cores that were given, at most `calibrated_with`. The larger
    /// of two such findings, where there are two. 0 until calibrated.
    double effective_cores = 0;
    int calibrated_with = 0;
    /// The smallest difference that two readings of the clock can have.
    double clock_step_ns = 0;
    /// What stamps of different lanes may be wrong by against each other, after correction.
    double clock_uncertainty_ns = 0;
};

/// What is known after calibrating again: of the cores the larger finding, for other work on the machine hides some and
/// adds none.
inline Machine calibrated_again(const Machine& before, Machine now) {
    if (before.effective_cores > now.effective_cores) now.effective_cores = before.effective_cores;
    return now;
}

} // namespace measure

#pragma once

#include "program/contention.hpp"

/// What queueing theory says of N threads that think for Z and then hold one lock for S: a closed network of one FIFO
/// server and a delay, in which nobody waits for a core. Times in any one unit.
namespace program {

struct Queueing {
    double throughput = 0; ///< X: sections per unit of time, all threads together
    double response = 0;   ///< R: from request to release, waiting and section

    double wait(double section) const { return response - section; }
};

/// Sections exponential, thinking of any distribution: exact mean value analysis (Reiser & Lavenberg 1980). With more
/// than one lock each section takes any of them alike. O(threads).
Queueing mean_value_analysis(int threads, double think, double section, int locks = 1);

/// Sections constant, thinking exponential (M/D/1//N): exact, by the Markov chain of the threads left at the lock after
/// each release. O(threads³).
Queueing constant_sections(int threads, double think, double section);

/// Both constant, once the start has worn off: nobody waits while N S <= Z + S; beyond that the lock is never free.
Queueing constant_cycle(int threads, double think, double section);

/// Whether predict() has something to say: not of readers that share a lock.
bool can_predict(const Contention& parameters);

/// Of these the one that fits the laws of `parameters` (mean value analysis stands for what none fits), with times in
/// nanoseconds. Costs of the lock and cores that are not there are left out.
Queueing predict(const Contention& parameters);

/// What no lock can beat: min(L/S', N/(Z+S), C/(Z+S)) sections a nanosecond, of L locks, N threads and C cores (Denning
/// & Buzen 1978). S' is S where all sections write; of a share r that only reads as many as there are threads and cores
/// may be at work at once: S' = S (1 - r + r / min(N, C)). Infinite where a section takes no time.
double throughput_bound(const Contention& parameters);

} // namespace program

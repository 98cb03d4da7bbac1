#pragma once

#include "program/scenario.hpp"

namespace program {

/// Threads that all do the same: work outside, take a lock, work inside, let go, for ever. What CPython's lockbench,
/// Boyd- Wickizer et al. 2012 and queueing theory (a closed network of N threads with think time Z and section S) agree
/// on.
struct Contention {
    /// Which lock a thread takes when there are several.
    enum class Choice : std::uint8_t {
        by_thread, ///< thread i always lock i mod `locks`
        in_turn,   ///< thread i begins with lock i mod `locks` and goes on to the next one each time
    };
    int threads = 4;
    int cores = 2;
    TimeLaw inside = TimeLaw::constant(1'000);  ///< S, with the lock
    TimeLaw outside = TimeLaw::constant(1'000); ///< Z, without
    int locks = 1;
    Choice choice = Choice::in_turn;
    LockKind kind = LockKind::futex;
    Nanoseconds handoff_ns = 0; ///< see Lock
    /// Percent of the sections that only read, 0 to 100. A reader-writer lock lets them in together; any other lock
    /// keeps them apart like the rest. In each thread so many reading sections come first, then the writing ones, in
    /// the least numbers with that ratio (75: three and one).
    int readers_percent = 0;
    bool counts = false; ///< each section also counts up a variable (load, add, store; where it only reads, load),
                         ///< whose cache line moves
    Nanoseconds duration_ns = 100'000'000;
};

/// Locks m (or m1, m2, …; at least one), each protecting a counter x (x1, …), and threads T1, T2, …. With numbers out
/// of range the scenario has the fault that find_fault() names.
Scenario contention(const Contention& parameters);

} // namespace program

#pragma once

#include <cstdint>
#include <vector>

#include "program/histogram.hpp"
#include "program/time_law.hpp"

namespace program {

struct LockResult {
    std::int64_t acquires = 0;
    std::int64_t contended = 0;      ///< that found the lock held
    std::int64_t handoffs = 0;       ///< from one thread to another
    Nanoseconds held_ns = 0;         ///< time during which somebody (or some reader) had it
    Nanoseconds wait_ns = 0;         ///< sum of the time from request to acquire, over finished waits
    Nanoseconds queue_time_ns = 0;   ///< integral of the number of waiters over time
    std::int64_t line_transfers = 0; ///< 0 where it cannot be counted
    Histogram waits;                 ///< request to acquire, also the uncontended ones
    bool operator==(const LockResult&) const = default;
};

struct ThreadResult {
    Nanoseconds running_ns = 0;  ///< on a core, without spinning
    Nanoseconds spinning_ns = 0; ///< on a core, waiting for a lock
    Nanoseconds ready_ns = 0;    ///< able to run, without a core
    Nanoseconds blocked_ns = 0;  ///< asleep: a lock, a device, a join, a timer
    std::int64_t sections = 0;   ///< critical sections finished (unlocks)
    std::int64_t preemptions = 0;
    bool takes_locks = true; ///< its program has a lock to take; fairness is between such threads
    bool operator==(const ThreadResult&) const = default;
};

/// What a run came to; both engines fill it in, so that they can be put side by side.
struct Results {
    Nanoseconds elapsed_ns = 0;
    int cores = 1;
    std::int64_t context_switches = 0;
    std::int64_t gil_switches = 0; ///< a GIL went from one thread to another
    std::int64_t gil_requests = 0; ///< a waiter asked for it
    std::vector<LockResult> locks;
    /// Of each interpreter that has one. Taken back at a tick check, with nobody in between, it was not acquired anew.
    /// Measured, `contended` is not known and 0.
    std::vector<LockResult> gils;
    std::vector<ThreadResult> threads;
    std::vector<std::int64_t> variables; ///< at the end
    bool operator==(const Results&) const = default;
};

// One number each; metric.hpp lists them with their definitions for readers. Where there is more than one lock they
// count all of them together. All are 0 where nothing happened (no time passed, no acquire), unless told otherwise.

/// Critical sections finished per second, all threads together: the completion rate X = C / T (Denning & Buzen 1978).
double throughput_per_s(const Results& results);
/// Time on a core, spinning included, over cores × elapsed time: busy time over available time (utilisation law,
/// Denning & Buzen 1978).
double core_utilisation(const Results& results);
/// Mean over the locks of the share of time in which the lock was held (utilisation law, Denning & Buzen 1978).
double lock_utilisation(const Results& results);
/// Jain's fairness index of the sections that each thread finished: (Σx)² / (n Σx²); 1: all the same, 1/n: one had all
/// (Jain, Chiu & Hawe 1984). 1 when nobody finished any.
double jain(const Results& results);
/// Mean number of threads that wait for a lock, all locks together: the time integral over the elapsed time, L of
/// Little's law (Little 1961).
double mean_queue(const Results& results);
/// Acquires that found the lock held, over all acquires: contended acquires as lockstat counts them (Linux,
/// Documentation/locking/lockstat.rst).
double contended_share(const Results& results);
/// Acquires by another thread than the one that held the lock last (Dice, Marathe & Shavit 2012: lock migrations).
std::int64_t handoffs(const Results& results);
/// Cache lines of locks that went from one core to another (Anderson 1990; Mellor-Crummey & Scott 1991).
std::int64_t line_transfers(const Results& results);
/// CPU seconds burned by spinning (Anderson 1990; Karlin et al. 1991).
double spin_cpu_s(const Results& results);
/// Time from request to acquire of every acquire of every lock, the uncontended ones included.
Histogram all_waits(const Results& results);
/// As lock_utilisation() and all_waits(), of the GILs.
double gil_utilisation(const Results& results);
Histogram all_gil_waits(const Results& results);

} // namespace program

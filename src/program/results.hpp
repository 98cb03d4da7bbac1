#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "program/time_law.hpp"

namespace program {

/// How long acquires took, in nanoseconds: buckets that grow by 1/16 of a power of two (as HdrHistogram does), so that a
/// percentile is exact to 6.25 %, at a constant 976 counters.
class Histogram {
public:
    static constexpr int bucket_count = 976;

    void add(Nanoseconds ns);
    void merge(const Histogram& other);
    std::int64_t count() const { return count_; }
    /// The least value such that at least `share` (0 to 1) of all are no greater, rounded up to its bucket's end, but never
    /// above the greatest; 0 when there is none.
    Nanoseconds percentile(double share) const;
    Nanoseconds greatest_ns() const { return greatest_; }
    double mean_ns() const;
    /// [first, last] of bucket i, and how many fell into it: what a picture draws.
    static Nanoseconds first_of(int bucket);
    std::int64_t in_bucket(int bucket) const { return buckets_[static_cast<std::size_t>(bucket)]; }

    bool operator==(const Histogram&) const = default;

private:
    std::array<std::uint32_t, bucket_count> buckets_ = {};
    std::int64_t count_ = 0;
    std::int64_t sum_ = 0;
    Nanoseconds greatest_ = 0;
};

struct LockResult {
    std::int64_t acquires = 0;
    std::int64_t contended = 0;        ///< that found the lock held
    std::int64_t handoffs = 0;         ///< from one thread to another
    Nanoseconds held_ns = 0;           ///< time during which somebody (or some reader) had it
    Nanoseconds wait_ns = 0;           ///< sum of the time from request to acquire, over finished waits
    Nanoseconds queue_time_ns = 0;     ///< integral of the number of waiters over time
    std::int64_t line_transfers = 0;   ///< 0 where it cannot be counted
    Histogram waits;                   ///< request to acquire, also the uncontended ones
    bool operator==(const LockResult&) const = default;
};

struct ThreadResult {
    Nanoseconds running_ns = 0;  ///< on a core, without spinning
    Nanoseconds spinning_ns = 0; ///< on a core, waiting for a lock
    Nanoseconds ready_ns = 0;    ///< able to run, without a core
    Nanoseconds blocked_ns = 0;  ///< asleep: a lock, a device, a join, a timer
    std::int64_t sections = 0;   ///< critical sections finished (unlocks)
    std::int64_t preemptions = 0;
    bool operator==(const ThreadResult&) const = default;
};

/// What a run came to; both engines fill it in, so that they can be put side by side.
struct Results {
    Nanoseconds elapsed_ns = 0;
    int cores = 1;
    std::int64_t context_switches = 0;
    std::int64_t gil_switches = 0;  ///< a GIL went from one thread to another
    std::int64_t gil_requests = 0;  ///< a waiter asked for it
    std::vector<LockResult> locks;
    std::vector<ThreadResult> threads;
    std::vector<std::int64_t> variables; ///< at the end
    bool operator==(const Results&) const = default;
};

// One number each. Where there is more than one lock they count all of them together.

/// Critical sections finished per second, all threads together (Little's X).
double throughput_per_s(const Results& results);
/// Time on a core, spinning included, over cores × elapsed time.
double core_utilisation(const Results& results);
/// Mean over the locks of the share of time in which the lock was held.
double lock_utilisation(const Results& results);
/// Jain's fairness index of the sections that each thread finished: (Σx)² / (n Σx²); 1: all the same, 1/n: one had all
/// (Jain, Chiu & Hawe 1984). 1 when nobody finished any.
double jain(const Results& results);
std::int64_t handoffs(const Results& results);
std::int64_t line_transfers(const Results& results);
/// CPU seconds burned by spinning.
double spin_cpu_s(const Results& results);
Histogram all_waits(const Results& results);

} // namespace program

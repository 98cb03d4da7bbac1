#pragma once

#include <cstdint>

#include "trace/trace.hpp"

namespace measure {

inline constexpr std::int64_t smallest_n = 1'000;
inline constexpr int most_units = 8;
inline constexpr int most_repetitions = 100;
inline constexpr trace::Nanoseconds shortest_interval_ns = 1'000; ///< CPython's own: Python/ceval_gil.c waits >= 1 µs
inline constexpr trace::Nanoseconds longest_interval_ns = 10'000'000'000;

/// What one run does: each of `repetitions` rounds does every way once; a way does `units` units, each of which
/// generates `n` doubles and sorts them.
struct SortPlan {
    std::int64_t n = 10'000'000;                ///< doubles a unit, at least smallest_n
    int units = 2;                              ///< 1 to most_units
    int repetitions = 3;                        ///< 1 to most_repetitions
    std::uint64_t seed = 1;                     ///< of unit 0; the others are derived from it
    trace::Nanoseconds interval_ns = 5'000'000; ///< switch interval of the global lock; CPython's default
    bool sort_checks = false;                   ///< whether the sort, too, lets go of the global lock when asked

    bool operator==(const SortPlan&) const = default;
};

/// Of one lane: its record, and the traces that are made of it and kept.
inline constexpr std::uint64_t record_bytes = 10'000'000;

/// Whether every member is inside the bounds above. Says nothing about memory.
bool is_valid(const SortPlan& plan);

/// What a run needs, in bytes: units × (n × 8 for the data + record_bytes), with the data counted once. That processes
/// hold and send it once more is already taken off Abilities::memory_bytes, which is what the tightest of the memories
/// has room for.
std::uint64_t bytes_needed(const SortPlan& plan);

/// The largest n for which bytes_needed is at most `memory_bytes`, 0 when there is none. `units` must be at least 1.
std::int64_t largest_n(int units, std::uint64_t memory_bytes);

} // namespace measure

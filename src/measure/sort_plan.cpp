#include "measure/sort_plan.hpp"

#include <algorithm>
#include <limits>

namespace measure {

bool is_valid(const SortPlan& plan) {
    constexpr auto most_n = std::numeric_limits<std::int64_t>::max() / (most_units * 8);
    return plan.n >= smallest_n && plan.n <= most_n && plan.units >= 1 && plan.units <= most_units &&
           plan.repetitions >= 1 && plan.repetitions <= most_repetitions && plan.interval_ns >= shortest_interval_ns &&
           plan.interval_ns <= longest_interval_ns;
}

std::uint64_t bytes_needed(const SortPlan& plan) {
    return static_cast<std::uint64_t>(plan.units) *
           (static_cast<std::uint64_t>(plan.n) * sizeof(double) + record_bytes);
}

std::int64_t largest_n(int units, std::uint64_t memory_bytes) {
    const std::uint64_t bytes = memory_bytes / static_cast<std::uint64_t>(units);
    return bytes < record_bytes ? 0 : static_cast<std::int64_t>((bytes - record_bytes) / sizeof(double));
}

} // namespace measure

#pragma once

#include <array>
#include <cstdint>

/// What happens on the reader's own cores: real threads, real locks, real processes, the clock and its limits.
namespace measure {

/// The four ways to do k units of work, in the order in which they are run and shown.
enum class Way : std::uint8_t {
    sequence,  ///< one thread does all units
    threads,   ///< a thread a unit, shared memory
    gil,       ///< the same threads under one global lock with CPython's protocol
    processes, ///< a process a unit, memories apart, results sent back
    count
};
inline constexpr int way_count = static_cast<int>(Way::count);
inline constexpr std::array<Way, way_count> all_ways{Way::sequence, Way::threads, Way::gil, Way::processes};

/// The stable name in facts, exports and lane groups: "sequence", "threads", "gil", "processes".
const char* name_of(Way way);

} // namespace measure

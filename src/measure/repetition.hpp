#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "trace/trace.hpp"

namespace measure {

/// One timed repetition of one way.
///
/// The trace has one lane a thread or process (Way::sequence: one lane with all units), group name_of(way), name "T1"
/// or "P1"; spans generate, sort, wait_lock, send, with the unit as `detail`; marks switch_request (lane: who asked)
/// and hand_off (lane: who got the lock; detail: the lane that had it). Time 0 is when the first lane began. Stamps of
/// different lanes are corrected to one clock. The trace may be dropped, see bound_traces.
struct Repetition {
    trace::Nanoseconds wall_ns = 0; ///< from the first lane's beginning to the last lane's end
    trace::Trace trace;
    bool verified = false; ///< every output is sorted and a permutation of its input
    std::int64_t switch_requests = 0;
    std::int64_t hand_offs = 0;
    std::int64_t folded_spans = 0; ///< spans beyond the room of a lane, folded into that lane's last; 0 unless extreme
};

inline constexpr std::size_t most_kept_spans = 250'000; ///< of one way, spans and marks: 6 MB

/// Drops the traces that are farthest from the median wall time until at most `most` spans and marks are left, or one
/// trace: a hundred repetitions at the shortest switch interval would fill the memory. Times and counts stay.
void bound_traces(std::vector<Repetition>& repetitions, std::size_t most);

} // namespace measure

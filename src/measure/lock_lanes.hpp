#pragma once

#include <string>
#include <vector>

#include "measure/thread_record.hpp"

namespace measure {

/// A Hold by the clock of the trace, and whose it is.
struct OwnedHold {
    Hold hold;
    int thread = 0;
};

/// What all threads' holds of one lock say of that lock.
struct LockLanes {
    trace::Lane held;                   ///< State::held, detail: the holder, of several readers the first
    trace::Lane queue;                  ///< State::queue, detail: how many wait
    std::vector<trace::Mark> hand_offs; ///< detail: to whom; the lane is not set
    trace::Nanoseconds held_ns = 0;     ///< time in which anybody had it
};

/// `holds` of one lock in any order. Where the clocks of two threads disagree about who had it first, the later of two
/// holders begins where the other one ended. O(n log n).
LockLanes make_lock_lanes(std::string group, std::string name, std::vector<OwnedHold> holds,
                          trace::Nanoseconds until_ns);

} // namespace measure

#pragma once

#include <cstdint>
#include <memory>

#include "sim/machine.hpp"
#include "trace/trace.hpp"

namespace sim {

/// A run that can be gone through in both directions: snapshots at intervals, and replay between them.
class History {
public:
    History(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    /// Runs on from the frontier for at most `steps` events; false when there is nothing left. Records the trace.
    bool extend(std::int64_t steps);
    std::int64_t recorded() const; ///< steps known so far
    bool is_complete() const;

    /// Goes to the moment after `step` steps (0: before the first), extending when needed. Under 50 ms in a run of a
    /// million.
    void go(std::int64_t step);
    std::int64_t position() const;
    /// The machine there.
    const Machine& machine() const;
    /// What the step that led to this position did.
    const Happening& happening() const;
    /// The first step after `from` that is `did` (by any thread), or -1; extends as far as needed, at most `limit` steps.
    std::int64_t find(std::int64_t from, Did did, std::int64_t limit);
    /// The last step that is not after this time. O(log).
    std::int64_t step_at(Nanoseconds at_ns) const;

    /// Of the whole recorded run: lanes in group "threads" (one a thread, its name), then group "locks": for every lock a
    /// lane named as the lock (State::held, detail: holder) and one named lock + " queue" (State::queue, detail: how many
    /// wait), then, with GILs, group "gils" likewise.
    const trace::Trace& trace() const;
    const program::Results& results() const; ///< of the frontier
    /// 64-bit FNV-1a over all happenings: equal runs have equal hashes on every platform.
    std::uint64_t hash() const;
};

} // namespace sim

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sim/difference.hpp"
#include "sim/machine.hpp"
#include "sim/trace_recorder.hpp"
#include "trace/trace.hpp"

namespace sim {

/// A run that can be gone through in both directions: snapshots at intervals, and replay between them. Nine bytes a
/// step, the snapshots (at most 512, and no more than fit into most_snapshot_bytes), and the trace, 24 bytes a span.
class History {
public:
    /// Where machines are large (256 locks and 256 threads: 3 MB each) they are kept at longer intervals.
    static constexpr std::size_t most_snapshot_bytes = 64 * 1024 * 1024;

    History(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    /// Runs on from the frontier for at most `steps` events; false when there is nothing left. Records the trace.
    bool extend(std::int64_t steps);
    /// Steps known so far.
    std::int64_t recorded() const { return static_cast<std::int64_t>(dids_.size()); }
    bool is_complete() const { return frontier_.is_over(); }

    /// Goes to the moment after `step` steps (0: before the first), extending when needed; to the last one when the run
    /// is shorter. Under 50 ms in a run of a million.
    void go(std::int64_t step);
    std::int64_t position() const { return position_; }
    /// The machine there.
    const Machine& machine() const { return here_; }
    /// What the step that led to this position did; Did::nothing at the beginning.
    const Happening& happening() const { return happening_; }
    /// What differs between the moments after `from` and after `to` steps, each 0 to recorded(); `to` may be the
    /// earlier one. At once for the position and the step before it, else by replay from a snapshot, as in go().
    Difference difference(std::int64_t from, std::int64_t to) const;
    /// What step `step` (1 to recorded()) did.
    Did did(std::int64_t step) const { return dids_[static_cast<std::size_t>(step - 1)]; }
    /// When it was.
    Nanoseconds time_of(std::int64_t step) const { return step < 1 ? 0 : times_[static_cast<std::size_t>(step - 1)]; }

    /// The first step after `from` that is `did` (by any thread), or -1; extends as far as needed, at most `limit`
    /// steps.
    std::int64_t find(std::int64_t from, Did did, std::int64_t limit);
    /// The last step that is not after this time. O(log).
    std::int64_t step_at(Nanoseconds at_ns) const;

    /// Of the whole recorded run; see TraceRecorder.
    const trace::Trace& trace() const { return recorder_.trace(); }
    /// Of the frontier.
    const program::Results& results() const { return results_; }
    /// Of the frontier: dispatches of the event queue, of which some have no step of their own.
    std::int64_t events() const { return frontier_.events(); }
    /// 64-bit FNV-1a over all happenings: equal runs have equal hashes on every platform.
    std::uint64_t hash() const { return hash_; }
    /// Memory for going back: all but the trace.
    std::size_t bytes() const;
    /// Of it, the snapshots; at most most_snapshot_bytes, unless the first machine alone is larger.
    std::size_t snapshot_bytes() const { return snapshot_bytes_; }
    /// Steps between two of them.
    std::int64_t interval() const { return interval_; }

private:
    void keep_snapshot();
    void thin_out();
    /// The machine there: a copy in `replayed` where none is at hand.
    const Machine& machine_at(std::int64_t step, std::optional<Machine>& replayed) const;

    std::shared_ptr<const program::Scenario> scenario_;
    Machine frontier_;
    Machine here_;
    Machine before_; ///< one step before here_; at the beginning the same
    Happening happening_;
    std::int64_t position_ = 0;
    std::vector<Machine> snapshots_; ///< the i-th before step i · interval_ + 1
    std::int64_t interval_;
    std::size_t snapshot_bytes_ = 0;
    std::vector<Did> dids_;
    std::vector<Nanoseconds> times_;
    TraceRecorder recorder_;
    program::Results results_;
    std::uint64_t hash_ = 0xcbf29ce484222325u;
};

} // namespace sim

#pragma once

#include <vector>

#include "measure/thread_record.hpp"
#include "program/results.hpp"
#include "trace/trace.hpp"

namespace measure {

/// What a real run of a scenario came to. What this machine does not tell is 0 in the results and false here: it was
/// not observed, which is not the same as none.
struct ScenarioOutcome {
    /// cores: as many as calibration found, rounded. Times of threads are those of the system where it counts them
    /// (knows_core_time); else running and spinning are by the clock, a thread that lost its core included, and ready
    /// is 0. Preemptions count, too, how often a thread that spins offered its core. Waits are as measured: reading the
    /// clock, see ScenarioRun::event_cost_ns(), is part of each. Line transfers are never known.
    program::Results results;
    bool knows_core_time = false;
    bool knows_context_switches = false;
    bool knows_readers_time = true; ///< LockResult::held_ns of reader-writer locks; not when the trace was cut

    /// Group "threads": a lane for each, see ScenarioThread. Group "locks": for each lock a lane of its name
    /// (State::held, detail: the holder; of readers, the first) and one of its name + " queue" (State::queue, detail:
    /// how many wait). Group "gils": likewise for the interpreters that have one. Marks stand on the lanes of locks and
    /// GILs: hand_off (detail: to whom) and, of a GIL, switch_request (detail: who asked).
    trace::Trace trace;
    /// The trace ends there, because the room for it was used up; the results' elapsed time when it is whole.
    trace::Nanoseconds trace_until_ns = 0;

    bool is_deadlocked = false; ///< stopped since nobody could go on any more
    std::vector<Print> prints;  ///< in order of time; the first thousand of each thread
};

struct ScenarioBoard;

/// From the records of a run that has ended. Takes a while: not on the main thread.
ScenarioOutcome make_outcome(const ScenarioBoard& board);

} // namespace measure

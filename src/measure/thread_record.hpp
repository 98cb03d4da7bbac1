#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "measure/lane_record.hpp"
#include "measure/thread_usage.hpp"
#include "program/results.hpp"

namespace measure {

/// One thread's having one lock (or, numbered behind the locks, one GIL), by its own clock.
struct Hold {
    trace::Nanoseconds asked_ns = 0;
    trace::Nanoseconds got_ns = 0; ///< -1: it never did
    trace::Nanoseconds left_ns = 0;
    std::uint16_t lock = 0;
    bool waited = false; ///< it was not free
    bool shared = false; ///< together with other readers
};

/// A line of output.
struct Print {
    trace::Nanoseconds at_ns = 0;
    int thread = 0;
    std::int64_t value = 0;
};

/// All that one thread of a scenario writes down while it runs: into room that was made before, and by that thread
/// alone. When the room is used up the picture ends there, see cut_ns(); what is counted goes on.
class ThreadRecord {
public:
    /// Forgets all and makes room; touches it, so that no page is first touched in the timed region. Allocates.
    void prepare(LaneRecord& lane, std::size_t spans, std::size_t locks);

    /// From `now_ns` on the thread is in `state`.
    void enter(trace::State state, std::uint32_t detail, trace::Nanoseconds now_ns);
    /// The thread has ended, or has run out of time.
    void close(trace::Nanoseconds now_ns);
    void hold(const Hold& hold);
    void print(const Print& print);

    /// How long it was in `state`, the state that goes on left out.
    trace::Nanoseconds time_in(trace::State state) const { return time_in_[static_cast<std::size_t>(state)]; }
    /// Spans and holds are complete up to there.
    std::optional<trace::Nanoseconds> cut_ns() const { return cut_ns_; }
    const std::vector<Hold>& holds() const { return holds_; }
    const std::vector<Print>& prints() const { return prints_; }

    std::vector<program::LockResult> locks; ///< what this thread did to each
    program::LockResult gil;                ///< and to the GIL of its interpreter
    std::vector<Hold> unreleased;           ///< locks that it had when it ended: theirs to the end of the run
    std::int64_t sections = 0;
    trace::Nanoseconds spinning_ns = 0; ///< on a core as far as the system tells
    std::optional<ThreadUsage> usage;   ///< from the start of the run to the thread's end
    trace::Nanoseconds end_ns = 0;      ///< when it ended
    bool has_ended = false;             ///< by itself, in time

private:
    void cut(trace::Nanoseconds at_ns) { cut_ns_ = cut_ns_ ? std::min(*cut_ns_, at_ns) : at_ns; }

    LaneRecord* lane_ = nullptr;
    std::vector<Hold> holds_;
    std::vector<Print> prints_;
    std::array<trace::Nanoseconds, static_cast<std::size_t>(trace::State::count)> time_in_{};
    trace::State state_ = trace::State::count;
    trace::Nanoseconds since_ns_ = 0;
    std::optional<trace::Nanoseconds> cut_ns_;
};

} // namespace measure

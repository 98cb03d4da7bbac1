#pragma once

#include <array>

#include "measure/scenario_board.hpp"

namespace measure {

/// Notices a deadlock: for a second every thread that is left has been waiting, in one and the same wait, for
/// something that only another thread can do. Long enough that a thread which was woken has got a core meanwhile.
class StandStill {
public:
    static constexpr trace::Nanoseconds patience_ns = 1'000'000'000;

    /// Main thread, now and then. True: nobody can go on.
    bool look(const ScenarioBoard& board, trace::Nanoseconds now_ns) {
        bool still = true;
        bool any = false;
        for (std::size_t i = 0; i < static_cast<std::size_t>(board.lane_count); ++i) {
            const ScenarioBoard::ThreadState& thread = board.threads[i];
            const trace::Nanoseconds since = thread.waits_since_ns.load(std::memory_order_relaxed);
            still &= since == seen_[i];
            seen_[i] = since;
            if (thread.started == 0 || thread.ended != 0) continue;
            any = true;
            still &= since != 0;
        }
        if (!still || !any) since_ns_ = now_ns;
        if (since_ns_ == 0) since_ns_ = now_ns;
        return now_ns - since_ns_ >= patience_ns;
    }

private:
    std::array<trace::Nanoseconds, Crew::most_members> seen_{};
    trace::Nanoseconds since_ns_ = 0;
};

} // namespace measure

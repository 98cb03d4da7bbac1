#pragma once

#include <vector>

#include "program/scenario.hpp"
#include "sim/thread_view.hpp"
#include "text/sentence.hpp"

/// What a machine's parts do at one moment, for a reader.
namespace sim {

/// "m을 기다리며 잠듦" / "asleep, waiting for m".
text::Line words_of(const ThreadView& thread, const program::Scenario& scenario);
/// "T1 사용 중" / "held by T1": who has a lock or a GIL.
text::Line words_of(const LockView& lock, const program::Scenario& scenario);
/// "T2, T3": names of threads, in order; a dash when there are none.
text::Line names_of(const std::vector<int>& threads, const program::Scenario& scenario);

} // namespace sim

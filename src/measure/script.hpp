#pragma once

#include <memory>
#include <vector>

#include "measure/board.hpp"
#include "measure/step.hpp"

namespace measure {

/// One entry of a run: what is shown while its step goes on, and how the step is made.
struct Entry {
    Phase phase;
    Way way = Way::sequence;
    int repetition = 0;
    std::unique_ptr<Step> (*make)(BoardPtr board, Way way);
};

/// The whole run in order: prepare, warm up, calibrate, then round after round every way that can run here, each
/// followed by its verification, and at the end calibrate the cores once more. In rounds, so that a machine that slows
/// down in the middle slows every way.
std::vector<Entry> write_script(const SortPlan& plan, const Abilities& abilities);

} // namespace measure

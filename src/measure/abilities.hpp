#pragma once

#include <cstdint>

#include "measure/way.hpp"

namespace measure {

/// What this program may do on this machine, in this page.
struct Abilities {
    bool threads = false;           ///< threads with shared memory: Way::threads and Way::gil
    bool processes = false;         ///< children with a memory of their own: Way::processes
    std::uint64_t memory_bytes = 0; ///< usable for the data of a run, see bytes_needed
    int hardware_threads = 1;       ///< what the system claims; calibration tells what it gives
    bool one_clock = false;         ///< all threads and children read the same one: there is nothing to compare
};

/// Asks the system. Cheap enough for every change of a control, not for every frame. Main thread only.
Abilities abilities();

/// Whether `way` is run at all. Without threads Way::sequence runs inside one child; without children, too, nothing
/// runs.
bool can_run(Way way, const Abilities& abilities);

} // namespace measure

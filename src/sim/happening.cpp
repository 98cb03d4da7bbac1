#include "sim/happening.hpp"

#include <array>
#include <cstddef>

namespace sim {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Did::count)> names = {
    "nothing",  "began",       "computed",      "loaded",        "stored",      "added",        "set",
    "swapped",  "swap_failed", "fetched",       "acquired",      "got",         "waits",        "spins",
    "probed",   "backed_off",  "parked",        "released",      "handed_off",  "woke",         "cond_waits",
    "notified", "io_began",    "io_ended",      "slept",         "woke_up",     "yielded",      "spawned",
    "joined",   "join_waits",  "sent",          "printed",       "ended",       "preempted",    "dispatched",
    "gil_took", "gil_waits",   "gil_timed_out", "gil_requested", "gil_dropped", "gil_released", "wake_preempted",
};

} // namespace

const char* name_of(Did did) {
    return did < Did::count ? names[static_cast<std::size_t>(did)] : "unknown";
}

} // namespace sim

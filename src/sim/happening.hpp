#pragma once

#include <cstdint>

#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace sim {

using program::Nanoseconds;

/// What one step was, as data.
enum class Did : std::uint8_t {
    nothing,  ///< the run is over
    began,    ///< a thread began
    computed, ///< a computation was begun
    loaded,
    stored,
    added,
    set,
    swapped, ///< compare_swap succeeded
    swap_failed,
    fetched,    ///< fetch_add
    acquired,   ///< a lock that was free
    got,        ///< a lock that it had waited for
    waits,      ///< asked for a lock and sleeps: `other` holds it
    spins,      ///< asked for a lock and spins
    probed,     ///< a spinning thread looked again and found it taken
    backed_off, ///< waits `value_ns` before it looks again
    parked,     ///< an adaptive lock gave up spinning
    released,   ///< nobody waited
    handed_off, ///< to `other`
    woke,       ///< the released lock woke `other`, which will try again
    cond_waits,
    notified,
    io_began,
    io_ended,
    slept,
    woke_up, ///< a timer ended
    yielded,
    spawned,
    joined,
    join_waits,
    sent,
    printed,
    jumped,
    ended,
    preempted,  ///< lost its core to `other`
    dispatched, ///< got core `value`
    gil_took,   ///< got the GIL, which `other` had last
    gil_waits,
    gil_timed_out, ///< waited an interval; no request, since there was a switch or one stands already
    gil_requested, ///< asked the holder `other` to let go
    gil_dropped,   ///< let go at a request or a tick check
    gil_released,  ///< let go around I/O, or at its end
    count
};

/// The stable name ("gil_requested").
const char* name_of(Did did);

struct Happening {
    Nanoseconds at_ns = 0;
    Did did = Did::nothing;
    std::int16_t thread = -1;
    std::int16_t other = -1;       ///< another thread, or -1
    std::int16_t object = -1;      ///< lock, variable, condition, device or interpreter, or -1
    std::uint16_t instruction = 0; ///< index in the thread's code
    std::int64_t value = 0;

    bool operator==(const Happening&) const = default;
};

/// "T2 asks for m and waits: T1 holds it."
text::Line sentence_of(const Happening& happening, const program::Scenario& scenario);

} // namespace sim

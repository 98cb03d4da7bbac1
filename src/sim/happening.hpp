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
    computed, ///< a computation was begun; not told where another step leads to it
    loaded,
    stored,
    added,
    set,
    swapped, ///< compare_swap succeeded
    swap_failed,
    fetched,    ///< fetch_add
    acquired,   ///< a lock that was free; of `value` ns, what it cost
    got,        ///< a lock that it had waited for, `value` ns
    waits,      ///< asked for a lock and sleeps: `other` holds it
    spins,      ///< asked for a lock and spins
    probed,     ///< a spinning thread looked again and found it taken
    backed_off, ///< waits `value` ns before it looks again
    parked,     ///< went to sleep in the kernel, to be woken
    released,   ///< nobody was told: none waited, or all look by themselves
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
    ended,
    preempted,  ///< lost core `value` to `other` at the end of its quantum
    dispatched, ///< got core `value`, on which another ran before
    gil_took,   ///< got the GIL, which `other` had last; its first bytecode is `value` ns later
    gil_waits,
    gil_timed_out,  ///< waited an interval; no request, since there was a switch or one stands already
    gil_requested,  ///< asked the holder `other` to let go
    gil_dropped,    ///< let go at a request or a tick check
    gil_released,   ///< let go around I/O or a yield, or at its end
    wake_preempted, ///< lost core `value` to `other`, which was woken
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

#pragma once

#include <atomic>
#include <cstdint>

#include "trace/trace.hpp"

/// How a thread gives its core up: the system's futex (Franke, Russell & Kirkwood, "Fuss, futexes and furwocks", OLS
/// 2002), which a page has as Atomics.wait.
namespace measure {

using ParkWord = std::atomic<std::uint32_t>;
static_assert(sizeof(ParkWord) == 4 && ParkWord::is_always_lock_free);

/// Nobody sleeps longer than this without looking whether it is still wanted, so that a run that is given up ends
/// within 100 ms although nobody wakes its sleepers.
inline constexpr trace::Nanoseconds longest_park_ns = 20'000'000;

/// Sleeps if `word` is `expected`: until unpark(), at most so long. Returns early now and then: the caller looks again.
void park(ParkWord& word, std::uint32_t expected, trace::Nanoseconds at_most_ns = longest_park_ns);

/// Wakes at most `most` of those that sleep at `word`, whichever they are.
void unpark(ParkWord& word, int most);

/// To the end of the queue of those that want a core. In a page, which has no such call, a sleep of some 20 µs.
void give_way();

} // namespace measure

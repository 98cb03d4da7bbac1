#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/sentence.hpp"

namespace program {

/// Every lock that the engines know.
enum class LockKind : std::uint8_t {
    fifo,       ///< a monitor without costs: first come, first served; waiters sleep
    tas,        ///< test-and-set: every try is an atomic exchange
    ttas,       ///< test-and-test-and-set: reads until it looks free
    backoff,    ///< ttas with exponential backoff (Anderson 1990)
    ticket,     ///< takes a number, waits until it is called (Reed & Kanodia 1979)
    anderson,   ///< array of flags, one a waiter (Anderson 1990)
    clh,        ///< queue; each spins on its predecessor's node (Craig 1993; Landin & Hagersten 1994)
    mcs,        ///< queue; each spins on its own node (Mellor-Crummey & Scott 1991)
    futex,      ///< three states, sleeps in the kernel (Drepper 2011, "Futexes are tricky", mutex2)
    adaptive,   ///< spins a while, then sleeps
    rw_readers, ///< reader-writer; readers go first
    rw_writers, ///< reader-writer; a waiting writer goes first
    crowded,    ///< model only: exponential service slowed by each waiter (Boyd-Wickizer et al. 2012)
    queued,     ///< model only: exponential service with a constant hand-off
    count
};

/// The waits of the backoff lock, in turns of the spin loop: the first, doubled with each loss up to the last. Both
/// engines use them, and so did the lock of the recorded figures (tests/oracle/locks/locks.cpp).
inline constexpr int least_backoff_turns = 4;
inline constexpr int most_backoff_turns = 1024;

/// One row of what is known of a lock, apart from how it works.
struct LockTraits {
    LockKind kind;
    std::string_view id; ///< the stable name in links, facts and the text form: "mcs"
    text::Sentence name;
    text::Sentence principle; ///< one sentence: how it works
    std::string_view source;  ///< paper
    bool spins;               ///< waiters burn a core, if only for a while
    bool is_fair;             ///< first come, first served
    bool is_real;             ///< exists on real threads too; not only a model
};

/// One row a kind, in the order of LockKind.
std::span<const LockTraits> lock_table();
const LockTraits& traits_of(LockKind kind);
/// The row of this id, or null.
const LockTraits* find_lock_kind(std::string_view id);

/// Readers can share it.
constexpr bool is_reader_writer(LockKind kind) {
    return kind == LockKind::rw_readers || kind == LockKind::rw_writers;
}

} // namespace program

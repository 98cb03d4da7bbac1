#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "program/time_law.hpp"

namespace sim {

using program::Nanoseconds;

/// At one instant, who goes first.
enum class Rank : std::uint8_t {
    release, ///< a lock or a GIL is let go of, or goes on to the next
    request, ///< everything else that threads do
    timer,   ///< a quantum ends, or a timed wait
    look,    ///< a bytecode at which the holder of a GIL looks whether it is asked for
};

/// The next event of every slot (a thread, a core): at most one each. A tournament tree of 64-bit keys, time above rank
/// above slot, so that the first key is the whole answer and equal times have one order everywhere. O(log slots) to
/// set, O(1) to look; a copy is one memcpy.
class EventQueue {
public:
    /// Virtual time ends here, after 104 days: an event at or behind it never comes.
    static constexpr Nanoseconds end_of_time = (Nanoseconds{1} << 53) - 1;
    static constexpr int slot_bits = 9;
    static constexpr std::uint64_t never = ~std::uint64_t{0};

    explicit EventQueue(int slots = 1)
        : leaves_(std::bit_ceil(static_cast<std::size_t>(slots < 2 ? 2 : slots))), keys_(2 * leaves_, never) {}

    void set(int slot, Nanoseconds at_ns, Rank rank) {
        if (at_ns >= end_of_time) return clear(slot);
        put(slot, static_cast<std::uint64_t>(at_ns) << (slot_bits + 2) | static_cast<std::uint64_t>(rank) << slot_bits |
                      static_cast<std::uint64_t>(slot));
    }
    void clear(int slot) { put(slot, never); }

    /// The first of all, or `never`.
    std::uint64_t first() const { return keys_[1]; }
    std::uint64_t key_of(int slot) const { return keys_[leaves_ + static_cast<std::size_t>(slot)]; }
    bool has(int slot) const { return key_of(slot) != never; }
    std::size_t bytes() const { return keys_.size() * sizeof(keys_[0]); }
    Nanoseconds time_of(int slot) const { return time_in(key_of(slot)); }

    static Nanoseconds time_in(std::uint64_t key) { return static_cast<Nanoseconds>(key >> (slot_bits + 2)); }
    static int slot_in(std::uint64_t key) { return static_cast<int>(key & ((1u << slot_bits) - 1)); }

private:
    void put(int slot, std::uint64_t key) {
        std::size_t at = leaves_ + static_cast<std::size_t>(slot);
        keys_[at] = key;
        while (at > 1) {
            const std::uint64_t other = keys_[at ^ 1];
            key = key < other ? key : other;
            at >>= 1;
            keys_[at] = key;
        }
    }

    std::size_t leaves_;
    std::vector<std::uint64_t> keys_; ///< [1] the least of all, children of i at 2i and 2i + 1
};

} // namespace sim

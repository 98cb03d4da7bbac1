#pragma once

#include <array>
#include <cstdint>

#include "measure/crew.hpp"
#include "measure/locks/spin_wait.hpp"

namespace measure {

/// A ring of flags, each on a line of its own: a waiter reads only its own, and a release writes only the next one's
/// (Anderson 1990, section IV).
class AndersonLock {
public:
    AndersonLock() { flags_[0].may_enter = true; }

    bool lock(Waiter& waiter) {
        // Release: the flag of this place was lowered by its thread of the round before, before that one asked again;
        // whoever comes to the place in this round has to see it lowered, and not yet raised. Acquire: so it does, for
        // it takes a later number. Without, only the chain of the locks between the two would order them.
        const std::uint32_t place = next_.fetch_add(1, std::memory_order_acq_rel) % places;
        std::atomic<bool>& flag = flags_[place].may_enter;
        if (!flag.load(std::memory_order_acquire)) {
            SpinWait spin(waiter);
            do {
                if (!spin.turn()) return false;
            } while (!flag.load(std::memory_order_acquire));
        }
        flag.store(false, std::memory_order_relaxed); // for the next round
        place_of_holder_ = place;
        return true;
    }

    void unlock(int) { flags_[(place_of_holder_ + 1) % places].may_enter.store(true, std::memory_order_release); }

private:
    /// As many as can wait at once, and a divisor of 2^32, since the counter wraps around.
    static constexpr std::uint32_t places = 8;
    static_assert(places >= Crew::most_members);

    struct alignas(apart) Flag {
        std::atomic<bool> may_enter = false;
    };
    std::array<Flag, places> flags_;
    alignas(apart) std::atomic<std::uint32_t> next_ = 0;
    alignas(apart) std::uint32_t place_of_holder_ = 0; ///< of the holder alone
};

} // namespace measure

#pragma once

#include <algorithm>

#include "measure/locks/park.hpp"
#include "measure/locks/waiter.hpp"

namespace measure {

/// Two cache lines: what different threads write lies so far apart, since processors fetch lines in pairs.
inline constexpr std::size_t apart = 128;

/// Tells the core that this is a spin loop, where it has an instruction for that.
inline void relax() {
#if __has_builtin(__builtin_ia32_pause)
    __builtin_ia32_pause();
#elif __has_builtin(__builtin_arm_yield)
    __builtin_arm_yield();
#endif
}

/// One wait in a spin loop, from the moment that the lock was found taken.
///
/// A waiter looks again after a pause. With more threads than cores the one that it waits for may be off its core, and
/// in a queue it is the very next that must have one: spinning on would cost a quantum of the scheduler (milliseconds)
/// at each hand-off. So after `turns_before_giving_way` turns, some 20 µs, the thread lets others have its core at
/// every look (Boguslavsky et al., "Optimal strategies for spinning and blocking", 1994, study the trade). It still
/// counts as spinning: it wants a core all the while and never sleeps until woken.
class SpinWait {
public:
    static constexpr int turns_before_giving_way = 1'000;

    explicit SpinWait(Waiter& waiter) : waiter_(waiter) { waiter.begins_to_spin(); }

    /// One turn. False: nobody needs the lock any more.
    bool turn() {
        if (turns_ < turns_before_giving_way) {
            ++turns_;
            relax();
            return true;
        }
        if (turns_ == turns_before_giving_way) {
            ++turns_;
            waiter_.loses_patience();
        }
        give_way();
        return !waiter_.is_over();
    }

    /// So many turns without a look at the lock; of all of them only the last may give way.
    bool rest(int turns) {
        for (int turn = 1; turn < turns; ++turn) relax();
        if (turns_ < turns_before_giving_way) turns_ = std::min(turns_ + turns - 1, turns_before_giving_way);
        return turn();
    }

private:
    Waiter& waiter_;
    int turns_ = 0;
};

} // namespace measure

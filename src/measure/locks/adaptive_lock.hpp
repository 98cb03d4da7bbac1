#pragma once

#include "measure/locks/futex_lock.hpp"

namespace measure {

/// A FutexLock that spins for about as long as sleeping and being woken would take, and only then sleeps: at most twice
/// the cost of the better choice (Karlin, Li, Manasse & Owicki, "Empirical studies of competitive spinning for a
/// shared-memory multiprocessor", SOSP 1991).
class AdaptiveLock : public FutexLock {
public:
    static constexpr int turns_before_sleep = 250; ///< some 4 µs
    static_assert(turns_before_sleep < SpinWait::turns_before_giving_way);

    bool lock(Waiter& waiter) {
        if (try_once()) return true;
        SpinWait spin(waiter);
        for (int turns = 0; turns < turns_before_sleep; ++turns) {
            spin.turn();
            if (state_.load(std::memory_order_relaxed) == is_free && try_once()) return true;
        }
        return sleep(waiter);
    }

private:
    bool try_once() {
        std::uint32_t seen = is_free;
        return state_.compare_exchange_strong(seen, is_held, std::memory_order_acquire, std::memory_order_relaxed);
    }
};

} // namespace measure

#pragma once

#include "measure/locks/spin_wait.hpp"

namespace measure {

/// A mutex whose waiters sleep in the kernel: free, held, or held while others may sleep, so that a release calls the
/// kernel only in the last case (Drepper, "Futexes are tricky", 2011, mutex2).
class FutexLock {
public:
    bool lock(Waiter& waiter) {
        std::uint32_t seen = is_free;
        if (state_.compare_exchange_strong(seen, is_held, std::memory_order_acquire, std::memory_order_relaxed))
            return true;
        return sleep(waiter);
    }

    void unlock(int) {
        if (state_.exchange(is_free, std::memory_order_release) == is_wanted) unpark(state_, 1);
    }

protected:
    enum : std::uint32_t { is_free, is_held, is_wanted };

    /// A woken thread does not know whether others sleep on, so it takes the lock as one that is wanted.
    bool sleep(Waiter& waiter) {
        waiter.begins_to_sleep();
        while (state_.exchange(is_wanted, std::memory_order_acquire) != is_free) {
            if (waiter.is_over()) return false;
            park(state_, is_wanted);
        }
        return true;
    }

    alignas(apart) ParkWord state_ = is_free;
};

} // namespace measure

#pragma once

#include "measure/locks/spin_wait.hpp"

namespace measure {

/// Test-and-set: every look is an atomic exchange, which takes the line from the holder and from all other waiters
/// (Anderson, "The performance of spin lock alternatives for shared-memory multiprocessors", IEEE TPDS 1990).
class TasLock {
public:
    bool lock(Waiter& waiter) {
        if (!held_.exchange(true, std::memory_order_acquire)) return true;
        SpinWait spin(waiter);
        do {
            if (!spin.turn()) return false;
        } while (held_.exchange(true, std::memory_order_acquire));
        return true;
    }

    void unlock(int) { held_.store(false, std::memory_order_release); }

private:
    alignas(apart) std::atomic<bool> held_ = false;
};

} // namespace measure

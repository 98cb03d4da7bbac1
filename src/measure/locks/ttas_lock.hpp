#pragma once

#include "measure/locks/spin_wait.hpp"

namespace measure {

/// Test-and-test-and-set: reads its own copy of the line until the lock looks free, and only then tries (Rudolph &
/// Segall, "Dynamic decentralized cache schemes for MIMD parallel processors", ISCA 1984).
class TtasLock {
public:
    bool lock(Waiter& waiter) {
        if (!held_.exchange(true, std::memory_order_acquire)) return true;
        SpinWait spin(waiter);
        do {
            while (held_.load(std::memory_order_relaxed))
                if (!spin.turn()) return false;
        } while (held_.exchange(true, std::memory_order_acquire));
        return true;
    }

    void unlock(int) { held_.store(false, std::memory_order_release); }

private:
    alignas(apart) std::atomic<bool> held_ = false;
};

} // namespace measure

#pragma once

#include <algorithm>

#include "measure/locks/spin_wait.hpp"
#include "program/lock_kind.hpp"

namespace measure {

/// Test-and-test-and-set that, when it saw the lock free and lost it all the same, keeps away for a time that doubles
/// with each loss (Anderson 1990; Mellor-Crummey & Scott, "Algorithms for scalable synchronization on shared-memory
/// multiprocessors", ACM TOCS 1991, section 2.1).
class BackoffLock {
public:
    bool lock(Waiter& waiter) {
        if (!held_.exchange(true, std::memory_order_acquire)) return true;
        SpinWait spin(waiter);
        for (int away = program::least_backoff_turns;; away = std::min(away * 2, program::most_backoff_turns)) {
            while (held_.load(std::memory_order_relaxed))
                if (!spin.turn()) return false;
            if (!held_.exchange(true, std::memory_order_acquire)) return true;
            if (!spin.rest(away)) return false;
        }
    }

    void unlock(int) { held_.store(false, std::memory_order_release); }

private:
    alignas(apart) std::atomic<bool> held_ = false;
};

} // namespace measure

#pragma once

#include "measure/locks/wait_line.hpp"

namespace measure {

/// A fair monitor: first come, first served; waiters sleep, each at a condition of its own, and the lock is handed to
/// the first of them without becoming free in between (Hoare, "Monitors: an operating system structuring concept", CACM
/// 1974).
class FifoLock {
public:
    bool lock(Waiter& waiter) {
        {
            const std::lock_guard guard(mutex_);
            if (!held_) return held_ = true;
            line_.join(waiter.me());
        }
        waiter.begins_to_sleep();
        return line_.sleep(waiter);
    }

    void unlock(int) {
        int next;
        {
            const std::lock_guard guard(mutex_);
            next = line_.leave();
            held_ = next != WaitLine::nobody;
        }
        line_.wake(next);
    }

private:
    std::mutex mutex_;
    bool held_ = false;
    WaitLine line_;
};

} // namespace measure

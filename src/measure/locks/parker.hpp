#pragma once

#include "measure/locks/park.hpp"
#include "measure/locks/waiter.hpp"

namespace measure {

/// Where one thread sleeps until another calls it: a private semaphore (Dijkstra 1968) that remembers one call.
class Parker {
public:
    /// Sleeps until wake() is called, or was since the last wait; false: given up, since nobody needs it any more.
    bool wait(const Waiter& waiter) {
        while (called_.load(std::memory_order_acquire) == 0) {
            if (waiter.is_over()) return false;
            park(called_, 0);
        }
        called_.store(0, std::memory_order_relaxed);
        return true;
    }

    /// What the caller did before is seen by the woken thread.
    void wake() {
        called_.store(1, std::memory_order_release);
        unpark(called_, 1);
    }

private:
    ParkWord called_ = 0;
};

} // namespace measure

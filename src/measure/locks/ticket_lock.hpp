#pragma once

#include <cstdint>

#include "measure/locks/spin_wait.hpp"

namespace measure {

/// Takes a number and waits until it is called: first come, first served, but all waiters read the one line that every
/// release writes (Reed & Kanodia, "Synchronization with eventcounts and sequencers", CACM 1979).
class TicketLock {
public:
    bool lock(Waiter& waiter) {
        const std::uint32_t mine = next_.fetch_add(1, std::memory_order_relaxed);
        if (called_.load(std::memory_order_acquire) == mine) return true;
        SpinWait spin(waiter);
        do {
            if (!spin.turn()) return false;
        } while (called_.load(std::memory_order_acquire) != mine);
        return true;
    }

    void unlock(int) {
        // Only the holder writes it, so no atomic addition is needed.
        called_.store(called_.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }

private:
    alignas(apart) std::atomic<std::uint32_t> next_ = 0;
    alignas(apart) std::atomic<std::uint32_t> called_ = 0;
};

} // namespace measure

#pragma once

#include "measure/locks/door_bell.hpp"
#include "measure/locks/spin_wait.hpp"

namespace measure {

/// Any number of readers, or one writer. A reader enters unless a writer is inside, so that writers may starve
/// (Courtois, Heymans & Parnas, "Concurrent control with readers and writers", CACM 1971, problem 1).
class RwReadersLock {
public:
    bool lock(Waiter& waiter) {
        const auto enter = [this] {
            std::uint32_t seen = 0;
            return state_.compare_exchange_strong(seen, writer);
        };
        return enter() || bell_.wait(waiter, enter);
    }

    void unlock(int) {
        state_.store(0);
        bell_.ring();
    }

    bool read_lock(Waiter& waiter) {
        const auto enter = [this] {
            std::uint32_t seen = state_.load();
            while (seen != writer)
                if (state_.compare_exchange_weak(seen, seen + 1)) return true;
            return false;
        };
        return enter() || bell_.wait(waiter, enter);
    }

    void read_unlock(int) {
        if (state_.fetch_sub(1) == 1) bell_.ring();
    }

private:
    static constexpr std::uint32_t writer = 1u << 31;

    alignas(apart) std::atomic<std::uint32_t> state_ = 0; ///< how many readers are inside, or `writer`
    alignas(apart) DoorBell bell_;
};

} // namespace measure

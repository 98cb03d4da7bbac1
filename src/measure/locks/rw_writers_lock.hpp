#pragma once

#include "measure/locks/door_bell.hpp"
#include "measure/locks/spin_wait.hpp"

namespace measure {

/// Any number of readers, or one writer. A reader enters only while no writer is inside or waits, so that readers may
/// starve (Courtois, Heymans & Parnas 1971, problem 2).
class RwWritersLock {
public:
    bool lock(Waiter& waiter) {
        std::uint32_t seen = 0;
        if (state_.compare_exchange_strong(seen, writer)) return true;
        state_.fetch_add(waiting_writer);
        return bell_.wait(waiter, [this] {
            std::uint32_t now = state_.load();
            while ((now & (writer | readers)) == 0)
                if (state_.compare_exchange_weak(now, (now - waiting_writer) | writer)) return true;
            return false;
        });
    }

    void unlock(int) {
        state_.fetch_sub(writer);
        bell_.ring();
    }

    bool read_lock(Waiter& waiter) {
        const auto enter = [this] {
            std::uint32_t seen = state_.load();
            while (seen <= readers)
                if (state_.compare_exchange_weak(seen, seen + 1)) return true;
            return false;
        };
        return enter() || bell_.wait(waiter, enter);
    }

    void read_unlock(int) {
        if ((state_.fetch_sub(1) & readers) == 1) bell_.ring();
    }

private:
    // From the lowest bit: how many readers are inside, how many writers wait, whether a writer is inside.
    static constexpr std::uint32_t readers = 0xffff;
    static constexpr std::uint32_t waiting_writer = 0x10000;
    static constexpr std::uint32_t writer = 1u << 31;

    alignas(apart) std::atomic<std::uint32_t> state_ = 0;
    alignas(apart) DoorBell bell_;
};

} // namespace measure

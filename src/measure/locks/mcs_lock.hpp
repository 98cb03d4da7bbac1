#pragma once

#include <array>

#include "measure/crew.hpp"
#include "measure/locks/spin_wait.hpp"

namespace measure {

/// A queue that is linked forwards: each waiter reads only its own node, which the one before it writes when it lets go
/// (Mellor-Crummey & Scott 1991, section 2.4).
class McsLock {
public:
    bool lock(Waiter& waiter) {
        Node& mine = of(waiter.me());
        mine.next.store(nullptr, std::memory_order_relaxed);
        Node* const before = tail_.exchange(&mine, std::memory_order_acq_rel);
        if (!before) return true;
        mine.waits.store(true, std::memory_order_relaxed);
        before->next.store(&mine, std::memory_order_release);
        SpinWait spin(waiter);
        while (mine.waits.load(std::memory_order_acquire))
            if (!spin.turn()) return false;
        return true;
    }

    void unlock(int me) {
        Node& mine = of(me);
        Node* after = mine.next.load(std::memory_order_acquire);
        if (!after) {
            Node* expected = &mine;
            if (tail_.compare_exchange_strong(expected, nullptr, std::memory_order_release, std::memory_order_relaxed))
                return;
            // Somebody has joined the queue and is about to say who.
            for (int turns = 0; !(after = mine.next.load(std::memory_order_acquire)); ++turns)
                turns < SpinWait::turns_before_giving_way ? relax() : give_way();
        }
        after->waits.store(false, std::memory_order_release);
    }

private:
    struct alignas(apart) Node {
        std::atomic<Node*> next = nullptr;
        std::atomic<bool> waits = false;
    };

    Node& of(int thread) { return nodes_[static_cast<std::size_t>(thread)]; }

    std::array<Node, Crew::most_members> nodes_;
    alignas(apart) std::atomic<Node*> tail_ = nullptr;
};

} // namespace measure

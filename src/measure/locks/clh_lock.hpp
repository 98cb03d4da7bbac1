#pragma once

#include <array>

#include "measure/crew.hpp"
#include "measure/locks/spin_wait.hpp"

namespace measure {

/// A queue that is linked backwards: each waiter reads the node of the one before it and, once that one is done, keeps
/// that node for its next acquire (Craig, "Building FIFO and priority-queuing spin locks from atomic swap", TR
/// 93-02-02, University of Washington, 1993; Landin & Hagersten, "Queue locks on cache coherent multiprocessors", IPPS
/// 1994).
class ClhLock {
public:
    ClhLock() {
        for (int thread = 0; thread < Crew::most_members; ++thread) of(thread).mine = &nodes_[at(thread)];
        tail_ = &nodes_.back();
    }

    bool lock(Waiter& waiter) {
        Thread& self = of(waiter.me());
        self.mine->busy.store(true, std::memory_order_relaxed);
        self.before = tail_.exchange(self.mine, std::memory_order_acq_rel);
        if (!self.before->busy.load(std::memory_order_acquire)) return true;
        SpinWait spin(waiter);
        do {
            if (!spin.turn()) return false;
        } while (self.before->busy.load(std::memory_order_acquire));
        return true;
    }

    void unlock(int me) {
        Thread& self = of(me);
        Node* const left = self.mine;
        self.mine = self.before; // its owner has moved on, and nobody else reads it
        left->busy.store(false, std::memory_order_release);
    }

private:
    struct alignas(apart) Node {
        std::atomic<bool> busy = false;
    };
    struct alignas(apart) Thread {
        Node* mine = nullptr;
        Node* before = nullptr;
    };

    static std::size_t at(int thread) { return static_cast<std::size_t>(thread); }
    Thread& of(int thread) { return threads_[at(thread)]; }

    std::array<Node, Crew::most_members + 1> nodes_; ///< one more than threads: the lock itself keeps one
    std::array<Thread, Crew::most_members> threads_;
    alignas(apart) std::atomic<Node*> tail_ = nullptr;
};

} // namespace measure

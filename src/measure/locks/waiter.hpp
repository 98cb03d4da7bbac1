#pragma once

#include <atomic>

namespace measure {

/// A thread at a lock, as the lock sees it: who it is, whether it still wants to wait, and to whom the lock tells how
/// it waits. Nothing is told of an acquire that finds the lock free.
class Waiter {
public:
    /// `me`: the thread's own number, from 0 to Crew::most_members - 1. `over`: see is_over().
    Waiter(int me, const std::atomic<bool>& over) : me_(me), over_(over) {}
    virtual ~Waiter() = default;
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    int me() const { return me_; }
    /// Nobody needs the lock any more: whoever waits for it gives up. Never turns false again.
    bool is_over() const { return over_.load(std::memory_order_relaxed); }

    /// The lock is not free and the thread is going to read it until it is. At most once an acquire.
    virtual void begins_to_spin() {}
    /// It has spun for so long that from now on it lets other threads have its core between two looks. At most once.
    virtual void loses_patience() {}
    /// The lock is not free and the thread is going to sleep in the kernel. At most once, perhaps after spinning.
    virtual void begins_to_sleep() {}

private:
    const int me_;
    const std::atomic<bool>& over_;
};

} // namespace measure

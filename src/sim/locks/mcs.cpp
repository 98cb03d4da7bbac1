#include "sim/locks/locks.hpp"

/// A linked queue: each has a node of its own, spins there alone, and is called by the one before it, which writes to
/// that node (Mellor-Crummey & Scott 1991). The tail is line 0, the node of thread t line 1 + t; `nodes[t]` is its
/// successor or -1, `busy[t]` whether it must wait, `nodes[threads + t]` the one before it.
namespace sim::locks {

void mcs_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const auto me = static_cast<std::size_t>(t);
    const int mine = kernel.line(t, 1 + t);
    std::int16_t& before = lock.nodes[static_cast<std::size_t>(kernel.plan().threads) + me];
    if (thread.phase == 0) {
        if (!kernel.touch(t, mine, Access::write)) return;
        lock.nodes[me] = -1;
        lock.busy.set(me);
        thread.phase = 1;
    }
    if (thread.phase == 1) {
        if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
        before = lock.tail;
        lock.tail = static_cast<std::int16_t>(t);
        if (before < 0) return kernel.acquired(t);
        kernel.looked_in_vain(t);
        thread.phase = 2;
    }
    if (thread.phase == 2) {
        if (!kernel.touch(t, kernel.line(t, 1 + before), Access::write)) return;
        lock.nodes[static_cast<std::size_t>(before)] = static_cast<std::int16_t>(t);
        thread.phase = 3;
    }
    if (!kernel.touch(t, mine, Access::read)) return;
    if (!lock.busy[me]) return kernel.acquired(t);
    kernel.spin_on(t, mine);
}

void mcs_unlock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const std::int16_t& next = lock.nodes[static_cast<std::size_t>(t)];
    const int mine = kernel.line(t, 1 + t);
    if (thread.phase == 0) {
        if (!kernel.touch(t, mine, Access::read)) return;
        thread.phase = next >= 0 ? 3 : 1;
    }
    if (thread.phase == 1) {
        if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
        if (lock.tail == t) {
            lock.tail = -1;
            return kernel.released(t, Did::released, -1);
        }
        thread.phase = 2; // somebody has come behind it, whose link is on its way
    }
    if (thread.phase == 2) {
        if (!kernel.touch(t, mine, Access::read)) return;
        if (next < 0) return kernel.spin_on(t, mine);
        thread.phase = 3;
    }
    if (!kernel.touch(t, kernel.line(t, 1 + next), Access::write)) return;
    lock.busy.reset(static_cast<std::size_t>(next));
    kernel.released(t, Did::handed_off, next);
}

} // namespace sim::locks

#include "sim/locks/locks.hpp"

/// A queue without links: who asks puts its own node at the tail and spins on the node of the one before, which it
/// keeps as its own from then on (Craig 1993; Landin & Hagersten 1994). Node n is line 1 + n; `nodes[t]` is thread t's
/// own (t at first), `nodes[threads + 1 + t]` the one before it. `busy[n]`: the owner of node n has the lock or waits.
namespace sim::locks {
namespace {

std::size_t before_of(const Kernel& kernel, int t) {
    return static_cast<std::size_t>(kernel.plan().threads + 1 + t);
}

} // namespace

void clh_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    std::int16_t& mine = lock.nodes[static_cast<std::size_t>(t)];
    std::int16_t& before = lock.nodes[before_of(kernel, t)];
    if (thread.phase == 0) {
        if (mine < 0) mine = static_cast<std::int16_t>(t);
        if (!kernel.touch(t, kernel.line(t, 1 + mine), Access::write)) return;
        lock.busy.set(static_cast<std::size_t>(mine));
        thread.phase = 1;
    }
    if (thread.phase == 1) {
        if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
        before = lock.tail < 0 ? static_cast<std::int16_t>(kernel.plan().threads) : lock.tail;
        lock.tail = mine;
        thread.phase = 2;
    }
    const int watched = kernel.line(t, 1 + before);
    if (!kernel.touch(t, watched, Access::read)) return;
    if (!lock.busy[static_cast<std::size_t>(before)]) return kernel.acquired(t);
    kernel.looked_in_vain(t);
    kernel.spin_on(t, watched);
}

void clh_unlock(Kernel& kernel, int t) {
    LockState& lock = kernel.lock_of(t);
    std::int16_t& mine = lock.nodes[static_cast<std::size_t>(t)];
    if (!kernel.touch(t, kernel.line(t, 1 + mine), Access::write)) return;
    const std::int16_t left = mine;
    lock.busy.reset(static_cast<std::size_t>(left));
    mine = lock.nodes[before_of(kernel, t)];
    pass_on(kernel, t, [&](int waiter) { return lock.nodes[before_of(kernel, waiter)] == left; });
}

} // namespace sim::locks

#include "sim/locks/locks.hpp"

/// An array of flags, each in a line of its own: who asks takes the next place and spins there alone (Anderson 1990).
/// `nodes[i]` is the flag of place i, `nodes[threads + t]` the place of thread t; at first only place 0 is free.
namespace sim::locks {
namespace {

constexpr std::int16_t must_wait = 0;
constexpr std::int16_t has_lock = 1;

std::size_t place_of(const Kernel& kernel, int t) {
    return static_cast<std::size_t>(kernel.plan().threads + t);
}

} // namespace

void anderson_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const int places = kernel.plan().threads;
    if (thread.phase == 0) {
        if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
        if (lock.next == 0) lock.nodes[0] = has_lock;
        lock.nodes[place_of(kernel, t)] = static_cast<std::int16_t>(lock.next++ % places);
        thread.phase = 1;
    }
    const std::int16_t place = lock.nodes[place_of(kernel, t)];
    if (!kernel.touch(t, kernel.line(t, 1 + place), Access::read)) return;
    if (lock.nodes[static_cast<std::size_t>(place)] == has_lock) return kernel.acquired(t);
    kernel.looked_in_vain(t);
    kernel.spin_on(t, kernel.line(t, 1 + place));
}

void anderson_unlock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const std::int16_t place = lock.nodes[place_of(kernel, t)];
    if (thread.phase == 0) {
        if (!kernel.touch(t, kernel.line(t, 1 + place), Access::write)) return;
        lock.nodes[static_cast<std::size_t>(place)] = must_wait;
        thread.phase = 1;
    }
    const int next = (place + 1) % kernel.plan().threads;
    if (!kernel.touch(t, kernel.line(t, 1 + next), Access::write)) return;
    lock.nodes[static_cast<std::size_t>(next)] = has_lock;
    pass_on(kernel, t, [&](int waiter) { return lock.nodes[place_of(kernel, waiter)] == next; });
}

} // namespace sim::locks

#include "sim/locks/locks.hpp"

/// A monitor without costs: waiters sleep, and the lock goes to the one that has waited longest, `handoff_ns` after the
/// release. The two model locks are the same, but their waiters spin, and the section is stretched instead (see
/// Kernel::crowding).
namespace sim::locks {
namespace {

bool is_model(Kernel& kernel, int t) {
    return kernel.made_lock(kernel.thread(t).lock).kind != program::LockKind::fifo;
}

} // namespace

void fifo_lock(Kernel& kernel, int t) {
    LockState& lock = kernel.lock_of(t);
    if (lock.word == 0) {
        lock.word = 1;
        return kernel.acquired(t);
    }
    const bool spins = is_model(kernel, t);
    kernel.looked_in_vain(t, spins);
    if (!spins) kernel.sleep_on_lock(t);
}

void fifo_unlock(Kernel& kernel, int t) {
    LockState& lock = kernel.lock_of(t);
    const int next = next_in_line(kernel, t);
    const Nanoseconds handoff_ns = is_model(kernel, t) ? 0 : kernel.made_lock(kernel.thread(t).lock).handoff_ns;
    lock.word = next < 0 ? 0 : 1;
    kernel.released(t, next < 0 ? Did::released : Did::handed_off, next);
    if (next >= 0) kernel.hand_over(next, handoff_ns);
}

} // namespace sim::locks

#include "sim/locks/locks.hpp"

/// A monitor without costs: waiters sleep, and the lock goes to the one that has waited longest, `handoff_ns` after the
/// release. The two model locks are the same and stretch the section instead (see Kernel::crowding).
namespace sim::locks {

void fifo_lock(Kernel& kernel, int t) {
    LockState& lock = kernel.lock_of(t);
    if (lock.word == 0) {
        lock.word = 1;
        return kernel.acquired(t);
    }
    kernel.looked_in_vain(t, false);
    kernel.sleep_on_lock(t);
}

void fifo_unlock(Kernel& kernel, int t) {
    LockState& lock = kernel.lock_of(t);
    const int next = next_in_line(kernel, t);
    const program::Lock& made = kernel.made_lock(kernel.thread(t).lock);
    lock.word = next < 0 ? 0 : 1;
    kernel.released(t, next < 0 ? Did::released : Did::handed_off, next);
    if (next >= 0) kernel.hand_over(next, made.kind == program::LockKind::fifo ? made.handoff_ns : 0);
}

} // namespace sim::locks

#include "sim/locks/locks.hpp"

/// Test-and-set: every try is an atomic exchange, which takes the line away from all others.
namespace sim::locks {

void tas_lock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
    LockState& lock = kernel.lock_of(t);
    if (lock.word == 0) {
        lock.word = 1;
        return kernel.acquired(t);
    }
    kernel.looked_in_vain(t);
    // While no other core touches the line, further tries change nothing: it spins on what it has.
    kernel.spin_on(t, kernel.line(t, 0));
}

void word_unlock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 0), Access::write)) return;
    kernel.lock_of(t).word = 0;
    kernel.released(t, Did::released, -1);
}

} // namespace sim::locks

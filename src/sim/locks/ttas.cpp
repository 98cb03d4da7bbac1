#include "sim/locks/locks.hpp"

/// Test-and-test-and-set: reads, in its own cache, until the lock looks free, and only then tries.
namespace sim::locks {

void ttas_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const int line = kernel.line(t, 0);
    if (thread.phase == 0) {
        if (!kernel.touch(t, line, Access::read)) return;
        if (lock.word != 0) {
            kernel.looked_in_vain(t);
            return kernel.spin_on(t, line);
        }
        thread.phase = 1;
    }
    if (!kernel.touch(t, line, Access::atomic)) return;
    if (lock.word == 0) {
        lock.word = 1;
        return kernel.acquired(t);
    }
    thread.phase = 0;
    kernel.looked_in_vain(t);
    kernel.spin_on(t, line);
}

} // namespace sim::locks

#include "sim/locks/locks.hpp"

/// Each takes a number from one line and waits, looking at another that all share, until it is called: every release
/// sends that line to all waiters, one after the other (Reed & Kanodia 1979; Mellor-Crummey & Scott 1991).
namespace sim::locks {

void ticket_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    if (thread.phase == 0) {
        if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
        thread.ticket = lock.next++;
        thread.phase = 1;
    }
    const int calls = kernel.line(t, 1);
    if (!kernel.touch(t, calls, Access::read)) return;
    if (lock.serving == thread.ticket) return kernel.acquired(t);
    kernel.looked_in_vain(t);
    kernel.spin_on(t, calls);
}

void ticket_unlock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 1), Access::write)) return;
    const std::int64_t called = ++kernel.lock_of(t).serving;
    pass_on(kernel, t, [&](int waiter) { return kernel.thread(waiter).ticket == called; });
}

} // namespace sim::locks

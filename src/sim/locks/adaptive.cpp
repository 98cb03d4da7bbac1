#include "sim/locks/locks.hpp"

/// Spins as long as sleeping and being woken would cost, then sleeps: never more than twice the cost of the better
/// choice (Karlin, Li, Manasse & Owicki 1991). The word and the release are those of the futex lock.
namespace sim::locks {
namespace {

enum Phase : std::uint8_t { first_try, look, try_again, mark, in_kernel };

} // namespace

void adaptive_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const int line = kernel.line(t, 0);
    const program::Costs& costs = kernel.costs();
    if (thread.phase == look) {
        if (kernel.now() >= thread.ticket) {
            thread.phase = mark;
        } else {
            if (!kernel.touch(t, line, Access::read)) return;
            if (lock.word != 0) {
                kernel.looked_in_vain(t);
                return kernel.spin_on(t, line, thread.ticket);
            }
            thread.phase = try_again;
        }
    }
    if (thread.phase == in_kernel) {
        thread.phase = mark;
        if (lock.word == 2) {
            kernel.say(Did::parked, t, thread.lock, lock.holder);
            lock.sleepers.push(t);
            return kernel.park(t, Stage::locking);
        }
    }
    if (!kernel.touch(t, line, Access::atomic)) return;
    if (lock.word == 0) {
        lock.word = thread.phase == mark ? 2 : 1;
        return kernel.acquired(t);
    }
    kernel.looked_in_vain(t);
    if (thread.phase == mark) {
        lock.word = 2;
        thread.phase = in_kernel;
        return kernel.go_on(t, Stage::locking, kernel.about(t, costs.syscall_ns));
    }
    if (thread.phase == first_try) thread.ticket = kernel.now() + costs.park_ns + costs.wake_ns + costs.wake_latency_ns;
    thread.phase = look;
    kernel.spin_on(t, line, thread.ticket);
}

} // namespace sim::locks

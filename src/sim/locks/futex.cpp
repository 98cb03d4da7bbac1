#include "sim/locks/locks.hpp"

/// Three states, 0 free, 1 held, 2 held and somebody may sleep; who finds it held marks it 2 and sleeps in the kernel
/// (Drepper 2011, "Futexes are tricky", mutex2). A thread that comes by while the woken one is on its way takes the
/// lock.
namespace sim::locks {
namespace {

enum Phase : std::uint8_t { first_try, mark, in_kernel };

} // namespace

void futex_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const int line = kernel.line(t, 0);
    if (thread.phase == in_kernel) {
        if (lock.word == 2) {
            thread.phase = mark;
            kernel.say(Did::parked, t, thread.lock, lock.holder);
            lock.sleepers.push(t);
            return kernel.park(t, Stage::locking);
        }
        thread.phase = mark; // it changed meanwhile: futex_wait returns at once
    }
    if (!kernel.touch(t, line, Access::atomic)) return;
    if (lock.word == 0) {
        lock.word = thread.phase == first_try ? 1 : 2;
        return kernel.acquired(t);
    }
    if (thread.phase == first_try) {
        kernel.looked_in_vain(t, false);
        thread.phase = mark;
        return kernel.go_on(t, Stage::locking);
    }
    kernel.looked_in_vain(t, false);
    lock.word = 2;
    thread.phase = in_kernel;
    kernel.go_on(t, Stage::locking, kernel.about(t, kernel.costs().syscall_ns));
}

void futex_unlock(Kernel& kernel, int t) {
    LockState& lock = kernel.lock_of(t);
    if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
    const bool may_sleep = lock.word == 2;
    lock.word = 0;
    const int woken = may_sleep ? kernel.wake_sleeper(t) : -1;
    kernel.released(t, woken < 0 ? Did::released : Did::woke, woken);
}

} // namespace sim::locks

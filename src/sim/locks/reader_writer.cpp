#include "sim/locks/locks.hpp"

/// Many readers or one writer (Courtois, Heymans & Parnas 1971). Waiters sleep; a release hands the lock on, to all
/// waiting readers together or to one writer. Where readers go first a stream of them keeps writers out; where writers
/// go first a reader also waits for writers that wait. `word` is -1 with a writer, else the number of readers.
namespace sim::locks {
namespace {

void enter_or_sleep(Kernel& kernel, int t, bool may_enter, std::int64_t entered) {
    LockState& lock = kernel.lock_of(t);
    if (may_enter) {
        lock.word = entered;
        return kernel.acquired(t);
    }
    kernel.looked_in_vain(t, false);
    kernel.park(t, Stage::got);
}

bool a_writer_waits(const Kernel& kernel, const LockState& lock) {
    for (int i = 0; i < lock.waiters.size(); ++i)
        if (!kernel.reads(lock.waiters[i])) return true;
    return false;
}

/// Wakes a waiter that has the lock now.
void let_in(Kernel& kernel, int t, int waiter) {
    ThreadState& releasing = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    lock.word = kernel.reads(waiter) ? lock.word + 1 : -1;
    releasing.cost_ns += kernel.costs().wake_ns;
    kernel.wake(waiter, kernel.now() + releasing.cost_ns, Stage::got);
}

/// The lock is free: to whom it goes, the first of those; -1: nobody waits.
int let_next_in(Kernel& kernel, int t) {
    const LockState& lock = kernel.lock_of(t);
    const bool writers_first = kernel.made_lock(kernel.thread(t).lock).kind == program::LockKind::rw_writers;
    int first_reader = -1;
    int first_writer = -1;
    for (int i = lock.waiters.size(); i-- > 0;)
        (kernel.reads(lock.waiters[i]) ? first_reader : first_writer) = lock.waiters[i];
    if (first_writer >= 0 && (writers_first || first_reader < 0)) {
        let_in(kernel, t, first_writer);
        return first_writer;
    }
    for (int i = 0; i < lock.waiters.size(); ++i)
        if (kernel.reads(lock.waiters[i])) let_in(kernel, t, lock.waiters[i]);
    return first_reader;
}

} // namespace

void rw_lock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
    enter_or_sleep(kernel, t, kernel.lock_of(t).word == 0, -1);
}

void rw_readers_read_lock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
    const std::int64_t word = kernel.lock_of(t).word;
    enter_or_sleep(kernel, t, word >= 0, word + 1);
}

void rw_writers_read_lock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
    const LockState& lock = kernel.lock_of(t);
    enter_or_sleep(kernel, t, lock.word >= 0 && !a_writer_waits(kernel, lock), lock.word + 1);
}

void rw_unlock(Kernel& kernel, int t) {
    if (!kernel.touch(t, kernel.line(t, 0), Access::atomic)) return;
    LockState& lock = kernel.lock_of(t);
    lock.word = lock.word < 0 ? 0 : lock.word - 1;
    const int next = lock.word == 0 ? let_next_in(kernel, t) : -1;
    kernel.released(t, next < 0 ? Did::released : Did::handed_off, next);
}

} // namespace sim::locks

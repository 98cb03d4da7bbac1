#pragma once

#include "sim/kernel.hpp"

/// The steps of every lock, as Protocol explains them; each kind stands in a file of its own.
namespace sim::locks {

void fifo_lock(Kernel& kernel, int t);
void fifo_unlock(Kernel& kernel, int t);
void tas_lock(Kernel& kernel, int t);
void ttas_lock(Kernel& kernel, int t);
void backoff_lock(Kernel& kernel, int t);
void word_unlock(Kernel& kernel, int t); ///< of the three before: one store
void ticket_lock(Kernel& kernel, int t);
void ticket_unlock(Kernel& kernel, int t);
void anderson_lock(Kernel& kernel, int t);
void anderson_unlock(Kernel& kernel, int t);
void clh_lock(Kernel& kernel, int t);
void clh_unlock(Kernel& kernel, int t);
void mcs_lock(Kernel& kernel, int t);
void mcs_unlock(Kernel& kernel, int t);
void futex_lock(Kernel& kernel, int t);
void futex_unlock(Kernel& kernel, int t); ///< of the adaptive one too
void adaptive_lock(Kernel& kernel, int t);
void rw_lock(Kernel& kernel, int t);
void rw_unlock(Kernel& kernel, int t);
void rw_readers_read_lock(Kernel& kernel, int t);
void rw_writers_read_lock(Kernel& kernel, int t);

/// The first waiter, which a queue lock hands the lock to; -1: nobody waits.
inline int next_in_line(Kernel& kernel, int t) {
    const ThreadQueue& waiters = kernel.lock_of(t).waiters;
    return waiters.empty() ? -1 : waiters.front();
}

/// Lets go: handed to the waiter for which `is_called` is true, or free.
template <typename IsCalled>
void pass_on(Kernel& kernel, int t, IsCalled is_called) {
    const ThreadQueue& waiters = kernel.lock_of(t).waiters;
    for (int i = 0; i < waiters.size(); ++i)
        if (is_called(waiters[i])) return kernel.released(t, Did::handed_off, waiters[i]);
    kernel.released(t, Did::released, -1);
}

} // namespace sim::locks

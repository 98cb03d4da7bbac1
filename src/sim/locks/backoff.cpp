#include <algorithm>

#include "sim/locks/locks.hpp"

/// Test-and-test-and-set, but a try that failed is followed by a wait, drawn from a range that doubles each time
/// (Anderson 1990): program::least_backoff_turns of the loop at first, program::most_backoff_turns at most.
namespace sim::locks {

void backoff_lock(Kernel& kernel, int t) {
    ThreadState& thread = kernel.thread(t);
    LockState& lock = kernel.lock_of(t);
    const int line = kernel.line(t, 0);
    if (thread.phase == 0) {
        thread.ticket = program::least_backoff_turns;
        thread.phase = 1;
    }
    if (thread.phase == 1) {
        if (!kernel.touch(t, line, Access::read)) return;
        if (lock.word != 0) {
            kernel.looked_in_vain(t);
            return kernel.spin_on(t, line);
        }
        thread.phase = 2;
    }
    if (!kernel.touch(t, line, Access::atomic)) return;
    if (lock.word == 0) {
        lock.word = 1;
        return kernel.acquired(t);
    }
    thread.phase = 1;
    kernel.looked_in_vain(t);
    const Nanoseconds pause_ns = std::max<Nanoseconds>(1, kernel.costs().pause_ns);
    const auto range = static_cast<std::uint64_t>(thread.ticket * pause_ns);
    const auto delay_ns = 1 + static_cast<Nanoseconds>(thread.jitter.up_to(range - 1));
    thread.ticket = std::min<std::int64_t>(2 * thread.ticket, program::most_backoff_turns);
    kernel.say(Did::backed_off, t, thread.lock, lock.holder, delay_ns);
    kernel.go_on(t, Stage::locking, delay_ns);
}

} // namespace sim::locks

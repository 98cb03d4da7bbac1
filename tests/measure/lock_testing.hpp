#pragma once

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "measure/locks/real_lock.hpp"

/// What the tests of locks share.
namespace lock_testing {

/// Those that exist on real threads.
inline std::vector<program::LockKind> real_kinds() {
    std::vector<program::LockKind> kinds;
    for (const program::LockTraits& traits : program::lock_table())
        if (traits.is_real) kinds.push_back(traits.kind);
    return kinds;
}

inline bool knows_readers(program::LockKind kind) {
    return kind == program::LockKind::rw_readers || kind == program::LockKind::rw_writers;
}

/// Lets a test see that a thread has come to wait, and how.
class Watched : public measure::Waiter {
public:
    using Waiter::Waiter;
    void begins_to_spin() override { ++spins; }
    void begins_to_sleep() override { ++sleeps; }

    std::atomic<int> spins = 0;
    std::atomic<int> sleeps = 0;
    bool waits() const { return spins + sleeps > 0; }
};

/// live(me) on so many threads at once.
template <class Live>
void run_together(int threads, Live live) {
    std::vector<std::thread> all;
    for (int me = 0; me < threads; ++me) all.emplace_back([=] { live(me); });
    for (std::thread& thread : all) thread.join();
}

template <class Done>
void wait_until(Done done) {
    while (!done()) std::this_thread::sleep_for(std::chrono::microseconds(50));
}

inline const std::atomic<bool> never_over = false;

} // namespace lock_testing

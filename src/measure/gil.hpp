#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "trace/trace.hpp"

namespace measure {

/// Hears what happens at a Gil; called by the thread that it happens to, some of it with the lock's mutex held.
class GilWatcher {
public:
    virtual ~GilWatcher() = default;
    /// `waiter` has just asked the holder to let go.
    virtual void requested(int waiter) = 0;
    /// `to` has just got the lock, which `from` had last.
    virtual void handed_off(int from, int to) = 0;
};

/// A global interpreter lock with the protocol of CPython since 3.2 (Antoine Pitrou; Python/ceval_gil.c, take_gil and
/// drop_gil with FORCE_SWITCHING):
/// - a waiter sleeps for one interval at a time; when it woke by timeout and the lock did not change hands meanwhile,
/// it
///   asks the holder to let go;
/// - the holder looks at that request between its bytecodes; when it lets go because of one, it does not go on before
///   another thread has had the lock.
/// A holder that does not look (sort() is one call into C) keeps the lock for as long as that takes.
class Gil {
public:
    /// `interval_ns` of less than 1 µs counts as 1 µs, as in CPython. `watcher` may be null.
    explicit Gil(trace::Nanoseconds interval_ns, GilWatcher* watcher = nullptr);

    /// Blocks until the caller has the lock. `me`: the caller's own number, 0 or more. It must not have it already.
    void take(int me);
    /// Lets go. When a request stands, returns only after another thread took the lock.
    void drop(int me);
    /// Lets go at the thread's end, and waits for nobody: there drop_gil() is called without a thread state
    /// (PyThreadState_DeleteCurrent).
    void leave();

    /// Whether a waiter asked. A relaxed load: the price of a check in every loop, as in the eval loop.
    bool drop_requested() const { return drop_request_.load(std::memory_order_relaxed); }
    /// Lets go and waits for its next turn if a waiter asked. Returns whether it did.
    bool check(int me) {
        if (!drop_requested()) return false;
        drop(me);
        take(me);
        return true;
    }

    /// How often the lock went from one thread to another. Only while nobody uses the lock.
    std::int64_t switches() const { return switch_number_; }
    std::int64_t requests() const { return request_number_; }

private:
    static constexpr int nobody = -1;

    const trace::Nanoseconds interval_ns_;
    GilWatcher* const watcher_;

    std::mutex mutex_; ///< over locked_, the numbers, and the setting of drop_request_
    std::condition_variable freed_;
    bool locked_ = false;
    std::int64_t switch_number_ = 0;
    std::int64_t request_number_ = 0;
    std::atomic<bool> drop_request_ = false;

    std::mutex switch_mutex_; ///< over last_holder_; taken inside mutex_, never the other way round
    std::condition_variable switched_;
    int last_holder_ = nobody;
};

} // namespace measure

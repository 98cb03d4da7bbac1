#include "measure/gil.hpp"

#include <algorithm>
#include <chrono>

namespace measure {

Gil::Gil(trace::Nanoseconds interval_ns, GilWatcher* watcher)
    : interval_ns_(std::max<trace::Nanoseconds>(interval_ns, 1'000)), watcher_(watcher) {}

void Gil::take(int me) {
    std::unique_lock lock(mutex_);
    while (locked_) {
        const std::int64_t seen = switch_number_;
        const bool timed_out = freed_.wait_for(lock, std::chrono::nanoseconds(interval_ns_)) == std::cv_status::timeout;
        if (!timed_out || !locked_ || switch_number_ != seen) continue;
        if (drop_request_.exchange(true, std::memory_order_relaxed)) continue; // asked already, not yet heard
        ++request_number_;
        if (watcher_) watcher_->requested(me);
    }
    int from = nobody;
    {
        // last_holder_ changes under both mutexes, so that a thread in drop() either sees the change or is woken by it.
        const std::lock_guard switch_lock(switch_mutex_);
        locked_ = true;
        if (last_holder_ != me) {
            from = last_holder_;
            last_holder_ = me;
            if (from != nobody) ++switch_number_;
        }
        // Before the wake-up: the woken thread sets no request, but may be asked again at once.
        drop_request_.store(false, std::memory_order_relaxed);
        switched_.notify_one();
    }
    if (from != nobody && watcher_) watcher_->handed_off(from, me);
}

void Gil::drop(int me) {
    bool asked;
    {
        const std::lock_guard lock(mutex_);
        // Read under the mutex: a request stands only while its waiter is still inside take().
        asked = drop_requested();
        locked_ = false;
        freed_.notify_one();
    }
    if (!asked) return;
    std::unique_lock lock(switch_mutex_);
    switched_.wait(lock, [&] { return last_holder_ != me; });
}

void Gil::leave() {
    const std::lock_guard lock(mutex_);
    locked_ = false;
    freed_.notify_one();
}

} // namespace measure

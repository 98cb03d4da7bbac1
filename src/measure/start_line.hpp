#pragma once

#include <condition_variable>
#include <mutex>

#include "measure/clock.hpp"

namespace measure {

/// A barrier, to be used again and again, at which lanes wait so that none begins before all are there. Sleeps instead
/// of spinning: there may be more lanes than cores. (std::barrier of libc++ 18 polls in wasm, up to 8 ms late.)
class StartLine {
public:
    explicit StartLine(int lanes) : lanes_(lanes) {}

    /// Returns when all lanes have called it: the time of the last call, by the clock of that lane.
    trace::Nanoseconds wait() {
        std::unique_lock lock(mutex_);
        const int round = round_;
        if (++waiting_ == lanes_) {
            waiting_ = 0;
            ++round_;
            opened_ns_ = now_ns();
            open_.notify_all();
        } else {
            open_.wait(lock, [&] { return round_ != round; });
        }
        return opened_ns_;
    }

private:
    std::mutex mutex_;
    std::condition_variable open_;
    const int lanes_;
    int waiting_ = 0;
    int round_ = 0;
    trace::Nanoseconds opened_ns_ = 0;
};

} // namespace measure

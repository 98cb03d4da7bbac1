#pragma once

#include <cstdint>
#include <vector>

namespace sim {

/// What a thread is doing, for whoever looks.
enum class Doing : std::uint8_t {
    not_started,
    ready,     ///< able to run, without a core, or on its way to one
    preempted, ///< so too, but its core was taken away: it could have gone on
    running,
    spinning,
    waits_lock,
    waits_gil,
    waits_io,
    sleeping,
    waits_join,
    waits_condition,
    ended
};

struct ThreadView {
    Doing doing = Doing::not_started;
    int core = -1;
    int instruction = 0;
    std::int64_t acc = 0;
    std::int64_t seen = 0;
    bool flag = false;
    int waits_for = -1; ///< the lock, interpreter, device, condition or thread

    bool operator==(const ThreadView&) const = default;
};

struct LockView {
    int holder = -1; ///< or -1; of a reader-writer lock, the writer
    int readers = 0;
    std::vector<int> waiters; ///< in the order in which they asked

    bool operator==(const LockView&) const = default;
};

} // namespace sim

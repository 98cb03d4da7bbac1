#pragma once
// (the public face; private parts are the engine's own business)

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "program/results.hpp"
#include "program/scenario.hpp"
#include "sim/happening.hpp"

/// Engine 1: a scenario in virtual time. Deterministic: the same scenario and seed give the same steps on every platform.
namespace sim {

/// What a thread is doing, for whoever looks.
enum class Doing : std::uint8_t { not_started, ready, running, spinning, waits_lock, waits_gil, waits_io, sleeping, waits_join, waits_condition, ended };

struct ThreadView {
    Doing doing = Doing::not_started;
    int core = -1;
    int instruction = 0;
    std::int64_t acc = 0;
    std::int64_t seen = 0;
    bool flag = false;
    int waits_for = -1; ///< the lock, interpreter, device, condition or thread
};

struct LockView {
    int holder = -1;              ///< or -1; of a reader-writer lock, the writer
    int readers = 0;
    std::vector<int> waiters;     ///< in the order in which they asked
};

/// One copyable value: a snapshot is an assignment.
class Machine {
public:
    /// `scenario` must be without fault (program::find_fault).
    Machine(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    /// Performs one event. Did::nothing: the run is over, or nobody can go on (see deadlocked()).
    Happening step();
    /// Steps until the time is `until_ns`, the run is over, or `most` events are done; returns how many. Faster than step().
    std::int64_t run(Nanoseconds until_ns, std::int64_t most);

    bool is_over() const;
    bool is_deadlocked() const; ///< threads are left, and none of them can ever go on
    Nanoseconds now_ns() const;
    std::int64_t steps() const;

    const program::Scenario& scenario() const;
    ThreadView thread(int index) const;
    LockView lock(int index) const;
    int gil_holder(int interpreter) const; ///< or -1
    std::int64_t variable(int index) const;
    std::span<const std::int64_t> printed() const;
    /// Up to now.
    program::Results results() const;
};

} // namespace sim

#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "program/results.hpp"
#include "program/scenario.hpp"
#include "sim/happening.hpp"
#include "sim/kernel.hpp"
#include "sim/thread_view.hpp"

/// Engine 1: a scenario in virtual time. Deterministic: the same scenario and seed give the same steps on every
/// platform.
namespace sim {

/// One copyable value: a snapshot is an assignment.
class Machine {
public:
    /// `scenario` must be without fault (program::find_fault).
    Machine(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    /// Performs one event. Did::nothing: the run is over, or nobody can go on (see is_deadlocked()).
    Happening step() { return step(nullptr); }
    /// As step(), and `watcher`, which may be null, hears what the lanes do.
    Happening step(Watcher* watcher) { return kernel_.step(watcher); }
    /// Steps until the time is `until_ns`, the run is over, or `most` events are done; returns how many. The same
    /// events as with step(), faster.
    std::int64_t run(Nanoseconds until_ns, std::int64_t most) { return kernel_.run(until_ns, most); }

    bool is_over() const { return kernel_.is_over(); }
    /// Threads are left, and none of them can ever go on.
    bool is_deadlocked() const;
    Nanoseconds now_ns() const { return kernel_.now_ns_; }
    std::int64_t steps() const { return kernel_.steps_; }
    /// With those that have no step of their own: a cache line that comes, the way to a core.
    std::int64_t events() const { return kernel_.events_; }

    const program::Scenario& scenario() const { return *kernel_.plan_->scenario; }
    ThreadView thread(int index) const;
    LockView lock(int index) const;
    int gil_holder(int interpreter) const; ///< or -1
    std::int64_t variable(int index) const { return kernel_.variables_[static_cast<std::size_t>(index)]; }
    std::span<const std::int64_t> printed() const { return kernel_.printed_; }
    /// Up to now.
    program::Results results() const;
    /// How much memory a copy takes.
    std::size_t bytes() const;

private:
    Kernel kernel_;
};

/// The results of a whole run, without recording anything: for curves. The scenario must end by itself or have a
/// duration. Bit for bit what a Machine that is stepped comes to.
program::Results measure(const program::Scenario& scenario, std::uint64_t seed);

} // namespace sim

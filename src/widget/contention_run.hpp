#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "program/scenario.hpp"
#include "sim/history.hpp"

namespace widget {

/// A simulation that goes on in slices of a few milliseconds, so that a page is never stopped by it, and can be gone
/// through in both directions meanwhile.
class ContentionRun {
public:
    /// Recorded steps take memory: a run ends here, and says so.
    static constexpr std::int64_t most_steps = 2'000'000;

    ContentionRun(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    const program::Scenario& scenario() const { return *scenario_; }

    /// Goes on until the end, or until `step` is reached.
    void run_to_end() { goal_ = most_steps; }
    void run_to(std::int64_t step);
    void cancel() { goal_ = history_.recorded(); }
    bool is_running() const { return !is_complete() && history_.recorded() < goal_; }
    /// One slice of about `slice_ns` of real time.
    void poll(std::int64_t slice_ns);

    /// Nothing more will come: the run is over, or has as many steps as may be recorded.
    bool is_complete() const { return history_.is_complete() || is_cut(); }
    bool is_cut() const { return !history_.is_complete() && history_.recorded() >= most_steps; }
    /// 0 to 1: of the virtual time, where there is a duration; else of the steps that may be recorded.
    double done() const;

    /// Simulates one step more if `position` is the last one so far.
    void extend_past(std::int64_t position);
    /// Goes to a recorded step; a later one is reached by poll() first. Does not run ahead.
    void go(std::int64_t step);
    sim::History& history() { return history_; }
    const sim::History& history() const { return history_; }

    /// The first step after `from` at which somebody has to wait for a lock or a GIL, simulated ahead as far as a frame
    /// allows; nothing if there is none.
    std::optional<std::int64_t> next_wait(std::int64_t from);

    /// Real time spent on simulating, for events per second.
    std::int64_t spent_ns() const { return spent_ns_; }

private:
    std::shared_ptr<const program::Scenario> scenario_;
    sim::History history_;
    std::int64_t goal_ = 0;
    std::int64_t spent_ns_ = 0;
};

} // namespace widget

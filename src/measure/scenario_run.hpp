#pragma once

#include <cstdint>
#include <memory>

#include "measure/machine.hpp"
#include "measure/progress.hpp"
#include "measure/scenario_outcome.hpp"
#include "measure/work_rate.hpp"
#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace measure {

/// Engine 3: a scenario on real threads and real locks of this machine. The scenario's cores, costs and scheduling are
/// those of a model and mean nothing here: the machine has its own.
///
/// Lives on the main thread and never blocks it: poll() looks at flags and starts the next step on other threads. Only
/// one experiment, of whatever kind, may run at a time in a program.
class ScenarioRun {
public:
    ScenarioRun();
    /// Cancels; what other threads still hold is freed when they let go of it.
    ~ScenarioRun();
    ScenarioRun(const ScenarioRun&) = delete;
    ScenarioRun& operator=(const ScenarioRun&) = delete;

    /// Why this scenario cannot run here, as a sentence; empty: it can. A fault (program::find_fault), no threads in
    /// this page, more threads than the crew has, locks that are models only, too little memory.
    static text::Line why_not(const program::Scenario& scenario);
    static bool can_run(const program::Scenario& scenario) { return why_not(scenario).empty(); }

    /// Begins anew; a run under way is cancelled first. A scenario that cannot run ends at once in Phase::failed.
    /// `seed`: of the times that are drawn; the threads draw from streams of their own. The machine is calibrated once,
    /// and again only for more threads than before.
    void start(const program::Scenario& scenario, std::uint64_t seed);
    /// Once a frame while running(); the command line calls it every millisecond.
    void poll();
    /// Ends the run within 100 ms.
    void cancel();
    bool running() const;

    /// The page was hidden: what is under way does not count and is done again.
    void discard_current();
    int discards() const;

    /// idle, then calibrating (the first time), preparing, measuring, verifying (putting the records together), then
    /// finished, cancelled or failed.
    Phase phase() const;
    /// Of the scenario's duration, 0 to 1, while measuring; where it has none, 0 until the end.
    double done() const;
    /// Why it failed, as a sentence; empty: it did not.
    const text::Line& failure() const;

    /// Null until Phase::finished. Valid until the next start().
    const ScenarioOutcome* outcome() const;
    const Machine& machine() const;
    const WorkRate& work() const;
    /// What writing down one change of a thread's state takes, the reading of the clock included: how much the
    /// measurement disturbs what it measures. An acquire and release make two to four.
    double event_cost_ns() const;

    /// Rises whenever anything above has changed.
    std::uint64_t revision() const;

private:
    class Run;
    std::unique_ptr<Run> run_;
};

} // namespace measure

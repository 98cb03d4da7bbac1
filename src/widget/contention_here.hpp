#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "lab/description.hpp"
#include "measure/scenario_run.hpp"
#include "program/metric.hpp"

namespace widget {

/// A scenario's run on this machine, to be put beside its simulation.
class ContentionHere {
public:
    /// Begins at once. `scenario` must be one for which ScenarioRun::can_run().
    ContentionHere(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    void poll() { run_.poll(); }
    void cancel() { run_.cancel(); }
    void discard_current() { run_.discard_current(); }
    bool is_running() const { return run_.running(); }
    bool is_timing() const {
        return run_.phase() == measure::Phase::measuring || run_.phase() == measure::Phase::calibrating;
    }
    bool has_failed() const { return run_.phase() == measure::Phase::failed; }
    std::uint64_t revision() const { return run_.revision(); }
    double done() const { return run_.done(); }

    /// Null until it has ended well.
    const measure::ScenarioOutcome* outcome() const { return run_.outcome(); }
    /// What is going on, or why it failed; empty when it has ended.
    text::Line state() const;

    /// Facts "here.…", and with `simulated` a table of both side by side and what makes them differ.
    void describe(const program::Results& simulated, lab::Description& description) const;
    /// Sentences on what differs between the simulated machine and this one.
    std::vector<text::Line> remarks() const;
    /// The one number of both in a sentence.
    text::Line summary(const program::Results& simulated) const;

private:
    bool is_observed(const program::Metric& metric) const;

    std::shared_ptr<const program::Scenario> scenario_;
    measure::ScenarioRun run_;
};

/// In what the real locks of a scenario work otherwise than the simulated ones.
std::vector<text::Line> remarks_on_locks(const program::Scenario& scenario);

/// "+12 %", "−4 %", "×3.1": measured against simulated; a dash where there is nothing to compare.
text::Line shown_difference(double simulated, double measured);

} // namespace widget

#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "measure/abilities.hpp"
#include "measure/machine.hpp"
#include "measure/picture.hpp"
#include "measure/progress.hpp"
#include "measure/repetition.hpp"
#include "measure/sort_plan.hpp"
#include "measure/way.hpp"

namespace measure {

/// The lecture's experiment on this machine: k units of work (generate n random doubles, sort them), done in four ways.
///
/// Lives on the main thread and never blocks it: poll() looks at flags and starts the next step on other threads. Only
/// one experiment may run at a time in a program.
class SortExperiment {
public:
    SortExperiment();
    /// Cancels; what other threads still hold is freed when they let go of it.
    ~SortExperiment();
    SortExperiment(const SortExperiment&) = delete;
    SortExperiment& operator=(const SortExperiment&) = delete;

    /// Begins anew: forgets all results. A plan that cannot run ends at once in Phase::failed, before anything is
    /// allocated. A run under way is cancelled first.
    void start(const SortPlan& plan);
    /// Once a frame while running(); the command line calls it every millisecond.
    void poll();
    /// Ends the run within 100 ms; verified repetitions stay readable.
    void cancel();
    bool running() const;
    /// Whether the data of a run still takes memory: some other thread gives it back when the run is over.
    bool holds_data() const;

    /// The page was hidden: the repetition (or calibration, or warm-up) under way does not count and is done again.
    void discard_current();
    int discards() const;

    const SortPlan& plan() const;
    const Progress& progress() const;
    Failure failure() const;
    std::int64_t failure_detail() const;
    const Machine& machine() const;

    /// In order of measuring; empty when the way cannot run here or has not yet. Grows by one when an output is
    /// verified; one that failed the check stands last with verified == false. Valid until the next start() or poll().
    std::span<const Repetition> repetitions(Way way) const;

    /// The array before, during and after the sort, from the warm-up; grows up to picture_count. Valid likewise.
    std::span<const Picture> pictures() const;

    /// How far each unit of the repetition under way is, 0 to 1; empty when none is. Valid likewise.
    std::span<const float> unit_progress() const;

    /// Rises whenever anything above has changed.
    std::uint64_t revision() const;

private:
    class Run;
    std::unique_ptr<Run> run_;
};

} // namespace measure

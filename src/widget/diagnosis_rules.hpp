#pragma once

#include <optional>

#include "widget/diagnosis.hpp"
#include "widget/run_lanes.hpp"

/// One rule for each kind of diagnosis: private to diagnosis*.cpp. Each names its thresholds; below them it is silent.
namespace widget::rules {

struct Run {
    const program::Scenario& scenario;
    const program::Results& results;
    RunLanes lanes;
    trace::Nanoseconds end_ns = 0;

    double share_of_run(trace::Nanoseconds ns) const {
        return end_ns > 0 ? static_cast<double>(ns) / static_cast<double>(end_ns) : 0;
    }
    text::Line thread_name(std::size_t thread) const { return text::Line::same(scenario.threads[thread].name); }
    text::Line lock_name(std::size_t lock) const { return text::Line::same(scenario.locks[lock].name); }
};

std::optional<Diagnosis> find_convoy(const Run& run);
std::optional<Diagnosis> find_preempted(const Run& run);
std::optional<Diagnosis> find_across_io(const Run& run);
std::optional<Diagnosis> find_starvation(const Run& run);
std::optional<Diagnosis> find_no_contention(const Run& run);

/// "38": a share in whole percent.
text::Line percent(double share);

} // namespace widget::rules

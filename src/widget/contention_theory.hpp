#pragma once

#include <optional>

#include "program/queueing.hpp"
#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace widget {

/// What queueing theory says of a scenario in which all threads repeat the same work.
struct ContentionTheory {
    program::Contention parameters;
    double bound_per_s = 0;                ///< program::throughput_bound(); infinite where nothing takes time
    std::optional<double> predicted_per_s; ///< without costs of locks and switches, and with cores enough
    text::Line method;                     ///< "exact mean value analysis"
};

/// Nothing where theory has nothing to say: threads that differ, or other instructions.
std::optional<ContentionTheory> theory_of(const program::Scenario& scenario);

/// The same for another number of threads.
ContentionTheory with_threads(const ContentionTheory& theory, int threads);

} // namespace widget

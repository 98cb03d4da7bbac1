#pragma once

#include <cstdint>
#include <vector>

#include "lab/control.hpp"
#include "sim/difference.hpp"
#include "sim/history.hpp"

namespace widget {

/// What changed up to the moment shown, since the step before it or since the marked one.
struct ContentionDifference {
    std::int64_t from = 0; ///< steps
    std::int64_t to = 0;
    bool is_known = true; ///< else the marked step has not been simulated
    std::vector<sim::DifferenceRow> rows;

    /// "바뀐 것: 4단계 → 5단계".
    text::Line heading() const;
    /// The first changes as sentences, and how many more there are.
    text::Line summary() const;
};

/// By the controls "since", "mark" and "code".
ContentionDifference difference_of(const std::vector<lab::Control>& controls, const program::Scenario& scenario,
                                   const sim::History& history);

} // namespace widget

#pragma once

#include <string>
#include <vector>

#include "lab/control.hpp"
#include "measure/sort_experiment.hpp"

namespace widget {

/// Every control of the sorting experiment, in the order in which they are shown.
std::vector<lab::Control> make_sort_controls();

/// What the controls ask for.
measure::SortPlan plan_from(const std::vector<lab::Control>& controls);

/// The control by which the reader predicts how a way does: "predict.threads".
std::string prediction_id(measure::Way way);

} // namespace widget

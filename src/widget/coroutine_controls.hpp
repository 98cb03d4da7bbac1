#pragma once

#include <vector>

#include "lab/control.hpp"

namespace widget {

/// The controls of the coroutine stepper, at the first step of the first lesson. The ranges of `step`, `branch` and
/// `frame` are the widget's to keep.
std::vector<lab::Control> make_coroutine_controls();

} // namespace widget

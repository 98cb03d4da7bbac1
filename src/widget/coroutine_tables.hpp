#pragma once

#include <vector>

#include "lab/description.hpp"

namespace widget {

class CoroutineWidget;

/// What the stepper draws, as tables: the coroutines, their variables, the operations, the branches where there are
/// several, and every byte of the open frame.
std::vector<lab::Table> coroutine_tables(const CoroutineWidget& widget);

} // namespace widget

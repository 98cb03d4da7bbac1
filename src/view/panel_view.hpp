#pragma once

#include <vector>

#include "lab/control.hpp"
#include "view/frame.hpp"
#include "view/paint.hpp"

namespace view {

/// The column of controls: everything whose place is the panel, in order, scrolled where it does not fit. On little
/// room the buttons come first. `progress` as in Description.
void draw_panel(Frame& frame, const Rect& rect, const std::vector<lab::Control>& controls, double progress);

} // namespace view

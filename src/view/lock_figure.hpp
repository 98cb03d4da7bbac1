#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/contention_widget.hpp"

namespace view {

/// Each lock (or GIL) tied to the data that it protects: who has it, who waits in which order, what the data are. As
/// many as fit.
void draw_lock_figure(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

} // namespace view

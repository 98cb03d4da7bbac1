#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/contention_widget.hpp"

namespace view {

/// Throughput against the number of threads: what was simulated, the bound, and queueing theory; the reader's
/// prediction as a dashed stroke. With all kinds of lock each curve has its name at its end.
void draw_curve_figure(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

} // namespace view

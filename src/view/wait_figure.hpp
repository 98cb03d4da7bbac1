#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/contention_widget.hpp"

namespace view {

/// How long locks or, where there is none, GILs were waited for: a histogram on a logarithmic axis with p50, p95 and
/// p99 marked.
void draw_wait_figure(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

} // namespace view

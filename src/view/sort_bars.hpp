#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/sort_widget.hpp"

namespace view {

/// The four ways under one another: name, bar (the time relative to doing it in sequence, every repetition a tick),
/// figures, prediction. Returns the height it took.
float draw_sort_bars(Frame& frame, const Rect& rect, const widget::SortWidget& widget);

/// What Python took elsewhere, on the same scale, labelled as recorded. Returns the height it took.
float draw_recorded_bars(Frame& frame, const Rect& rect);

} // namespace view

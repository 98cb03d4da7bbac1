#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// What each way of reading the file held, over how much was read: a flat line under a ramp. Returns its height.
float draw_memory(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);
/// What of the memory the figure counts, in words.
float draw_what_is_counted(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

} // namespace view

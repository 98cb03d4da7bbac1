#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// Back, forward, step over, the slider over the whole record, which may have the keyboard. Returns its height.
float draw_step_bar(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget, bool& slider_has_focus);

/// What the reader can do to the coroutine, and the prediction. Returns its height.
float draw_operations(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

/// The operations so far and those to come, each with its outcome. Returns its height.
float draw_history(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

} // namespace view

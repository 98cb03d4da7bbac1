#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// Back, forward, step over, the slider over the whole record: a tick wherever somebody is suspended, a question mark
/// wherever a prediction is asked. Returns its height.
float draw_step_bar(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

/// What the reader can do to the coroutine. Returns its height.
float draw_operations(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

/// The question where a prediction is asked, lit; elsewhere a line in its place: what was said and how it came out, or
/// where the next question is. Returns its height, the same for both where there is width.
float draw_prediction(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

/// The operations so far and those to come, each with its prediction and its outcome, and the other branches. Returns
/// its height.
float draw_history(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

} // namespace view

#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// The bytes of the open coroutine's frame, what is known of them marked and named, those that changed lit. Returns its
/// height.
float draw_open_frame(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

} // namespace view

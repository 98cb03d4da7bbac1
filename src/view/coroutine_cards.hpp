#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// The caller and every coroutine, each under whoever resumed it, an arrow between them and on it the value in flight.
/// Returns its height.
float draw_cards(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

} // namespace view

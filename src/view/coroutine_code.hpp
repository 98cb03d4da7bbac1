#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// A program with the line of this step lit, and the lines where other coroutines wait marked. Returns its height.
float draw_lesson_code(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget, lesson::Tongue tongue);

/// What the program has printed so far. Returns its height.
float draw_console(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget);

/// A small heading over a figure. Returns its height.
float draw_heading(const Frame& frame, const Rect& rect, std::string_view heading);

} // namespace view

#pragma once

#include <span>

#include "trace/trace.hpp"
#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/sort_code.hpp"

namespace view {

/// Lines of code with a swatch, in the timeline's colours, beside each line during which a lane is in that state. The
/// lines of `lit` are highlighted (State::idle: none). Returns the height it took.
float draw_code(Frame& frame, const Rect& rect, std::span<const widget::CodeLine> lines, trace::State lit);

} // namespace view

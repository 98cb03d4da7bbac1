#pragma once

#include <imgui.h>

#include "view/quad_painter.hpp"
#include "view/timeline_figure.hpp"

namespace view {

/// A line through all lanes at pixel `pointer.x`, and beside it a small table: the time there, and what each lane was
/// doing. The table never leaves the stage, and never covers the pointer when there is room beside it. When not all
/// lanes fit, those of the group under the pointer are told.
void paint_cursor(ImDrawList& list, QuadPainter& painter, const TimelineFigure& figure, ImVec2 pointer);

} // namespace view

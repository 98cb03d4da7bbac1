#pragma once

#include <imgui.h>

#include <span>

#include "trace/trace.hpp"
#include "view/quad_painter.hpp"
#include "view/theme.hpp"
#include "view/timeline_words.hpp"

namespace view {

/// Colour, pattern and name of each state, in lines no wider than `width`, from `at` down. Returns the height taken.
/// Without a draw list nothing is painted and only the height is found.
float paint_legend(ImDrawList* list, QuadPainter& painter, ImVec2 at, float width, std::span<const trace::State> states,
                   const Theme& theme, const TimelineWords& words);

} // namespace view

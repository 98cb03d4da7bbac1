#pragma once

#include <string_view>

#include "view/frame.hpp"
#include "view/paint.hpp"

namespace view {

/// A small heading over a sunken ground. Returns the ground's place.
Rect draw_figure_frame(Frame& frame, const Rect& rect, std::string_view heading);

/// What stands in a figure that has nothing to show yet.
void draw_nothing_yet(Frame& frame, const Rect& ground, std::string_view words);

/// Strokes with gaps of the same length.
void dashed_line(ImDrawList* list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float stroke);

} // namespace view

#pragma once

#include <imgui.h>

#include <span>

#include "view/paint.hpp"
#include "view/strip_painter.hpp"

namespace view {

/// The array itself, at ImGui's cursor, `size` pixels large: its values, 0 to 1, in order of their places.
void draw_strip(StripPainter& painter, std::span<const float> values, ImVec2 size, const Theme& theme);

} // namespace view

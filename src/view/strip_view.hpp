#pragma once

#include <imgui.h>

#include <span>
#include <vector>

#include "view/paint.hpp"
#include "view/strip_painter.hpp"

namespace view {

/// The array itself, at ImGui's cursor, `size` pixels large: `pictures` of it in order of time (values 0 to 1), seen at
/// `position`, 0 the first and 1 the last; between two pictures one becomes the other. Without pictures, an empty
/// ground.
void draw_strip(StripPainter& painter, std::span<const std::vector<float>> pictures, float position, ImVec2 size,
                const Theme& theme);

} // namespace view

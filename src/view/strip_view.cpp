#include "view/strip_view.hpp"

#include <array>

namespace view {

void draw_strip(StripPainter& painter, std::span<const float> values, ImVec2 size, const Theme& theme) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, size.x, size.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::Dummy(size);
    fill_rect(&list, rect, theme.sunken, 6);
    // From Okabe–Ito's blue to its orange, over a grey between them in lightness.
    const std::array<ImU32, 3> colours = {theme.dark ? IM_COL32(43, 120, 190, 255) : IM_COL32(0, 88, 142, 255),
                                          theme.dark ? IM_COL32(150, 152, 150, 255) : IM_COL32(128, 134, 138, 255),
                                          theme.dark ? IM_COL32(246, 186, 60, 255) : IM_COL32(230, 159, 0, 255)};
    const Rect inside = rect.inset(space::xs);
    painter.paint(list, inside.min(), inside.max(), {values, colours});
}

} // namespace view

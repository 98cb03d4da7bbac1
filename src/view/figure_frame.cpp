#include "view/figure_frame.hpp"

#include <algorithm>
#include <cmath>

namespace view {

Rect draw_figure_frame(Frame& frame, const Rect& rect, std::string_view heading) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    paint_text(list, frame.theme.fonts.semibold, type::small, frame.theme.text, {rect.x, rect.y, rect.w, 22}, heading);
    const Rect ground{rect.x, rect.y + 24, rect.w, rect.h - 24};
    fill_rect(list, ground, frame.theme.sunken, 6);
    return ground;
}

void draw_nothing_yet(Frame& frame, const Rect& ground, std::string_view words) {
    const float width = ground.w - 2 * space::l;
    const float height = text_size(frame.theme.fonts.regular, type::small, words, width).y;
    paint_wrapped(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
                  {ground.x + space::l, ground.y + (ground.h - height) / 2}, width, words);
}

void dashed_line(ImDrawList* list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float stroke) {
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float length = std::sqrt(dx * dx + dy * dy);
    for (float at = 0; at < length; at += 2 * stroke) {
        const float end = std::min(at + stroke, length);
        list->AddLine({from.x + dx * at / length, from.y + dy * at / length},
                      {from.x + dx * end / length, from.y + dy * end / length}, colour, thickness);
    }
}

} // namespace view

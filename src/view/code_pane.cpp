#include "view/code_pane.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace view {

float draw_code(Frame& frame, const Rect& rect, std::span<const ShownLine> lines) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float gutter = 30;
    std::size_t longest = 1;
    for (const ShownLine& line : lines) longest = std::max(longest, line.text.size());
    const float advance = text_size(theme.fonts.mono, 100, "0").x / 100;
    const float size =
        std::clamp((rect.w - gutter - space::m) / (advance * static_cast<float>(longest)), 10.5f, type::small + 1);
    const float line_height = std::round(size * 1.55f);
    const float height = line_height * static_cast<float>(lines.size()) + 2 * space::s;
    fill_rect(list, {rect.x, rect.y, rect.w, height}, theme.sunken, 8);
    float y = rect.y + space::s;
    int number = 0;
    for (const ShownLine& line : lines) {
        ++number;
        const bool has_state = line.state != trace::State::idle;
        if (line.is_lit) fill_rect(list, {rect.x, y, rect.w, line_height}, faded(theme.accent, 0.18f));
        if (has_state) fill_rect(list, {rect.x + 4, y + 3, 4, line_height - 6}, theme.state_colour(line.state), 2);
        char digits[16];
        std::snprintf(digits, sizeof digits, "%d", number);
        paint_text(list, theme.fonts.mono, size - 1.5f, theme.muted, {rect.x, y, gutter - 7, line_height}, digits,
                   Align::right);
        const std::size_t first = line.text.find_first_not_of(' ');
        const bool comment = first != std::string_view::npos && line.text[first] == '#';
        paint_text(list, theme.fonts.mono, size, comment ? theme.muted : theme.text,
                   {rect.x + gutter, y, rect.w - gutter - space::xs, line_height}, line.text);
        y += line_height;
    }
    return height;
}

} // namespace view

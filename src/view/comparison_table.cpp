#include <array>
#include <string>

#include "view/contention_parts.hpp"

namespace view {

float draw_comparison(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown) {
    lab::Description description;
    shown.here()->describe(shown.results(), description);
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    constexpr float row = 21;
    constexpr std::array parts = {0.4f, 0.21f, 0.21f, 0.18f};
    float y = rect.y;
    const auto draw_row = [&](const std::vector<text::Line>& cells, ImFont* font, ImU32 ink) {
        float x = rect.x;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const float width = rect.w * parts.at(i);
            paint_text(list, font, type::small, ink, {x, y, width - space::s, row}, frame.in(cells[i]),
                       i == 0 ? Align::left : Align::right);
            x += width;
        }
        y += row;
        list->AddLine({rect.x, y}, {rect.right(), y}, theme.line);
    };
    for (const lab::Table& table : description.tables) {
        draw_row(table.columns, theme.fonts.semibold, theme.muted);
        for (const auto& cells : table.rows) draw_row(cells, theme.fonts.regular, theme.text);
    }
    return y - rect.y;
}

} // namespace view

#include "view/timeline_legend.hpp"

#include <vector>

#include "view/timeline_figure.hpp"

namespace view {
namespace {

constexpr ImVec2 swatch(24, 14);
constexpr float line_height = 22;

} // namespace

float paint_legend(ImDrawList* list, QuadPainter& painter, ImVec2 at, float width, std::span<const trace::State> states,
                   const Theme& theme, const TimelineWords& words) {
    std::vector<Quad> quads;
    ImVec2 pen(0, 0);
    for (const trace::State state : states) {
        const ImVec2 size = text_size(theme.fonts.regular, type::small, words.state(state));
        const float entry = swatch.x + space::s + size.x;
        if (pen.x > 0 && pen.x + entry > width) pen = {0, pen.y + line_height};
        const float top = pen.y + (line_height - swatch.y) / 2;
        quads.push_back(state_quad(theme, state, {pen.x, top}, {pen.x + swatch.x, top + swatch.y}));
        if (list)
            paint_text(list, theme.fonts.regular, type::small, theme.text,
                       {at.x + pen.x + swatch.x + space::s, at.y + pen.y, size.x, line_height}, words.state(state));
        pen.x += entry + space::l;
    }
    if (list) painter.paint(*list, quads, {at, 0, theme.background});
    return states.empty() ? 0 : pen.y + line_height;
}

} // namespace view

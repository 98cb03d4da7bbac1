#include "view/timeline_legend.hpp"

#include <string_view>
#include <vector>

#include "view/timeline_figure.hpp"

namespace view {
namespace {

constexpr ImVec2 swatch(24, 14);
constexpr float event_sign = 10;
constexpr float line_height = 22;

} // namespace

float paint_legend(ImDrawList* list, QuadPainter& painter, ImVec2 at, float width, const Legend& legend,
                   const Theme& theme, const TimelineWords& words) {
    std::vector<Quad> quads;
    ImVec2 pen(0, 0);
    /// Writes the name behind a sign of this width and returns where the sign belongs.
    const auto add = [&](float sign, std::string_view name) {
        const ImVec2 size = text_size(theme.fonts.regular, type::small, name);
        const float entry = sign + space::s + size.x;
        if (pen.x > 0 && pen.x + entry > width) pen = {0, pen.y + line_height};
        const ImVec2 place = pen;
        if (list)
            paint_text(list, theme.fonts.regular, type::small, theme.text,
                       {at.x + pen.x + sign + space::s, at.y + pen.y, size.x, line_height}, name);
        pen.x += entry + space::l;
        return place;
    };
    for (const trace::State state : legend.states) {
        const ImVec2 place = add(swatch.x, words.state(state));
        const float top = place.y + (line_height - swatch.y) / 2;
        quads.push_back(state_quad(theme, state, {place.x, top}, {place.x + swatch.x, top + swatch.y}));
    }
    for (const trace::Event event : legend.events) {
        const ImVec2 place = add(event_sign, words.event(event));
        if (list)
            paint_event(*list, theme, event, true,
                        {at.x + place.x + event_sign / 2, at.y + place.y + line_height / 2 - 3});
    }
    if (list) painter.paint(*list, quads, {at, 0, theme.background});
    return legend.states.empty() && legend.events.empty() ? 0 : pen.y + line_height;
}

} // namespace view

#pragma once

#include <string_view>

#include "view/theme.hpp"

/// Small brushes that every part uses. Positions are canvas pixels.
namespace view {

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {x + w, y + h}; }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};

enum class Align { left, centre, right };

ImVec2 text_size(ImFont* font, float size, std::string_view text, float wrap = 0);

/// One line, cut with an ellipsis where it would leave `rect`; vertically in the middle. Returns its width.
float paint_text(ImDrawList* list, ImFont* font, float size, ImU32 colour, const Rect& rect, std::string_view text,
                 Align align = Align::left);

/// As many lines as it needs. Returns its height.
float paint_wrapped(ImDrawList* list, ImFont* font, float size, ImU32 colour, ImVec2 at, float width,
                    std::string_view text);

void fill_rect(ImDrawList* list, const Rect& rect, ImU32 colour, float rounding = 0);
void frame_rect(ImDrawList* list, const Rect& rect, ImU32 colour, float rounding = 0, float thickness = 1);

/// An invisible place of this size in ImGui's layout, so that it knows how far a scrolled area reaches.
void reserve(const Rect& rect);

} // namespace view

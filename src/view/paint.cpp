#include "view/paint.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>

namespace view {
namespace {

/// How many bytes of `text` fit into `width`; never cuts a UTF-8 character.
std::size_t fitting(ImFont* font, float size, std::string_view text, float width) {
    std::size_t low = 0;
    std::size_t high = text.size();
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        if (text_size(font, size, text.substr(0, middle)).x <= width)
            low = middle;
        else
            high = middle - 1;
    }
    while (low > 0 && low < text.size() && (static_cast<unsigned char>(text[low]) & 0xc0) == 0x80) --low;
    return low;
}

} // namespace

ImVec2 text_size(ImFont* font, float size, std::string_view text, float wrap) {
    return font->CalcTextSizeA(size, FLT_MAX, wrap, text.data(), text.data() + text.size());
}

float paint_text(ImDrawList* list, ImFont* font, float size, ImU32 colour, const Rect& rect, std::string_view text,
                 Align align) {
    std::string cut;
    ImVec2 extent = text_size(font, size, text);
    if (extent.x > rect.w + 0.5f) {
        const float ellipsis = text_size(font, size, "…").x;
        cut = std::string(text.substr(0, fitting(font, size, text, std::max(0.0f, rect.w - ellipsis)))) + "…";
        text = cut;
        extent = text_size(font, size, text);
    }
    float x = rect.x;
    if (align == Align::centre) x += (rect.w - extent.x) / 2;
    if (align == Align::right) x += rect.w - extent.x;
    const ImVec2 at{std::round(x), std::round(rect.y + (rect.h - extent.y) / 2)};
    list->AddText(font, size, at, colour, text.data(), text.data() + text.size());
    return extent.x;
}

float paint_wrapped(ImDrawList* list, ImFont* font, float size, ImU32 colour, ImVec2 at, float width,
                    std::string_view text) {
    list->AddText(font, size, at, colour, text.data(), text.data() + text.size(), width);
    return text_size(font, size, text, width).y;
}

void fill_rect(ImDrawList* list, const Rect& rect, ImU32 colour, float rounding) {
    if (rect.w > 0 && rect.h > 0) list->AddRectFilled(rect.min(), rect.max(), colour, rounding);
}

void frame_rect(ImDrawList* list, const Rect& rect, ImU32 colour, float rounding, float thickness) {
    list->AddRect(rect.min(), rect.max(), colour, rounding, 0, thickness);
}

void reserve(const Rect& rect) {
    ImGui::SetCursorScreenPos(rect.min());
    ImGui::Dummy({std::max(1.0f, rect.w), std::max(1.0f, rect.h)});
}

} // namespace view

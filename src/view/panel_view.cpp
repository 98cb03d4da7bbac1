#include "view/panel_view.hpp"

#include <algorithm>
#include <string_view>

#include "view/control_view.hpp"

namespace view {
namespace {

using lab::Control;
using lab::Kind;
using Row = std::vector<const Control*>;

bool is_button(const Control& control) {
    return control.kind == Kind::button;
}

/// The primary button takes twice the room of another.
float weight_of(const Control& control) {
    return control.primary ? 2 : 1;
}

/// Its width in a row of this width.
float width_in(const Row& row, const Control& control, float width) {
    float total = 0;
    for (const Control* each : row) total += weight_of(*each);
    return (width - space::s * static_cast<float>(row.size() - 1)) * weight_of(control) / total;
}

/// Whether each button of a row has room for its label.
bool has_room(const Frame& frame, const Row& row, float width) {
    return std::ranges::all_of(row, [&](const Control* control) {
        ImFont* const font = control->primary ? frame.theme.fonts.semibold : frame.theme.fonts.regular;
        const float label = text_size(font, type::body, frame.in(control->label)).x;
        return label + 2 * space::xs <= width_in(row, *control, width);
    });
}

/// Buttons share a row as long as their labels have room in it, where there is little width without the primary one;
/// two short fields share a row; anything else has one to itself.
std::vector<Row> arrange(const Frame& frame, const std::vector<Control>& controls, float width) {
    const bool buttons_first = frame.shape != Shape::wide;
    const bool primary_alone = width < 260;
    std::vector<const Control*> order;
    for (const Control& control : controls)
        if (control.place == lab::Place::panel && !control.moot) order.push_back(&control);
    if (buttons_first) std::ranges::stable_partition(order, [](const Control* control) { return is_button(*control); });
    std::vector<Row> rows;
    for (const Control* control : order) {
        if (!rows.empty()) {
            Row together = rows.back();
            together.push_back(control);
            const Control& first = *together.front();
            const bool joins = is_button(*control) && is_button(first)
                                   ? !(primary_alone && first.primary) && has_room(frame, together, width)
                                   : together.size() == 2 && control->half && first.half;
            if (joins) {
                rows.back() = together;
                continue;
            }
        }
        rows.push_back({control});
    }
    return rows;
}

float tallest(const Frame& frame, const Row& row) {
    float height = 0;
    for (const Control* control : row) height = std::max(height, control_height(frame, *control));
    return height;
}

void draw_row(Frame& frame, const Row& row, float x, float y, float width, ImVec2 origin) {
    for (const Control* control : row) {
        const float w = width_in(row, *control, width);
        // Fields stand in one line; a label above one of them has nothing beside it.
        const float height = control_height(frame, *control);
        draw_control(frame, *control, {x, y + tallest(frame, row) - height, w, height}, "panel", origin);
        x += w + space::s;
    }
}

void draw_progress(const Frame& frame, float x, float y, float width, double progress) {
    const Rect bar{x, y, width, 4};
    fill_rect(ImGui::GetWindowDrawList(), bar, frame.theme.line, 2);
    fill_rect(ImGui::GetWindowDrawList(), {x, y, width * static_cast<float>(progress), 4}, frame.theme.accent, 2);
}

/// Scrolls so that the control that has the keyboard is seen.
void follow_focus(Frame& frame, float height) {
    if (frame.outside.focused.empty()) return;
    for (const PlacedControl& placed : frame.placement.controls) {
        if (placed.id != frame.outside.focused || placed.region != "panel") continue;
        const float scroll = ImGui::GetScrollY();
        const float wanted = std::clamp(scroll, placed.y + placed.h + space::l - height, placed.y - space::xl);
        if (wanted != scroll) ImGui::SetScrollY(std::max(0.0f, wanted));
    }
    frame.outside.focused.clear();
}

} // namespace

void draw_panel(Frame& frame, const Rect& rect, const std::vector<Control>& controls, double progress) {
    ImGui::SetCursorScreenPos(rect.min());
    ImGui::BeginChild("panel", {rect.w, rect.h}, ImGuiChildFlags_None,
                      frame.outside.has_fields ? ImGuiWindowFlags_NoScrollbar : ImGuiWindowFlags_None);
    if (frame.outside.panel_scroll >= 0) {
        ImGui::SetScrollY(frame.outside.panel_scroll);
        frame.outside.panel_scroll = -1;
    }
    const float scroll = ImGui::GetScrollY();
    const ImVec2 origin{rect.x, rect.y - scroll};
    const float padding = space::l;
    const float width = rect.w - 2 * padding;
    float y = origin.y + space::m;
    for (const Row& row : arrange(frame, controls, width)) {
        draw_row(frame, row, rect.x + padding, y, width, origin);
        y += tallest(frame, row);
        if (row.front()->primary && progress >= 0) draw_progress(frame, rect.x + padding, y + 4, width, progress);
        y += space::m;
    }
    reserve({rect.x, y, width, 1});
    follow_focus(frame, rect.h);
    frame.placement.regions.push_back({"panel", rect.x, rect.y, rect.w, rect.h, y - origin.y, scroll});
    ImGui::EndChild();
}

} // namespace view

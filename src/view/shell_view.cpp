#include "view/shell_view.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "view/control_view.hpp"
#include "view/panel_view.hpp"

namespace view {
namespace {

using lab::Control;
using lab::Place;

std::vector<const Control*> at(const std::vector<Control>& controls, Place place) {
    std::vector<const Control*> found;
    for (const Control& control : controls)
        if (control.place == place) found.push_back(&control);
    return found;
}

/// Notices as cards with a coloured edge. Returns the height they took.
float draw_notices(Frame& frame, const Rect& rect, const std::vector<text::Line>& notices) {
    const Theme& theme = frame.theme;
    float y = rect.y;
    for (const text::Line& notice : notices) {
        const float width = rect.w - 2 * space::m - 4;
        const float height = text_size(theme.fonts.regular, type::body, frame.in(notice), width).y + 2 * space::s;
        ImDrawList* list = ImGui::GetWindowDrawList();
        fill_rect(list, {rect.x, y, rect.w, height}, faded(theme.bad, 0.10f), 6);
        fill_rect(list, {rect.x, y, 4, height}, theme.bad, 2);
        paint_wrapped(list, theme.fonts.regular, type::body, theme.text, {rect.x + space::m + 4, y + space::s}, width,
                      frame.in(notice));
        y += height + space::s;
    }
    return y - rect.y;
}

/// Where the footer has no room for them, its buttons stand at the end of the stage; a compact one keeps the link.
bool is_in_footer(Shape shape, const Control& control) {
    return shape == Shape::wide || (shape == Shape::compact && control.id == "copy_link");
}

/// Buttons in rows of at most three. Returns the height they took.
float draw_footer_grid(Frame& frame, const Rect& rect, const std::vector<const Control*>& shown) {
    const std::size_t rows = (shown.size() + 2) / 3;
    float y = rect.y;
    for (std::size_t row = 0, first = 0; row < rows; ++row) {
        const std::size_t end = shown.size() * (row + 1) / rows;
        const auto count = static_cast<float>(end - first);
        const float width = (rect.w - space::s * (count - 1)) / count;
        float x = rect.x;
        for (; first < end; ++first, x += width + space::s)
            draw_control(frame, *shown[first], {x, y, width, space::touch});
        y += space::touch + space::s;
    }
    return y - rect.y;
}

} // namespace

Shape shape_of(float width, float height) {
    if (width < 600) return Shape::narrow;
    return height < 560 || width < 900 ? Shape::compact : Shape::wide;
}

void ShellView::draw(Frame& frame, Stage& stage, const lab::Description& description,
                     const std::vector<Control>& controls, const text::Line& refusal) {
    const Theme& theme = frame.theme;
    const float width = frame.size.x;
    const float height = frame.size.y;
    const bool narrow = frame.shape == Shape::narrow;
    const float bar = narrow ? 52 : 48;
    const float footer = narrow ? 0 : 44;
    draw_bar(frame, {0, 0, width, bar}, stage, description, controls);
    ImGui::GetWindowDrawList()->AddLine({0, bar - 0.5f}, {width, bar - 0.5f}, theme.line);
    if (narrow) {
        const float sheet = sheet_open_ ? std::min(height * 0.6f, 420.0f) : 92;
        draw_stage(frame, {0, bar, width, height - bar - sheet}, stage, description, controls, refusal);
        draw_sheet(frame, {0, height - sheet, width, sheet}, description, controls);
        return;
    }
    const float column = frame.shape == Shape::compact ? std::clamp(width * 0.34f, 216.0f, 300.0f) : 336;
    draw_stage(frame, {0, bar, width - column, height - bar - footer}, stage, description, controls, refusal);
    draw_column(frame, {width - column, bar, column, height - bar - footer}, stage, description, controls);
    ImGui::GetWindowDrawList()->AddLine({width - column, bar}, {width - column, height - footer}, theme.line);
    draw_footer(frame, {0, height - footer, width, footer}, description, controls, refusal);
}

void ShellView::draw_bar(Frame& frame, const Rect& rect, const Stage& stage, const lab::Description& description,
                         const std::vector<Control>& controls) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool narrow = frame.shape == Shape::narrow;
    float right = rect.right() - (narrow ? space::s : space::l);
    const auto shown = at(controls, Place::bar);
    const Control* experiment = nullptr;
    for (auto control = shown.rbegin(); control != shown.rend(); ++control) {
        if ((*control)->id == "w") {
            experiment = *control;
            continue;
        }
        const float width = narrow ? 88 : 104;
        const float height = narrow ? space::touch : 34;
        draw_control(frame, **control, {right - width, rect.y + (rect.h - height) / 2, width, height});
        right -= width + space::s;
    }
    float x = rect.x + space::l;
    if (frame.shape == Shape::wide) {
        x += paint_text(list, theme.fonts.semibold, type::lead, theme.accent, {x, rect.y, 200, rect.h}, "Interleave");
        x += space::m;
        x += paint_text(list, theme.fonts.regular, type::lead, theme.muted, {x, rect.y, 20, rect.h}, "›") + space::m;
    }
    if (experiment != nullptr) {
        const float wanted = text_size(theme.fonts.semibold, type::lead, frame.in(description.title)).x + 44;
        const float height = narrow ? space::touch : 34;
        x -= space::m; // the title's text, not the control's edge, stands where a title stood
        const float width = std::min(wanted, right - x - space::s);
        draw_control(frame, *experiment, {x, rect.y + (rect.h - height) / 2, width, height}, "", {0, 0},
                     Painted::title);
        x += width + space::m;
    } else {
        x += paint_text(list, theme.fonts.semibold, type::lead, theme.text, {x, rect.y, right - x, rect.h},
                        frame.in(description.title)) +
             space::xl;
    }
    const std::string status = frame.in(stage.status());
    constexpr float status_size = type::small + 0.5f;
    const Rect room{x, rect.y, right - x - space::s, rect.h};
    if (!narrow && text_size(theme.fonts.regular, status_size, status).x <= room.w) // whole, or not at all
        paint_text(list, theme.fonts.regular, status_size, theme.muted, room, status, Align::right);
}

void ShellView::draw_stage(Frame& frame, const Rect& rect, Stage& stage, const lab::Description& description,
                           const std::vector<Control>& controls, const text::Line& refusal) {
    ImGui::SetCursorScreenPos(rect.min());
    ImGui::BeginChild("stage", {rect.w, rect.h}, ImGuiChildFlags_None, ImGuiWindowFlags_None);
    const float margin = frame.shape == Shape::wide ? space::xl : space::l;
    const float scroll = ImGui::GetScrollY();
    const Rect room{rect.x + margin, rect.y + space::m - scroll, rect.w - 2 * margin, rect.h - 2 * space::m};
    float y = room.y;
    if (!frame.outside.has_fields) y += draw_notices(frame, room, description.notices); // a page shows them itself
    if (frame.shape == Shape::narrow) {
        const bool refused = !refusal.empty();
        y += paint_wrapped(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::body,
                           refused ? frame.theme.bad : frame.theme.muted, {room.x, y}, room.w,
                           frame.in(refused ? refusal : description.sentence)) +
             space::m;
    }
    y += stage.draw(frame, {room.x, y, room.w, room.bottom() - y});
    if (frame.shape != Shape::wide) {
        y += space::l;
        y += stage.draw_side(frame, {room.x, y, room.w, 0}) + space::l;
    }
    auto buttons = at(controls, Place::footer);
    std::erase_if(buttons, [&](const Control* each) { return is_in_footer(frame.shape, *each); });
    if (!buttons.empty()) y += draw_footer_grid(frame, {room.x, y, room.w, 0}, buttons) + space::l;
    reserve({room.x, y - 1, room.w, 1});
    if (const float pulled = std::exchange(frame.outside.pulled, 0.0f); pulled != 0)
        ImGui::SetScrollY(ImGui::GetScrollY() - pulled);
    stage_drag_.draw(frame);
    frame.outside.has_entered = false;
    ImGui::EndChild();
}

void ShellView::draw_column(Frame& frame, const Rect& rect, Stage& stage, const lab::Description& description,
                            const std::vector<Control>& controls) {
    float panel = rect.h;
    if (frame.shape == Shape::wide) {
        panel = 0;
        float rows = 0;
        for (const Control* control : at(controls, Place::panel)) {
            if (control->kind == lab::Kind::button || control->moot) continue;
            rows += (control_height(frame, *control) + space::m) * (control->half ? 0.5f : 1.0f);
        }
        panel = std::min(rows + frame.row_height() + 3 * space::m, rect.h * 0.5f);
    }
    draw_panel(frame, {rect.x, rect.y, rect.w, panel}, controls, description.progress);
    if (frame.shape != Shape::wide) return;
    ImGui::GetWindowDrawList()->AddLine({rect.x, rect.y + panel}, {rect.right(), rect.y + panel}, frame.theme.line);
    ImGui::SetCursorScreenPos({rect.x, rect.y + panel + 1});
    ImGui::BeginChild("side", {rect.w, rect.h - panel - 1});
    const float top = rect.y + panel + space::m - ImGui::GetScrollY();
    const float used = stage.draw_side(frame, {rect.x + space::l, top, rect.w - 2 * space::l, rect.h - panel});
    reserve({rect.x, top + used + space::s, 1, 1});
    column_drag_.draw(frame);
    ImGui::EndChild();
}

void ShellView::draw_sheet(Frame& frame, const Rect& rect, const lab::Description& description,
                           const std::vector<Control>& controls) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    fill_rect(list, rect, theme.surface);
    list->AddLine(rect.min(), {rect.right(), rect.y}, theme.line);
    constexpr float handle = 28;
    ImGui::SetCursorScreenPos(rect.min());
    if (ImGui::InvisibleButton("sheet", {rect.w, handle})) sheet_open_ = !sheet_open_;
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 12)) {
        sheet_open_ = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left).y < 0;
    }
    fill_rect(list, {rect.x + rect.w / 2 - 22, rect.y + 11, 44, 5}, theme.line, 3);
    draw_panel(frame, {rect.x, rect.y + handle - 8, rect.w, rect.h - handle + 8}, controls, description.progress);
}

void ShellView::draw_footer(Frame& frame, const Rect& rect, const lab::Description& description,
                            const std::vector<Control>& controls, const text::Line& refusal) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(rect.min(), {rect.right(), rect.y}, theme.line);
    float right = rect.right() - space::l;
    const auto shown = at(controls, Place::footer);
    for (auto control = shown.rbegin(); control != shown.rend(); ++control) {
        if (!is_in_footer(frame.shape, **control)) continue;
        const float width =
            text_size(theme.fonts.regular, type::small + 1, frame.in((*control)->label)).x + 2 * space::m;
        draw_control(frame, **control, {right - width, rect.y + 5, width, rect.h - 10}, "", {0, 0}, Painted::quiet);
        right -= width + space::xs;
    }
    const bool refused = !refusal.empty();
    paint_text(list, theme.fonts.regular, type::body, refused ? theme.bad : theme.text,
               {rect.x + space::l, rect.y, right - rect.x - 2 * space::l, rect.h},
               frame.in(refused ? refusal : description.sentence));
}

} // namespace view

#include "view/control_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace view {
namespace {

using lab::Control;
using lab::Kind;

constexpr float label_height = 20;
constexpr float rounding = 7;
constexpr float least_popup = 120;
constexpr float popup_row = 28;
constexpr std::size_t most_number = 64; ///< bytes that a field takes
constexpr std::size_t most_text = 64 * 1024 + 1;

struct Touch {
    bool hovered = false;
    bool held = false;
    bool clicked = false;
};

/// An invisible button of ImGui's, joined with what the page's own element over it tells.
Touch touch(Frame& frame, const std::string& id, const Rect& rect, bool enabled) {
    ImGui::SetCursorScreenPos(rect.min());
    ImGui::BeginDisabled(!enabled);
    const bool clicked = ImGui::InvisibleButton(id.c_str(), {rect.w, rect.h}, ImGuiButtonFlags_EnableNav);
    Touch touch{ImGui::IsItemHovered() || frame.outside.hovered == id, ImGui::IsItemActive(), clicked};
    touch.held = touch.held || frame.outside.pressed == id;
    ImGui::EndDisabled();
    return touch;
}

void show_hint(const Frame& frame, const Control& control) {
    const text::Line& words = control.enabled() ? control.hint : control.why_not;
    if (words.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled | ImGuiHoveredFlags_DelayNormal))
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {space::m, space::s});
    if (ImGui::BeginTooltip()) {
        ImGui::PushTextWrapPos(300);
        ImGui::TextUnformatted(frame.in(words));
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar();
}

void draw_button(Frame& frame, const Control& control, const Rect& rect, Painted painted) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Touch state = touch(frame, control.id, rect, control.enabled());
    if (state.clicked) frame.press(control.id);
    show_hint(frame, control);
    ImU32 ground = control.primary ? theme.accent : theme.surface;
    ImU32 ink = control.primary ? theme.on_accent : theme.text;
    if (state.hovered) ground = control.primary ? faded(theme.accent, 0.88f) : theme.sunken;
    if (state.held) ground = control.primary ? faded(theme.accent, 0.75f) : theme.line;
    if (!control.enabled()) {
        ground = theme.sunken;
        ink = faded(theme.muted, 0.75f);
    }
    if (painted != Painted::quiet || state.hovered) fill_rect(list, rect, ground, rounding);
    if (painted != Painted::quiet && !(control.primary && control.enabled()))
        frame_rect(list, rect, theme.line, rounding);
    paint_text(list, control.primary ? theme.fonts.semibold : theme.fonts.regular,
               painted == Painted::quiet ? type::small + 1 : type::body, ink, rect.inset(space::xs),
               frame.in(control.label), Align::centre);
}

void draw_toggle(Frame& frame, const Control& control, const Rect& rect) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool on = control.value == "true";
    const Touch state = touch(frame, control.id, rect, control.enabled());
    if (state.clicked) frame.set(control.id, on ? "false" : "true");
    show_hint(frame, control);
    const Rect box{rect.x, rect.y + (rect.h - 20) / 2, 34, 20};
    const float ink = control.enabled() ? 1.0f : 0.5f;
    fill_rect(list, box, faded(on ? theme.accent : theme.line, ink), 10);
    if (state.hovered) frame_rect(list, box, theme.accent, 10);
    list->AddCircleFilled({on ? box.right() - 10 : box.x + 10, box.y + 10}, 7, faded(theme.surface, ink));
    paint_text(list, theme.fonts.regular, type::body, control.enabled() ? theme.text : theme.muted,
               {box.right() + space::s, rect.y, rect.w - 34 - space::s, rect.h}, frame.in(control.label));
}

/// "10000000" → "10,000,000" for reading; the page and the keyboard use the plain form.
std::string for_reading(const Frame& frame, const Control& control) {
    std::string shown = control.value;
    if (control.kind == Kind::text) return shown;
    if (control.step == 1) shown = text::grouped(std::atoll(shown.c_str())).en;
    if (!control.unit.empty()) shown += std::string(" ") + frame.in(control.unit);
    return shown;
}

void draw_number(Frame& frame, const Control& control, const Rect& rect) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool hovered = frame.outside.hovered == control.id;
    fill_rect(list, rect, control.enabled() ? theme.surface : theme.sunken, rounding);
    const ImU32 ink = control.enabled() ? theme.text : theme.muted;
    bool editing = false;
    if (!frame.outside.has_fields) {
        std::string buffer = control.value;
        buffer.resize(control.kind == Kind::text ? most_text : most_number); // ImGui writes into it
        ImGui::SetCursorScreenPos({rect.x + space::xs, rect.y + (rect.h - ImGui::GetFrameHeight()) / 2});
        ImGui::SetNextItemWidth(rect.w - 2 * space::xs);
        ImGui::BeginDisabled(!control.enabled());
        const ImGuiID id = ImGui::GetID(control.id.c_str());
        // While it is not being edited our own text, with its grouping, is painted instead of ImGui's.
        bool* was_editing = ImGui::GetStateStorage()->GetBoolRef(id, false);
        ImGui::PushStyleVar(ImGuiStyleVar_DisabledAlpha, 1.0f);
        ImGui::PushStyleColor(ImGuiCol_Text, *was_editing ? ink : 0);
        ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
        ImGui::PushStyleColor(ImGuiCol_FrameBgHovered, 0);
        ImGui::PushStyleColor(ImGuiCol_FrameBgActive, 0);
        ImGui::InputText(control.id.c_str(), buffer.data(), buffer.size(), ImGuiInputTextFlags_AutoSelectAll);
        editing = *was_editing;
        *was_editing = ImGui::IsItemActive();
        if (ImGui::IsItemDeactivatedAfterEdit()) frame.set(control.id, buffer.c_str());
        show_hint(frame, control);
        ImGui::PopStyleColor(4);
        ImGui::PopStyleVar();
        ImGui::EndDisabled();
    }
    frame_rect(list, rect, editing || hovered ? theme.accent : theme.line, rounding, editing ? 2.0f : 1.0f);
    if (!editing)
        paint_text(list, theme.fonts.regular, type::body, ink,
                   {rect.x + space::m, rect.y, rect.w - 2 * space::m, rect.h}, for_reading(frame, control));
}

const lab::Option* chosen(const Control& control) {
    for (const lab::Option& option : control.options)
        if (option.value == control.value) return &option;
    return nullptr;
}

/// In one line, or smaller in two where a phone leaves no room for it.
void paint_title(const Frame& frame, const Rect& rect, std::string_view title) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = frame.theme.fonts.semibold;
    if (text_size(font, type::lead, title).x <= rect.w) {
        paint_text(list, font, type::lead, frame.theme.text, rect, title);
        return;
    }
    const float height = text_size(font, type::small, title, rect.w).y;
    paint_wrapped(list, font, type::small, frame.theme.text, {rect.x, std::round(rect.y + (rect.h - height) / 2)},
                  rect.w, title);
}

void draw_dropdown(Frame& frame, const Control& control, const Rect& rect, Painted painted) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Touch state = touch(frame, control.id, rect, control.enabled());
    show_hint(frame, control);
    const bool is_title = painted == Painted::title;
    if (!is_title || state.hovered) {
        const bool is_sunken = state.hovered || !control.enabled();
        fill_rect(list, rect, is_sunken ? theme.sunken : theme.surface, rounding);
        frame_rect(list, rect, state.hovered ? theme.accent : theme.line, rounding);
    }
    if (const lab::Option* option = chosen(control)) {
        const Rect words{rect.x + space::m, rect.y, rect.w - 32, rect.h};
        if (is_title)
            paint_title(frame, words, frame.in(option->label));
        else
            paint_text(list, theme.fonts.regular, type::body, control.enabled() ? theme.text : theme.muted, words,
                       frame.in(option->label));
    }
    const ImVec2 tip{rect.right() - 14, rect.y + rect.h / 2 + 2};
    list->AddTriangleFilled({tip.x - 4, tip.y - 4}, {tip.x + 4, tip.y - 4}, {tip.x, tip.y + 1}, theme.muted);
    const std::string popup = control.id + ".popup";
    if (state.clicked) ImGui::OpenPopup(popup.c_str());
    ImGui::SetNextWindowPos({rect.x, rect.bottom() + space::xs});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {space::s, space::s});
    if (ImGui::BeginPopup(popup.c_str())) {
        for (const lab::Option& option : control.options)
            if (ImGui::Selectable(frame.in(option.label), option.value == control.value, 0,
                                  {std::max(rect.w, least_popup) - 2 * space::s, popup_row}))
                frame.set(control.id, option.value);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

/// One segment an option; an option without a value ("not yet") is the absence of a choice and has none.
void draw_segments(Frame& frame, const Control& control, const Rect& rect) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float count = 0;
    for (const lab::Option& option : control.options) count += option.value.empty() ? 0.0f : 1.0f;
    fill_rect(list, rect, theme.sunken, rounding);
    frame_rect(list, rect, frame.outside.hovered == control.id ? theme.accent : theme.line, rounding);
    float x = rect.x;
    for (const lab::Option& option : control.options) {
        if (option.value.empty()) continue;
        const Rect segment{x, rect.y, rect.w / count, rect.h};
        const bool on = option.value == control.value;
        const Touch state = touch(frame, control.id + "." + option.value, segment, control.enabled());
        if (state.clicked) frame.set(control.id, option.value);
        show_hint(frame, control);
        if (on)
            fill_rect(list, segment.inset(2), theme.accent, rounding - 2);
        else if (state.hovered && control.enabled())
            fill_rect(list, segment.inset(2), theme.line, rounding - 2);
        const ImU32 ink = on ? theme.on_accent : control.enabled() ? theme.text : faded(theme.muted, 0.7f);
        const float size = frame.shape == Shape::narrow ? type::body : type::small + 1;
        paint_text(list, theme.fonts.regular, size, ink, segment.inset(2), frame.in(option.label), Align::centre);
        x += segment.w;
    }
}

/// What a scrolled area hides has no place: a page must not lay an element over something else.
void place(Frame& frame, const Control& control, const Rect& field, const char* painted, const char* region,
           ImVec2 origin) {
    const ImVec2 clip_min = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 clip_max = ImGui::GetWindowDrawList()->GetClipRectMax();
    const bool hidden = region[0] == '\0' && (field.bottom() > clip_max.y + 1 || field.y < clip_min.y - 1);
    if (!hidden)
        frame.placement.controls.push_back(
            {control.id, region, painted, field.x - origin.x, field.y - origin.y, field.w, field.h});
}

} // namespace

float control_height(const Frame& frame, const Control& control) {
    return frame.row_height() + (control.kind == Kind::number || control.kind == Kind::text ? label_height : 0);
}

void draw_control(Frame& frame, const Control& control, const Rect& rect, const char* region, ImVec2 origin,
                  Painted painted) {
    Rect field = rect;
    const char* name = "button";
    switch (control.kind) {
    case Kind::button:
        draw_button(frame, control, rect, painted);
        break;
    case Kind::toggle:
        draw_toggle(frame, control, rect);
        name = "toggle";
        break;
    case Kind::choice:
        if (painted == Painted::segments)
            draw_segments(frame, control, rect);
        else
            draw_dropdown(frame, control, rect, painted);
        name = painted == Painted::segments ? "segments" : "dropdown";
        break;
    case Kind::number:
    case Kind::text:
        paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
                   {rect.x, rect.y, rect.w, label_height - 2}, frame.in(control.label));
        field = {rect.x, rect.y + label_height, rect.w, rect.h - label_height};
        draw_number(frame, control, field);
        name = "number";
        break;
    }
    place(frame, control, field, name, region, origin);
}

void draw_slider(Frame& frame, const Control& control, const Rect& rect, bool takes_keys) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Touch state = touch(frame, control.id, rect, control.enabled());
    if (ImGui::IsItemActive()) {
        const float part = std::clamp((ImGui::GetIO().MousePos.x - rect.x) / rect.w, 0.0f, 1.0f);
        frame.set(control.id, std::to_string(std::llround(control.min + part * (control.max - control.min))));
    }
    const double value = std::strtod(control.value.c_str(), nullptr);
    const int step = takes_keys && ImGui::IsItemFocused()
                         ? ImGui::IsKeyPressed(ImGuiKey_RightArrow) - ImGui::IsKeyPressed(ImGuiKey_LeftArrow)
                         : 0;
    if (step != 0) {
        const double stride = (control.max - control.min) / 20;
        frame.set(control.id,
                  std::to_string(std::llround(std::clamp(value + step * stride, control.min, control.max))));
    }
    const double range = control.max - control.min;
    const double part = range > 0 ? (value - control.min) / range : 0;
    const float x = rect.x + rect.w * static_cast<float>(part);
    const ImU32 ink = state.hovered || state.held ? frame.theme.accent : frame.theme.text;
    list->AddLine({x, rect.y}, {x, rect.bottom()}, ink, 1.5f);
    list->AddCircleFilled({x, rect.bottom() - 7}, 6, ink);
    place(frame, control, rect, "slider", "", {0, 0});
}

} // namespace view

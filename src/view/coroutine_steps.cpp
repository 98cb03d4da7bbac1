#include "view/coroutine_steps.hpp"

#include <algorithm>
#include <string>

#include "text/coroutine.hpp"
#include "view/control_view.hpp"
#include "view/coroutine_code.hpp"
#include "widget/coroutine_report.hpp"

namespace view {
namespace {

namespace words = text::coroutine;
using lesson::Step;

const lab::Control& control_of(const widget::CoroutineWidget& widget, std::string_view id) {
    return *lab::find(widget.controls(), id);
}

/// A track with a tick wherever control comes back to the caller. Returns whether it has the keyboard.
bool draw_track(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto& steps = widget.run().steps();
    const float middle = rect.y + rect.h / 2;
    fill_rect(list, {rect.x, middle - 2, rect.w, 4}, theme.line, 2);
    const auto x_of = [&](std::size_t step) {
        return rect.x +
               rect.w * static_cast<float>(step) / static_cast<float>(std::max<std::size_t>(steps.size() - 1, 1));
    };
    fill_rect(list, {rect.x, middle - 2, x_of(static_cast<std::size_t>(widget.step_number())) - rect.x, 4},
              faded(theme.accent, 0.6f), 2);
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].kind == Step::Kind::outcome)
            list->AddLine({x_of(i), middle - 6}, {x_of(i), middle + 6}, theme.muted, 1.5f);
    draw_slider(frame, control_of(widget, "step"), rect);
    return ImGui::IsItemFocused();
}

} // namespace

float draw_step_bar(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget, bool& slider_has_focus) {
    const Theme& theme = frame.theme;
    const float row = frame.row_height();
    const bool narrow = rect.w < 560;
    const float button = narrow ? (rect.w - 2 * space::s) / 3 : 104.0f;
    float x = rect.x;
    for (const char* id : {"back", "forward", "step_over"}) {
        draw_control(frame, control_of(widget, id), {x, rect.y, button, row});
        x += button + space::s;
    }
    const std::string count =
        std::to_string(widget.step_number()) + " / " + std::to_string(widget.run().steps().size() - 1);
    const float y = narrow ? rect.y + row + space::xs : rect.y;
    const Rect track =
        narrow ? Rect{rect.x + space::s, y, rect.w - 84, row} : Rect{x + space::m, y, rect.right() - x - 84, row};
    slider_has_focus = draw_track(frame, track, widget);
    paint_text(ImGui::GetWindowDrawList(), theme.fonts.regular, type::small, theme.muted,
               {rect.right() - 64, y, 64, row}, count, Align::right);
    return y + row - rect.y;
}

float draw_operations(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const float row = frame.row_height();
    const auto put = [&](const char* id, float x, float y, float w) {
        const lab::Control& control = control_of(widget, id);
        const float height = control_height(frame, control);
        draw_control(frame, control, {x, y + row - height, w, height});
    };
    constexpr float label = 20;
    const lab::Control& predict = control_of(widget, "predict");
    if (rect.w < 700) {
        const float third = (rect.w - 2 * space::s) / 3;
        put("op_next", rect.x, rect.y, third);
        put("op_close", rect.x + third + space::s, rect.y, third);
        put("op_drop", rect.x + 2 * (third + space::s), rect.y, third);
        float y = rect.y + row + label + space::xs;
        const float quarter = (rect.w - 3 * space::s) / 4;
        put("value", rect.x, y, quarter);
        put("op_send", rect.x + quarter + space::s, y, quarter);
        put("error", rect.x + 2 * (quarter + space::s), y, quarter);
        put("op_throw", rect.x + 3 * (quarter + space::s), y, quarter);
        y += row + space::s;
        paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
                   {rect.x, y, rect.w, label}, frame.in(predict.label));
        draw_control(frame, predict, {rect.x, y + label, rect.w, row}, "", {0, 0}, Painted::segments);
        return y + label + row - rect.y;
    }
    // One line: what a value or an error belongs to stands beside it.
    float y = rect.y + label;
    float x = rect.x;
    const auto next = [&](const char* id, float w, float gap) {
        put(id, x, y, w);
        x += w + gap;
    };
    next("op_next", 74, space::l);
    next("value", 72, space::xs);
    next("op_send", 84, space::l);
    next("error", 136, space::xs);
    next("op_throw", 84, space::l);
    next("op_close", 74, space::s);
    next("op_drop", 64, space::l);
    y += row + space::s;
    const float width = 100 + text_size(frame.theme.fonts.regular, type::small, frame.in(predict.label)).x;
    const float question = paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small,
                                      frame.theme.muted, {rect.x, y, width, row}, frame.in(predict.label)) +
                           space::m;
    draw_control(frame, predict, {rect.x + question, y + 3, std::min(rect.w - question, 420.0f), row - 6}, "", {0, 0},
                 Painted::segments);
    return y + row - rect.y;
}

float draw_history(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float top = rect.y + draw_heading(frame, rect, frame.in(words::heading_history));
    constexpr float line_height = 20;
    const auto& script = widget.run().script();
    const bool python = control_of(widget, "code").value == "python";
    float y = top + space::xs;
    fill_rect(list, {rect.x, top, rect.w, line_height * static_cast<float>(script.size()) + 2 * space::xs},
              theme.sunken, 8);
    for (std::size_t i = 0; i < script.size(); ++i, y += line_height) {
        const int operation = static_cast<int>(i);
        const int outcome = widget.run().outcome_of(operation);
        const bool is_now = widget.step().operation == operation;
        const bool is_over = outcome <= widget.step_number();
        const Rect row{rect.x, y, rect.w, line_height};
        if (is_now) fill_rect(list, row, faded(theme.accent, 0.16f));
        if (is_now) fill_rect(list, {rect.x, y, 4, line_height}, theme.accent);
        const ImU32 ink = is_now || is_over ? theme.text : faded(theme.muted, 0.8f);
        paint_text(list, theme.fonts.mono, type::small, ink, {rect.x + space::m, y, rect.w * 0.55f, line_height},
                   python ? call_in_python(script[i]) : call_in_cpp(script[i]));
        if (is_over) {
            const lesson::Outcome& came = widget.run().steps()[static_cast<std::size_t>(outcome)].outcome;
            paint_text(list, theme.fonts.mono, type::small, widget::name_of(came) == "error" ? theme.bad : theme.muted,
                       {rect.x + rect.w * 0.6f, y, rect.w * 0.4f - space::m, line_height}, widget::shown_outcome(came),
                       Align::right);
        }
        ImGui::SetCursorScreenPos(row.min());
        const std::string id = "history." + std::to_string(i);
        if (ImGui::InvisibleButton(id.c_str(), {row.w, row.h}))
            frame.set("step", std::to_string(widget.run().outcome_of(operation)));
    }
    return y + space::xs - rect.y;
}

} // namespace view

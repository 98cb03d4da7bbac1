#include "view/coroutine_steps.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

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

/// "?" where a prediction is asked and can still be made, then how it came out.
const char* mark_of(const widget::CoroutineWidget& widget, int operation) {
    const std::string verdict = widget.verdict(operation);
    if (verdict.empty()) return widget.is_open(operation) ? "?" : "";
    return verdict == "right" ? "✓" : "✗";
}

ImU32 colour_of_mark(const Theme& theme, const widget::CoroutineWidget& widget, int operation) {
    const std::string verdict = widget.verdict(operation);
    return verdict.empty() ? theme.accent : verdict == "right" ? theme.good : theme.bad;
}

/// A track with a tick wherever control comes back: long ones to the caller, short ones to another coroutine.
void draw_track(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
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
    constexpr float mark = 11;
    float free = rect.x - mark; // where the next question mark has room
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const float x = x_of(i);
        const float half = steps[i].kind == Step::Kind::outcome ? 6.0f : 3.0f;
        if (steps[i].is_suspension()) list->AddLine({x, middle - half}, {x, middle + half}, theme.muted, 1.5f);
        if (steps[i].kind != Step::Kind::call || !widget.asks(steps[i].operation)) continue;
        if (mark_of(widget, steps[i].operation)[0] == '\0') continue;
        const ImU32 ink = colour_of_mark(theme, widget, steps[i].operation);
        list->AddCircleFilled({x, middle}, 3, ink);
        if (x - mark / 2 < free) continue;
        free = x + mark / 2;
        paint_text(list, theme.fonts.semibold, type::small - 1.5f, ink, {x - mark, rect.y - 3, 2 * mark, 14},
                   mark_of(widget, steps[i].operation), Align::centre);
    }
    draw_slider(frame, control_of(widget, "step"), rect, false);
}

/// What was said, what came of it, or where the next question is; the score behind it.
void draw_answer(const Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    int right = 0;
    int wrong = 0;
    for (int operation = 0; operation < static_cast<int>(widget.run().script().size()); ++operation) {
        right += widget.verdict(operation) == "right" ? 1 : 0;
        wrong += widget.verdict(operation) == "wrong" ? 1 : 0;
    }
    const int operation = widget.step().operation;
    const std::string said = widget.predicted(operation);
    const std::string verdict = widget.prediction();
    text::Line line(words::prediction_none_left);
    ImU32 ink = theme.muted;
    if (!verdict.empty()) {
        line = text::fill(words::prediction_judged,
                          {widget.words_for_prediction(said), widget::words_for_verdict(verdict)});
        line = text::Line(mark_of(widget, operation) + (" " + line.ko), mark_of(widget, operation) + (" " + line.en));
        ink = colour_of_mark(theme, widget, operation);
    } else if (!said.empty() && widget.verdict(operation).empty()) {
        line = text::fill(words::prediction_said, {widget.words_for_prediction(said)});
        ink = theme.text;
    } else if (const int next = widget.next_question(); next >= 0) {
        line = text::fill(words::prediction_next, {text::Line::same(std::to_string(next))});
    }
    float score = 0;
    if (right + wrong > 0) {
        const text::Line so_far = text::fill(words::predictions_so_far, {text::Line::same(std::to_string(right)),
                                                                         text::Line::same(std::to_string(wrong))});
        score = paint_text(list, theme.fonts.regular, type::small, theme.muted, rect, frame.in(so_far), Align::right) +
                space::m;
    }
    paint_text(list, theme.fonts.regular, type::small, ink, {rect.x, rect.y, rect.w - score, rect.h}, frame.in(line));
}

/// The scripts made of this lesson; a click goes to one.
float draw_branches(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    if (widget.branches().size() < 2) return 0;
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    constexpr float line_height = 22;
    const float top = rect.y + draw_heading(frame, rect, frame.in(words::heading_branches));
    fill_rect(list, {rect.x, top, rect.w, line_height * static_cast<float>(widget.branches().size()) + 2 * space::xs},
              theme.sunken, 8);
    Rect row{rect.x, top + space::xs, rect.w, line_height};
    for (std::size_t i = 0; i < widget.branches().size(); ++i, row.y += line_height) {
        if (i == widget.branch()) {
            fill_rect(list, row, faded(theme.accent, 0.16f));
            fill_rect(list, {row.x, row.y, 4, row.h}, theme.accent);
        }
        const std::string number = std::to_string(i + 1);
        paint_text(list, theme.fonts.mono, type::small, i == widget.branch() ? theme.text : theme.muted,
                   {row.x + space::m, row.y, row.w - 2 * space::m, row.h},
                   number + "  " + lesson::write_script(widget.branches()[i].script));
        ImGui::SetCursorScreenPos(row.min());
        if (ImGui::InvisibleButton(("branch." + number).c_str(), {row.w, row.h})) frame.set("branch", number);
    }
    return row.y + space::xs - rect.y;
}

} // namespace

float draw_step_bar(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
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
    draw_track(frame, track, widget);
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
    if (rect.w < 700) {
        float y = rect.y;
        const auto line = [&](std::initializer_list<std::pair<const char*, float>> parts) {
            float weights = 0;
            for (const auto& [id, weight] : parts) weights += weight;
            const float unit = (rect.w - space::s * static_cast<float>(parts.size() - 1)) / weights;
            float x = rect.x;
            for (const auto& [id, weight] : parts) {
                put(id, x, y, weight * unit);
                x += weight * unit + space::s;
            }
            y += row + space::xs;
        };
        line({{"op_next", 1}, {"op_close", 1}, {"op_drop", 1}});
        y += label;
        if (rect.w >= 340) { // the longest name of an error needs twice as much as a call
            line({{"value", 1}, {"op_send", 1}, {"error", 2}, {"op_throw", 1.15f}});
        } else {
            line({{"value", 1}, {"op_send", 1}});
            line({{"error", 2}, {"op_throw", 1.15f}});
        }
        return y - space::xs - rect.y;
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
    return y + row - rect.y;
}

float draw_prediction(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const lab::Control& predict = control_of(widget, "predict");
    const bool is_tall = rect.w < 700;
    constexpr float label = 24;
    const float row = frame.row_height();
    const float height = is_tall ? label + row + space::xs : row + space::xs;
    if (!widget.is_asked()) {
        const Rect line{rect.x, rect.y, rect.w, is_tall ? label : height};
        draw_answer(frame, line, widget);
        return line.h;
    }
    const Rect box{rect.x - space::xs, rect.y, rect.w + 2 * space::xs, height};
    fill_rect(list, box, faded(theme.accent, 0.12f), 8);
    frame_rect(list, box, theme.accent, 8);
    const std::string question = "? " + std::string(frame.in(predict.label));
    const Rect line{rect.x + space::xs, rect.y, rect.w - space::s, is_tall ? label : height};
    const float width =
        paint_text(list, theme.fonts.semibold, type::small + 0.5f, theme.text, line, question) + space::m;
    const Rect field = is_tall ? Rect{rect.x, rect.y + label, rect.w, row}
                               : Rect{line.x + width, rect.y + 4, std::min(line.w - width, 440.0f), height - 8};
    draw_control(frame, predict, field, "", {0, 0}, Painted::segments);
    return height;
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
        paint_text(list, theme.fonts.mono, type::small, ink, {rect.x + space::m, y, rect.w * 0.5f, line_height},
                   python ? call_in_python(script[i]) : widget.run().call_in_cpp(operation));
        paint_text(list, theme.fonts.semibold, type::small, colour_of_mark(theme, widget, operation),
                   {rect.x + rect.w * 0.52f + space::m, y, 16, line_height}, mark_of(widget, operation), Align::centre);
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
    y += space::xs;
    if (widget.branches().size() > 1) y += space::m;
    return y + draw_branches(frame, {rect.x, y, rect.w, 0}, widget) - rect.y;
}

} // namespace view

#include "view/coroutine_view.hpp"

#include <algorithm>

#include "lesson/frame_fields.hpp"
#include "text/coroutine.hpp"
#include "view/control_view.hpp"
#include "view/coroutine_cards.hpp"
#include "view/coroutine_code.hpp"
#include "view/coroutine_frame.hpp"
#include "view/coroutine_memory.hpp"
#include "view/coroutine_steps.hpp"

namespace view {
namespace {

namespace words = text::coroutine;

/// The arrow keys step, unless a field has them. Asking for them as shortcuts keeps ImGui from moving its focus by
/// them.
void take_keys(Frame& frame) {
    if (ImGui::GetIO().WantTextInput) return;
    constexpr ImGuiInputFlags flags = ImGuiInputFlags_RouteGlobal | ImGuiInputFlags_Repeat;
    if (ImGui::Shortcut(ImGuiKey_RightArrow, flags)) frame.press("forward");
    if (ImGui::Shortcut(ImGuiKey_LeftArrow, flags)) frame.press("back");
}

} // namespace

float CoroutineView::draw(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = rect.y;
    if (frame.shape == Shape::wide)
        y += paint_wrapped(list, theme.fonts.regular, type::body, theme.muted, {rect.x, y}, rect.w,
                           frame.in(widget_.run().lesson().about)) +
             space::s;
    y += draw_step_bar(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    take_keys(frame);
    if (frame.shape != Shape::wide) return y + draw_stack(frame, {rect.x, y, rect.w, 0}) - rect.y;
    y += draw_operations(frame, {rect.x, y, rect.w, 0}, widget_) + space::s;
    y += draw_prediction(frame, {rect.x, y, rect.w, 0}, widget_) + space::s;
    return y + draw_columns(frame, {rect.x, y, rect.w, 0}) - rect.y;
}

/// Code beside coroutines; the Python text stands in the column.
float CoroutineView::draw_columns(Frame& frame, const Rect& rect) const {
    const float left = (rect.w - space::l) * 0.5f;
    const float right = rect.w - space::l - left;
    float code = rect.y;
    code += draw_lesson_code(frame, {rect.x, code, left, 0}, widget_, lesson::Tongue::cpp) + space::m;
    if (widget_.is_reading_lesson()) {
        code += draw_memory(frame, {rect.x, code, left, 0}, widget_) + space::xs;
        code += draw_what_is_counted(frame, {rect.x, code, left, 0}, widget_);
    }
    float cards = rect.y;
    cards += draw_cards(frame, {rect.x + left + space::l, cards, right, 0}, widget_) + space::m;
    cards += draw_open_frame(frame, {rect.x + left + space::l, cards, right, 0}, widget_);
    return std::max(code, cards) - rect.y + space::m;
}

/// One below the other: the code stands under the step bar, so that both are seen while stepping.
float CoroutineView::draw_stack(Frame& frame, const Rect& rect) const {
    const lab::Control* code = lab::find(widget_.controls(), "code");
    float y = rect.y;
    y += draw_prediction(frame, {rect.x, y, rect.w, 0}, widget_) + space::s;
    if (widget_.is_reading_lesson()) y += draw_memory(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    draw_control(frame, *code, {rect.x, y, rect.w, frame.row_height()}, "", {0, 0}, Painted::segments);
    y += frame.row_height() + space::s;
    y += draw_lesson_code(frame, {rect.x, y, rect.w, 0}, widget_, widget_.tongue()) + space::m;
    if (widget_.is_reading_lesson()) y += draw_what_is_counted(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    y += draw_cards(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    y += draw_operations(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    y += draw_open_frame(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    return y - rect.y;
}

float CoroutineView::draw_side(Frame& frame, const Rect& rect) {
    float y = rect.y;
    if (frame.shape == Shape::wide)
        y += draw_lesson_code(frame, {rect.x, y, rect.w, 0}, widget_, lesson::Tongue::python) + space::m;
    y += draw_console(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    y += draw_history(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    return y - rect.y;
}

text::Line CoroutineView::status() const {
    return text::fill(words::status, {text::Line::same(lesson::compiler())});
}

} // namespace view

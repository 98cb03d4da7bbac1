#include <algorithm>

#include "text/contention_moments.hpp"
#include "view/contention_parts.hpp"
#include "view/control_view.hpp"

namespace view {
namespace {

namespace words = text::contention;

constexpr std::size_t most_rows = 8; ///< the table in the page has all of them

/// What changed at the left, from what to what at the right. Returns the height it took.
float draw_row(Frame& frame, const Rect& rect, const sim::DifferenceRow& row) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float name = rect.w * 0.38f;
    const float left = paint_wrapped(list, theme.fonts.regular, type::small, theme.muted, rect.min(), name - space::s,
                                     frame.in(row.what));
    const float right =
        paint_wrapped(list, theme.fonts.regular, type::small, theme.text, {rect.x + name, rect.y}, rect.w - name,
                      frame.in(text::fill(words::difference_is, {row.before, row.after})));
    const float height = std::max(left, right) + space::xs;
    list->AddLine({rect.x, rect.y + height}, {rect.right(), rect.y + height}, theme.line);
    return height + space::xs;
}

} // namespace

float draw_difference(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const widget::ContentionDifference& difference = shown.difference();
    const auto control = [&](const char* id) -> const lab::Control& { return *lab::find(shown.controls(), id); };
    float y = rect.y;
    paint_text(list, theme.fonts.semibold, type::small, theme.text, {rect.x, y, rect.w, 22},
               frame.in(difference.heading()));
    y += 24;
    const float row = frame.row_height();
    const float button = std::min(110.0f, rect.w * 0.3f);
    draw_control(frame, control("since"), {rect.x, y, rect.w - button - space::s, row}, "", {0, 0}, Painted::segments);
    draw_control(frame, control("mark_here"), {rect.right() - button, y, button, row});
    y += row + space::s;
    if (difference.rows.empty())
        return y +
               paint_wrapped(list, theme.fonts.regular, type::small, theme.muted, {rect.x, y}, rect.w,
                             frame.in(difference.summary())) +
               space::s - rect.y;
    const std::size_t drawn = std::min(difference.rows.size(), most_rows);
    for (std::size_t i = 0; i < drawn; ++i) y += draw_row(frame, {rect.x, y, rect.w, 0}, difference.rows[i]);
    if (drawn < difference.rows.size()) {
        const auto rest = static_cast<long long>(difference.rows.size() - drawn);
        y += paint_wrapped(list, theme.fonts.regular, type::small, theme.muted, {rect.x, y}, rect.w,
                           frame.in(text::fill(words::difference_more, {text::grouped(rest)})));
    }
    return y + space::s - rect.y;
}

} // namespace view

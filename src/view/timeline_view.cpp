#include "view/timeline_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "view/timeline_cursor.hpp"
#include "view/timeline_figure.hpp"
#include "view/timeline_input.hpp"

namespace view {
namespace {

constexpr float axis_height = 26;
constexpr float head_gap = 4;

enum class Button { closer, away, whole };

/// Plus, minus, and an arrow to each side: lines, so that no font needs to have them.
void paint_glyph(ImDrawList& list, Button button, ImVec2 centre, ImU32 colour) {
    constexpr float half = 6;
    constexpr float thick = 1.6f;
    const auto line = [&](float x0, float y0, float x1, float y1) {
        list.AddLine({centre.x + x0, centre.y + y0}, {centre.x + x1, centre.y + y1}, colour, thick);
    };
    if (button != Button::whole) {
        line(-half, 0, half, 0);
        if (button == Button::closer) line(0, -half, 0, half);
        return;
    }
    line(-half - 2, 0, half + 2, 0);
    for (const float side : {-1.0f, 1.0f}) {
        line(side * (half + 2), 0, side * (half - 2), -4);
        line(side * (half + 2), 0, side * (half - 2), 4);
    }
}

bool draw_button(Button button, const char* id, std::string_view tip, ImVec2 at, const Theme& theme) {
    ImGui::SetCursorScreenPos(at);
    const bool is_pressed = ImGui::InvisibleButton(id, {space::touch, space::touch}, ImGuiButtonFlags_EnableNav);
    const bool is_hovered = ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (is_hovered || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible))
        list.AddRectFilled({at.x + 4, at.y + 4}, {at.x + space::touch - 4, at.y + space::touch - 4}, theme.sunken, 6);
    paint_glyph(list, button, {at.x + space::touch / 2, at.y + space::touch / 2},
                is_hovered ? theme.accent : theme.muted);
    if (is_hovered && !tip.empty()) ImGui::SetTooltip("%.*s", static_cast<int>(tip.size()), tip.data());
    return is_pressed;
}

/// What the pointer rests on, if it is a box.
std::optional<TimelineBox> pointed_box(const TimelineFigure& figure, ImVec2 pointer) {
    const auto lane = figure.rows.lane_at(pointer.y - figure.low.y + figure.scroll_y);
    if (!lane || pointer.y >= figure.high.y) return std::nullopt;
    const TimelineBox* box = box_at(figure.boxes, *lane, pointer.x - figure.plot_x());
    if (!box) return std::nullopt;
    return *box;
}

/// How far the rows are scrolled: a thin bar at the right, only where there is something to scroll.
void paint_scroll(ImDrawList& list, const TimelineFigure& figure, float hidden) {
    const float seen = figure.high.y - figure.low.y;
    if (hidden <= 0) return;
    const float length = std::max(space::xl, seen * seen / (seen + hidden));
    const float top = figure.low.y + (seen - length) * figure.scroll_y / hidden;
    fill_rect(&list, {figure.high.x - 4, top, 4, length}, faded(figure.theme.muted, 0.6f), 2);
}

/// The moment that is shown: a line through all lanes under a flag, so that it differs from the pointer's line.
void paint_moment(ImDrawList& list, const TimelineFigure& figure, double moment_ns) {
    const float x = figure.window.x_of(moment_ns, figure.plot_width());
    if (x < -1 || x > figure.plot_width() + 1) return;
    const float at = std::round(figure.plot_x() + x);
    const ImU32 ink = figure.theme.text;
    list.AddRectFilled({at - 1, figure.low.y}, {at + 1, figure.high.y + 2}, ink);
    list.AddTriangleFilled({at - 6, figure.low.y}, {at + 6, figure.low.y}, {at, figure.low.y + 8}, ink);
}

void paint_nothing(ImDrawList& list, const Rect& rect, const Theme& theme, std::string_view words) {
    fill_rect(&list, rect, theme.sunken, 6);
    paint_text(&list, theme.fonts.regular, type::small, theme.muted, rect.inset(space::s), words, Align::centre);
}

} // namespace

float TimelineView::preferred_height(const trace::Trace& trace) {
    return space::touch + head_gap + arrange_rows(trace, {}, 1e6f).height + axis_height;
}

void TimelineView::find_legend(const trace::Trace& trace) {
    const std::size_t spans = trace.span_count();
    if (seen_trace_ == &trace && seen_spans_ == spans && seen_end_ns_ == trace.end_ns()) return;
    seen_trace_ = &trace;
    seen_spans_ = spans;
    seen_end_ns_ = trace.end_ns();
    std::array<bool, static_cast<std::size_t>(trace::State::count)> occurs{};
    for (const trace::Lane& lane : trace.lanes)
        for (const trace::Span& span : lane.spans) occurs[static_cast<std::size_t>(span.state)] = true;
    std::array<bool, static_cast<std::size_t>(trace::Event::count)> happens{};
    for (const trace::Mark& mark : trace.marks) happens[static_cast<std::size_t>(mark.event)] = true;
    legend_ = {};
    for (std::size_t i = 0; i < occurs.size(); ++i)
        if (occurs[i]) legend_.states.push_back(static_cast<trace::State>(i));
    for (std::size_t i = 0; i < happens.size(); ++i)
        if (happens[i]) legend_.events.push_back(static_cast<trace::Event>(i));
}

float TimelineView::draw_head(const Theme& theme, const TimelineWords& words, ImVec2 at, float width,
                              TimelineWindow& window) {
    const float buttons_x = at.x + width - 3 * space::touch;
    if (draw_button(Button::away, "away", words.away, {buttons_x, at.y}, theme)) window.zoom_step(-1);
    if (draw_button(Button::closer, "closer", words.closer, {buttons_x + space::touch, at.y}, theme))
        window.zoom_step(+1);
    if (draw_button(Button::whole, "whole", words.whole, {buttons_x + 2 * space::touch, at.y}, theme)) window.fit();

    const float legend_width = width - 3 * space::touch - space::s;
    const float legend = paint_legend(nullptr, painter_, at, legend_width, legend_, theme, words);
    const float height = std::max(space::touch, legend);
    paint_legend(ImGui::GetWindowDrawList(), painter_, {at.x, at.y + (height - legend) / 2}, legend_width, legend_,
                 theme, words);
    return height + head_gap;
}

TimelineEvents TimelineView::draw(const trace::Trace& trace, TimelineWindow& window, const Theme& theme,
                                  const TimelineWords& words, ImVec2 size, const Pinch& pinch,
                                  std::optional<double> moment_ns) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, size.x, size.y};
    const TimelineWindow before = window;
    TimelineEvents events;
    window.set_total(trace.end_ns());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (trace.span_count() == 0) {
        ImGui::Dummy(size);
        paint_nothing(list, rect, theme, words.nothing);
        return events;
    }
    find_legend(trace);

    ImGui::PushID(this);
    TimelineFigure figure{trace, window, theme, words, {}, {}, rect.min(), rect.max()};
    figure.low.y += draw_head(theme, words, rect.min(), rect.w, window);
    figure.high.y = std::max(figure.low.y + 1, rect.bottom() - axis_height);
    figure.names = names_width(trace, theme, rect.w);
    figure.rows = arrange_rows(trace, {}, figure.high.y - figure.low.y);
    const float hidden = figure.rows.height - (figure.high.y - figure.low.y);
    // The axis stands right under the lanes, not far below them.
    figure.high.y += std::min(0.0f, hidden);

    const TimelineInput input = take_input(window, scroll_y_, hidden, figure.low, {rect.right(), rect.bottom()},
                                           figure.plot_x(), figure.plot_width(), pinch, moment_ns.has_value());
    figure.scroll_y = scroll_y_;
    figure.boxes = layout_timeline(trace, window, figure.plot_width());
    paint_ground(list, figure, axis_height);
    paint_lanes(list, painter_, figure);
    paint_scroll(list, figure, hidden);

    if (moment_ns) paint_moment(list, figure, *moment_ns);

    const ImVec2 pointer = ImGui::GetIO().MousePos;
    events.is_focused = input.is_focused;
    events.stepped = input.stepped;
    if (input.is_hovered && pointer.x >= figure.plot_x()) {
        paint_cursor(list, painter_, figure, pointer);
        events.pointed_ns = window.ns_of(pointer.x - figure.plot_x(), figure.plot_width());
        if (input.is_clicked) events.clicked_ns = events.pointed_ns;
        if (const auto box = pointed_box(figure, pointer)) {
            events.pointed_state = box->state;
            if (input.is_clicked) events.picked = TimelinePick{box->lane, box->first, box->count, *events.pointed_ns};
        }
    }
    if (input.is_focused && ImGui::GetIO().NavVisible)
        frame_rect(&list, {rect.x, figure.low.y, rect.w, figure.high.y - figure.low.y}, theme.accent, 6);
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(size);
    events.has_moved = !(before == window);
    return events;
}

} // namespace view

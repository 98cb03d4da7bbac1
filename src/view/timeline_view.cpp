#include "view/timeline_view.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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

/// Which box of which lane is read: the table tells of all lanes.
void paint_ring(ImDrawList& list, const TimelineFigure& figure, const TimelineBox& box) {
    const LaneRow& row = figure.rows.lanes[box.lane];
    const float x0 = figure.plot_x() + std::max(box.x0, 0.0f);
    const float x1 = figure.plot_x() + std::min(box.x1, figure.plot_width());
    list.PushClipRect(figure.low, figure.high, true);
    frame_rect(&list, {x0 - 1.5f, figure.row_y(row.y0) - 1, x1 - x0 + 3, row.y1 - row.y0 + 2}, figure.theme.accent, 2,
               2);
    list.PopClipRect();
}

/// What the keys do, at the foot of the stage.
void paint_keys(ImDrawList& list, const TimelineFigure& figure, std::string_view words) {
    const Theme& theme = figure.theme;
    const float width = std::min(figure.high.x - figure.low.x - 2 * space::s,
                                 text_size(theme.fonts.regular, type::small, words).x + 2 * space::m + 1);
    const float height = text_size(theme.fonts.regular, type::small, words, width - 2 * space::m).y + 2 * space::s;
    const Rect rect{figure.low.x + space::s, figure.high.y - space::s - height, width, height};
    fill_rect(&list, rect, theme.surface, 6);
    frame_rect(&list, rect, theme.line, 6);
    paint_wrapped(&list, theme.fonts.regular, type::small, theme.text, {rect.x + space::m, rect.y + space::s},
                  width - 2 * space::m, words);
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

/// Keys move the place that is read; window and rows follow it. The pointer takes over when it moves, but not a finger:
/// what a tap has set stays while fingers pan and zoom.
void TimelineView::move_place(const TimelineInput& input, const TimelineFigure& figure, TimelineWindow& window,
                              std::optional<double> moment_ns) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool has_moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
    if (input.is_hovered && has_moved && io.MouseSource != ImGuiMouseSource_TouchScreen) reads_place_ = false;
    if (place_ && place_->lane >= figure.trace.lanes.size()) place_.reset();
    if (input.next_box == 0 && input.next_lane == 0) return;

    const float width = figure.plot_width();
    if (!place_) {
        place_ = first_place(figure.trace, window, width);
        if (moment_ns && *moment_ns >= window.start_ns() && *moment_ns <= window.end_ns()) place_->time_ns = *moment_ns;
    } else {
        if (input.next_box != 0) place_ = next_box(figure.trace, window, width, *place_, input.next_box);
        if (input.next_lane != 0) place_ = next_lane(figure.trace, *place_, input.next_lane);
    }
    reads_place_ = true;
    const LaneRow& row = figure.rows.lanes[place_->lane];
    const float seen = figure.high.y - figure.low.y;
    scroll_y_ = std::clamp(scroll_y_, std::max(0.0f, row.y1 - seen), std::max(0.0f, row.y0 - RowSizes{}.heading));
}

/// Where values are read now, on the canvas.
std::optional<ImVec2> TimelineView::reads_at(const TimelineInput& input, const TimelineFigure& figure) const {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    if (!reads_place_ || !place_ || !input.is_focused)
        return input.is_hovered && pointer.x >= figure.plot_x() ? std::optional(pointer) : std::nullopt;
    const float x = figure.window.x_of(place_->time_ns, figure.plot_width());
    if (x < 0 || x > figure.plot_width()) return std::nullopt;
    const LaneRow& row = figure.rows.lanes[place_->lane];
    return ImVec2(figure.plot_x() + x, figure.row_y((row.y0 + row.y1) / 2));
}

/// A tap is read from then on; a click only says where the keys begin, for the pointer reads by itself.
void TimelineView::take_click(const TimelineFigure& figure, TimelineEvents& events) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const double time_ns = figure.window.ns_of(pointer.x - figure.plot_x(), figure.plot_width());
    events.clicked_ns = time_ns;
    if (const auto box = pointed_box(figure, pointer))
        events.picked = TimelinePick{box->lane, box->first, box->count, time_ns};
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
    const auto lane = figure.rows.lane_at(pointer.y - figure.low.y + figure.scroll_y);
    place_ = TimelinePlace{lane.value_or(place_ ? place_->lane : 0), time_ns};
    reads_place_ = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
}

void TimelineView::paint_reading(ImDrawList& list, const TimelineFigure& figure, ImVec2 at, TimelineEvents& events) {
    const auto box = pointed_box(figure, at);
    if (reads_place_ && box) paint_ring(list, figure, *box);
    paint_cursor(list, painter_, figure, at);
    events.pointed_ns = figure.window.ns_of(at.x - figure.plot_x(), figure.plot_width());
    if (box) events.pointed_state = box->state;
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
    figure.names = names_width(trace, words, theme, rect.w);
    figure.rows = arrange_rows(trace, {}, figure.high.y - figure.low.y);
    const float hidden = figure.rows.height - (figure.high.y - figure.low.y);
    // The axis stands right under the lanes, not far below them.
    figure.high.y += std::min(0.0f, hidden);

    const TimelineInput input = take_input(window, scroll_y_, hidden, figure.low, {rect.right(), rect.bottom()},
                                           figure.plot_x(), figure.plot_width(), pinch, moment_ns.has_value());
    if (std::exchange(takes_keyboard_, false)) {
        ImGui::FocusItem();
        ImGui::SetNavCursorVisible(true);
    }
    move_place(input, figure, window, moment_ns);
    figure.scroll_y = scroll_y_;
    figure.boxes = layout_timeline(trace, window, figure.plot_width());
    paint_ground(list, figure, axis_height);
    paint_lanes(list, painter_, figure);
    paint_scroll(list, figure, hidden);

    if (moment_ns) paint_moment(list, figure, *moment_ns);

    events.is_focused = input.is_focused;
    events.stepped = input.stepped;
    if (input.is_clicked && input.is_hovered && ImGui::GetIO().MousePos.x >= figure.plot_x())
        take_click(figure, events);
    const std::optional<ImVec2> reading = reads_at(input, figure);
    if (reading) paint_reading(list, figure, *reading, events);
    if (input.is_focused && ImGui::GetIO().NavVisible) {
        const std::string_view keys = moment_ns ? words.keys_stepping : words.keys;
        if (!reading && !keys.empty()) paint_keys(list, figure, keys);
        frame_rect(&list, {rect.x, figure.low.y, rect.w, figure.high.y - figure.low.y}, theme.accent, 6);
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(size);
    events.has_moved = !(before == window);
    return events;
}

} // namespace view

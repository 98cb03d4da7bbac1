#include "view/sort_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "text/sort.hpp"
#include "view/code_pane.hpp"
#include "view/control_view.hpp"
#include "view/sort_bars.hpp"
#include "view/strip_view.hpp"
#include "view/trace_words.hpp"
#include "widget/shown_cores.hpp"
#include "widget/sort_code.hpp"

namespace view {
namespace {

namespace words = text::sort;

/// A small heading and the ground of a figure under it. Returns the figure's place.
Rect draw_figure(Frame& frame, const Rect& rect, std::string_view heading) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    paint_text(list, frame.theme.fonts.semibold, type::small, frame.theme.muted, {rect.x, rect.y, rect.w, 22}, heading);
    return {rect.x, rect.y + 24, rect.w, rect.h - 24};
}

/// One group of lanes a way.
TimelineWords timeline_words(const Frame& frame, const std::vector<std::string>& titles) {
    TimelineWords said = trace_words(frame);
    for (std::size_t i = 0; i < titles.size(); ++i)
        said.groups.emplace_back(measure::name_of(measure::all_ways[i]), titles[i]);
    return said;
}

} // namespace

float SortView::draw(Frame& frame, const Rect& rect) {
    float y = rect.y;
    y += draw_question(frame, {rect.x, y, rect.w, 0}) + space::s;
    y += draw_sort_bars(frame, {rect.x, y, rect.w, 0}, widget_) + space::xs;
    constexpr float array = 84;
    constexpr float least_timeline = 372; // every lane of two units, close together
    constexpr float empty_timeline = 110;
    const float room = rect.bottom() - y - array - space::s;
    const bool empty = widget_.timeline().lanes.empty();
    y += draw_timelines(frame, {rect.x, y, rect.w, empty ? empty_timeline : std::max(least_timeline, room)}) + space::s;
    y += draw_array(frame, {rect.x, y, rect.w, array}) + space::m;
    y += draw_recorded_bars(frame, {rect.x, y, rect.w, 0}) + space::s;
    return y - rect.y;
}

float SortView::draw_question(Frame& frame, const Rect& rect) const {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float size = frame.shape == Shape::wide ? type::title : type::lead;
    float height =
        paint_wrapped(list, theme.fonts.semibold, size, theme.text, rect.min(), rect.w, frame.in(words::question));
    const lab::Control* n = lab::find(widget_.controls(), "n");
    const lab::Control* units = lab::find(widget_.controls(), "units");
    const text::Line task =
        text::fill(words::question_long, {text::grouped(std::atoll(n->value.c_str())), text::Line::same(units->value)});
    height += space::xs;
    height += paint_wrapped(list, theme.fonts.regular, type::body, theme.muted, {rect.x, rect.y + height}, rect.w,
                            frame.in(task));
    return height;
}

float SortView::draw_array(Frame& frame, const Rect& rect) {
    const Rect figure = draw_figure(frame, rect, frame.in(words::array_heading));
    const auto pictures = widget_.experiment().pictures();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (pictures.empty()) {
        fill_rect(list, figure, frame.theme.sunken, 6);
        paint_text(list, frame.theme.fonts.regular, type::small, frame.theme.muted, figure, frame.in(words::array_none),
                   Align::centre);
        return rect.h;
    }
    const lab::Control* moment = lab::find(widget_.controls(), "moment");
    // While the pictures are being taken the newest is shown.
    const bool taking = widget_.experiment().progress().phase == measure::Phase::warming;
    const double wanted = taking ? 1 : std::strtod(moment->value.c_str(), nullptr) / 100;
    const measure::Picture& picture = *std::ranges::min_element(
        pictures, {}, [&](const measure::Picture& each) { return std::abs(each.progress - wanted); });
    const double shown = std::round(100 * picture.progress);
    ImGui::SetCursorScreenPos(figure.min());
    draw_strip(strip_, picture.values, {figure.w, figure.h}, frame.theme);
    draw_slider(frame, *moment, figure);
    const text::Line caption = shown <= 0     ? text::Line(words::array_before)
                               : shown >= 100 ? text::Line(words::array_after)
                                              : text::fill(words::array_during, {text::fixed(shown, 0)});
    paint_text(list, frame.theme.fonts.regular, type::small, frame.theme.muted, {rect.x, rect.y, rect.w, 22},
               frame.in(caption), Align::right);
    return rect.h;
}

float SortView::draw_timelines(Frame& frame, const Rect& rect) {
    if (widget_.timeline().lanes.empty()) {
        const Rect figure = draw_figure(frame, rect, frame.in(words::timeline_heading));
        fill_rect(ImGui::GetWindowDrawList(), figure, frame.theme.sunken, 6);
        paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted, figure,
                   frame.in(words::timeline_none), Align::centre);
        return rect.h;
    }
    if (seen_timeline_ != widget_.timeline_revision()) {
        seen_timeline_ = widget_.timeline_revision();
        window_.set_total(widget_.timeline().end_ns());
    }
    std::vector<std::string> titles;
    for (const measure::Way way : measure::all_ways)
        titles.push_back(frame.in(widget::words_for(way, widget_.report().units)));
    const TimelineWords said = timeline_words(frame, titles);
    const float height = std::min(rect.h, TimelineView::preferred_height(widget_.timeline()));
    ImGui::SetCursorScreenPos(rect.min());
    if (frame.outside.has_entered) timeline_.take_keyboard();
    const TimelineEvents events =
        timeline_.draw(widget_.timeline(), window_, frame.theme, said, {rect.w, height}, frame.pinch);
    frame.animating = frame.animating || events.has_moved;
    lit_ = events.pointed_state.value_or(trace::State::idle);
    return height;
}

float SortView::draw_side(Frame& frame, const Rect& rect) {
    const lab::Control* show = lab::find(widget_.controls(), "show");
    const lab::Control* code = lab::find(widget_.controls(), "code");
    const float row = frame.row_height();
    const float half = (rect.w - space::s) / 2;
    draw_control(frame, *show, {rect.x, rect.y, half, row});
    draw_control(frame, *code, {rect.x + half + space::s, rect.y, half, row}, "", {0, 0}, Painted::segments);
    const auto language = code->value == "python" ? widget::CodeLanguage::python : widget::CodeLanguage::cpp;
    float y = rect.y + row + space::m;
    std::vector<ShownLine> lines;
    for (const widget::CodeLine& line : widget::sort_code(widget_.shown_way(), language))
        lines.push_back({line.text, line.state, line.state != trace::State::idle && line.state == lit_});
    y += draw_code(frame, {rect.x, y, rect.w, 0}, lines) + space::s;
    if (language == widget::CodeLanguage::cpp)
        y += paint_wrapped(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
                           {rect.x, y}, rect.w, frame.in(words::code_note));
    return y - rect.y;
}

text::Line SortView::status() const {
    const widget::SortReport& report = widget_.report();
    text::Line tier;
    switch (widget_.surroundings().tier) {
    case widget::Tier::native:
    case widget::Tier::threads:
        tier = words::tier_threads;
        break;
    case widget::Tier::workers:
        tier = words::tier_workers;
        break;
    case widget::Tier::alone:
        tier = words::tier_alone;
        break;
    }
    text::Line status = text::fill(words::measured_here, {tier});
    const auto append = [&](const text::Line& more) {
        status = text::Line(status.ko + " · " + more.ko, status.en + " · " + more.en);
    };
    if (report.effective_cores > 0) {
        append(text::fill(words::cores, {widget::shown_cores(report.effective_cores, report.calibrated_with)}));
        append(text::fill(words::clock, {widget::words_for_seconds(report.clock_step_ns * 1e-9)}));
    }
    return status;
}

void SortView::context_lost() {
    timeline_.forget();
    strip_.forget();
}

} // namespace view

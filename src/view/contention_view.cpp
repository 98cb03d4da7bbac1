#include "view/contention_view.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "program/duration.hpp"
#include "program/presets.hpp"
#include "text/contention.hpp"
#include "text/contention_here.hpp"
#include "text/contention_stage.hpp"
#include "view/contention_parts.hpp"
#include "view/curve_figure.hpp"
#include "view/figure_frame.hpp"
#include "view/lock_figure.hpp"
#include "view/trace_words.hpp"
#include "view/wait_figure.hpp"
#include "widget/state_words.hpp"

namespace view {
namespace {

using trace::State;
namespace words = text::contention;

constexpr float timeline_heading = 24;

/// What threads, locks and GILs do, in words that fit any lock.
TimelineWords timeline_words(const Frame& frame, const program::Scenario& scenario) {
    TimelineWords said = trace_words(frame);
    said.states[static_cast<std::size_t>(State::wait_lock)] = frame.in(words::state_wait);
    said.events[static_cast<std::size_t>(trace::Event::hand_off)] = frame.in(words::event_hand_off);
    said.groups = {{"threads", frame.in(words::group_threads)},
                   {"locks", frame.in(words::group_locks)},
                   {"gils", frame.in(words::group_gils)}};
    said.nothing = frame.in(words::timeline_none);
    const text::Language language = frame.language;
    said.lane_title = [language](std::string_view name) { return widget::lane_title(name).in(language); };
    said.own = [&scenario, language](const trace::Lane&, const trace::Span& span) {
        if (span.state == State::held && span.detail < scenario.threads.size())
            return scenario.threads[span.detail].name;
        if (span.state == State::queue) return text::fill(words::queue_of, {text::grouped(span.detail)}).in(language);
        return std::string();
    };
    return said;
}

/// What the reader is looking at: the story, or the parameters in a sentence.
text::Line task_of(const widget::ContentionWidget& shown) {
    const program::Scenario& scenario = shown.scenario();
    const auto count = [](std::size_t number) { return text::grouped(static_cast<long long>(number)); };
    if (!lab::find(shown.controls(), "scenario")->value.empty())
        return text::fill(
            words::task_of_text,
            {count(scenario.threads.size()), text::grouped(scenario.scheduling.cores), count(scenario.locks.size())});
    if (const program::Preset* preset = program::find_preset(lab::find(shown.controls(), "preset")->value))
        return preset->story;
    const program::Contention& parameters = shown.theory()->parameters;
    return text::fill(
        parameters.readers_percent > 0 ? words::task_readers : words::task,
        {count(scenario.threads.size()), text::grouped(scenario.scheduling.cores), program::shown(parameters.outside),
         program::shown(parameters.inside), text::grouped(parameters.readers_percent)});
}

} // namespace

float ContentionView::draw(Frame& frame, const Rect& rect) {
    float y = rect.y;
    y += draw_question(frame, {rect.x, y, rect.w, 0}) + space::s;
    y += draw_numbers(frame, {rect.x, y, rect.w, 0}, widget_) + space::xs;
    y += draw_diagnoses(frame, {rect.x, y, rect.w, 0}, widget_);
    // Where the column beside is missing, the steps stand above what they move; the code follows below.
    if (frame.shape != Shape::wide) y += draw_steps(frame, {rect.x, y, rect.w, 0}, widget_) + space::s;
    // The figures give way a little, rather than that the timeline's last lane is cut.
    constexpr float least_figures = 166;
    constexpr float most_figures = 190;
    const float below = rect.bottom() - y - space::m;
    const float figures = std::clamp(below - wanted_timeline(), least_figures, most_figures);
    const float least_timeline = frame.shape == Shape::wide ? 264.0f : 330.0f; // the legend takes more lines there
    const float room = below - figures;
    y += draw_timeline(frame, {rect.x, y, rect.w, std::max(least_timeline, room)}) + space::m;
    y += draw_here(frame, {rect.x, y, rect.w, least_timeline});
    y += draw_figures(frame, {rect.x, y, rect.w, figures}) + space::s;
    return y - rect.y;
}

float ContentionView::draw_question(Frame& frame, const Rect& rect) const {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float size = frame.shape == Shape::wide ? type::title : type::lead;
    const program::Preset* preset = program::find_preset(lab::find(widget_.controls(), "preset")->value);
    const bool is_story = preset != nullptr && lab::find(widget_.controls(), "scenario")->value.empty();
    const std::string_view title = is_story ? frame.in(preset->title) : frame.in(words::question);
    float height = paint_wrapped(list, theme.fonts.semibold, size, theme.text, rect.min(), rect.w, title) + space::xs;
    height += paint_wrapped(list, theme.fonts.regular, type::body, theme.muted, {rect.x, rect.y + height}, rect.w,
                            frame.in(task_of(widget_))) +
              space::s;
    return height + draw_prediction(frame, {rect.x, rect.y + height, rect.w, 0}, widget_);
}

float ContentionView::wanted_timeline() const {
    return timeline_heading + TimelineView::preferred_height(widget_.history().trace());
}

void ContentionView::follow_moment() {
    const sim::History& history = widget_.history();
    const std::int64_t position = history.position();
    const bool is_another_run = seen_run_ != widget_.run_number();
    if (is_another_run || (was_simulating_ && !widget_.is_simulating())) {
        window_ = {};
        window_.set_total(history.trace().end_ns());
        window_.fit();
    } else if (position != seen_position_ && !is_own_jump_) {
        // Close enough that single steps can be told apart, with the moment inside.
        constexpr std::int64_t around = 30;
        constexpr std::int64_t too_many = 400;
        window_.set_total(history.trace().end_ns());
        const auto now_ns = static_cast<double>(history.time_of(position));
        const auto steps_before = [&](double ns) { return history.step_at(static_cast<trace::Nanoseconds>(ns)); };
        const bool is_dense = steps_before(window_.end_ns()) - steps_before(window_.start_ns()) > too_many;
        const double half = window_.length_ns() / 2;
        if (is_dense)
            window_.show(static_cast<double>(history.time_of(std::max<std::int64_t>(0, position - around))),
                         static_cast<double>(history.time_of(std::min(history.recorded(), position + around))) + 1);
        else if (now_ns < window_.start_ns() || now_ns > window_.end_ns())
            window_.show(now_ns - half, now_ns + half);
    }
    seen_run_ = widget_.run_number();
    seen_position_ = position;
    was_simulating_ = widget_.is_simulating();
    is_own_jump_ = false;
}

float ContentionView::draw_timeline(Frame& frame, const Rect& rect) {
    const sim::History& history = widget_.history();
    const trace::Trace& trace = history.trace();
    const Rect heading{rect.x, rect.y, rect.w, timeline_heading - 2};
    paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.semibold, type::small, frame.theme.text, heading,
               frame.in(words::timeline_heading));
    const Rect below{rect.x, rect.y + timeline_heading, rect.w, rect.h - timeline_heading};
    if (trace.span_count() == 0) {
        fill_rect(ImGui::GetWindowDrawList(), below, frame.theme.sunken, 6);
        draw_nothing_yet(frame, below, frame.in(words::timeline_none));
        return rect.h;
    }
    follow_moment();
    const TimelineWords said = timeline_words(frame, widget_.scenario());
    const float height = std::min(below.h, TimelineView::preferred_height(trace));
    ImGui::SetCursorScreenPos(below.min());
    const auto now_ns = static_cast<double>(history.machine().now_ns());
    if (frame.outside.has_entered) timeline_.take_keyboard();
    const TimelineEvents events =
        timeline_.draw(trace, window_, frame.theme, said, {below.w, height}, frame.pinch, now_ns);
    frame.animating = frame.animating || events.has_moved;
    if (widget_.is_simulating()) return timeline_heading + height;
    if (events.clicked_ns) {
        is_own_jump_ = true;
        frame.set("moment", std::to_string(history.step_at(std::llround(*events.clicked_ns))));
    }
    if (events.stepped != 0) frame.press(events.stepped > 0 ? "step" : "back");
    return timeline_heading + height;
}

float ContentionView::draw_here(Frame& frame, const Rect& rect) {
    const widget::ContentionHere* here = widget_.here();
    if (here == nullptr || here->outcome() == nullptr) return 0;
    const trace::Trace& trace = here->outcome()->trace;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Theme& theme = frame.theme;
    paint_text(list, theme.fonts.semibold, type::small, theme.text, {rect.x, rect.y, rect.w, 22},
               frame.in(words::here_heading));
    float y = rect.y + timeline_heading;
    const TimelineWords said = timeline_words(frame, widget_.scenario());
    const float height = std::min(rect.h - timeline_heading, TimelineView::preferred_height(trace));
    ImGui::SetCursorScreenPos({rect.x, y});
    const TimelineEvents events = here_timeline_.draw(trace, here_window_, theme, said, {rect.w, height}, frame.pinch);
    frame.animating = frame.animating || events.has_moved;
    y += height + space::s;
    y += paint_wrapped(list, theme.fonts.semibold, type::body, theme.text, {rect.x, y}, rect.w,
                       frame.in(here->summary(widget_.results()))) +
         space::xs;
    for (const text::Line& remark : here->remarks())
        y += paint_wrapped(list, theme.fonts.regular, type::small, theme.muted, {rect.x, y}, rect.w, frame.in(remark)) +
             space::xs;
    return y + space::s + draw_comparison(frame, {rect.x, y + space::xs, rect.w, 0}, widget_) - rect.y;
}

float ContentionView::draw_figures(Frame& frame, const Rect& rect) const {
    if (rect.w < 560) {
        float y = rect.y;
        for (const auto draw_one : {draw_lock_figure, draw_wait_figure, draw_curve_figure}) {
            draw_one(frame, {rect.x, y, rect.w, rect.h}, widget_);
            y += rect.h + space::l;
        }
        return y - rect.y - space::l;
    }
    const float room = rect.w - 2 * space::l;
    const float lock = room * 0.3f;
    const float waits = room * 0.3f;
    draw_lock_figure(frame, {rect.x, rect.y, lock, rect.h}, widget_);
    draw_wait_figure(frame, {rect.x + lock + space::l, rect.y, waits, rect.h}, widget_);
    const float x = rect.x + lock + waits + 2 * space::l;
    draw_curve_figure(frame, {x, rect.y, rect.right() - x, rect.h}, widget_);
    return rect.h;
}

float ContentionView::draw_side(Frame& frame, const Rect& rect) {
    float y = rect.y;
    if (frame.shape == Shape::wide) y += draw_steps(frame, {rect.x, y, rect.w, 0}, widget_) + space::xs;
    y += draw_scenario_code(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    y += draw_difference(frame, {rect.x, y, rect.w, 0}, widget_) + space::m;
    const program::Scenario& scenario = widget_.scenario();
    if (!scenario.locks.empty()) {
        const program::LockTraits& traits = program::traits_of(scenario.locks.front().kind);
        const std::string principle = std::string(frame.in(traits.name)) + ": " +
                                      std::string(frame.in(traits.principle)) +
                                      (traits.source.empty() ? "" : " (" + std::string(traits.source) + ")");
        y += paint_wrapped(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
                           {rect.x, y}, rect.w, principle) +
             space::s;
    }
    return y - rect.y;
}

text::Line ContentionView::status() const {
    return text::fill(words::status, {text::grouped(widget_.scenario().scheduling.cores)});
}

} // namespace view

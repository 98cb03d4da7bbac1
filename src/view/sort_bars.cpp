#include "view/sort_bars.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/sort.hpp"
#include "view/control_view.hpp"
#include "view/sort_rows.hpp"
#include "widget/sort_controls.hpp"
#include "widget/sort_recorded.hpp"

namespace view {
namespace {

using measure::Way;
using widget::SortWidget;
using widget::WayReport;
namespace words = text::sort;

/// Of what is on the scale.
float x_of(const Rect& track, double ratio) {
    return track.x + track.w * static_cast<float>(ratio / scale_end);
}

static_assert(std::ranges::all_of(widget::recorded_sorts, [](const widget::RecordedSort& row) {
    return std::max(row.threads_s, row.processes_s) <= scale_end * row.sequence_s;
}));

ImU32 colour_of(const Theme& theme, Way way) {
    switch (way) {
    case Way::sequence:
        return theme.muted;
    case Way::threads:
        return theme.state_colour(trace::State::sort);
    case Way::gil:
        return theme.state_colour(trace::State::wait_lock);
    case Way::processes:
        return theme.state_colour(trace::State::send);
    case Way::count:
        break;
    }
    return theme.text;
}

text::Line note_of(Way way) {
    switch (way) {
    case Way::sequence:
        return words::way_sequence_note;
    case Way::threads:
        return words::way_threads_note;
    case Way::gil:
        return words::way_gil_note;
    case Way::processes:
        return words::way_processes_note;
    case Way::count:
        break;
    }
    return {};
}

/// Dotted where an ideal division of the work would end, a line where the sequence ends.
void draw_guides(const Theme& theme, const Rect& track, int units) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float one = x_of(track, 1);
    list->AddLine({one, track.y - 5}, {one, track.bottom() + 5}, theme.muted);
    const float ideal = x_of(track, 1.0 / units);
    for (float y = track.y - 5; y < track.bottom() + 5 && units > 1; y += 5)
        list->AddLine({ideal, y}, {ideal, y + 2}, theme.muted);
}

/// What the two guides mean, above the first bar. Returns the height it took.
float draw_scale(Frame& frame, const Rect& track, float y, int units) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    constexpr float height = 18;
    const auto label = [&](double ratio, const std::string& words) {
        paint_text(list, frame.theme.fonts.regular, type::small - 1, frame.theme.muted,
                   {x_of(track, ratio) - 60, y, 120, height}, words, Align::centre);
    };
    label(1, std::string(frame.in(words::scale_one)));
    if (units > 1) label(1.0 / units, "1/" + std::to_string(units));
    return height;
}

/// What the reader expects, as an outline that the result will be laid into.
void draw_predicted(const Theme& theme, const Rect& track, const std::string& predicted, int units) {
    if (predicted.empty()) return;
    const double ratio = predicted == "half" ? 1.0 / units : predicted == "same" ? 1.0 : 1.15;
    const Rect ghost{track.x, track.y, x_of(track, ratio) - track.x, track.h};
    fill_rect(ImGui::GetWindowDrawList(), ghost, faded(theme.accent, 0.10f), 4);
    frame_rect(ImGui::GetWindowDrawList(), ghost, theme.accent, 4);
}

void draw_bar(Frame& frame, const Rect& track, const SortWidget& widget, Way way) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const WayReport& of = widget.report().of(way);
    if (!of.unavailable.empty()) return;
    fill_rect(list, track, theme.sunken, 4);
    draw_guides(theme, track, widget.report().units);
    draw_predicted(theme, track, of.predicted, widget.report().units);
    const measure::Progress& progress = widget.experiment().progress();
    if (widget.experiment().running() && progress.phase == measure::Phase::measuring && progress.way == way) {
        float done = 0;
        for (const float unit : widget.experiment().unit_progress()) done += unit;
        const auto count = static_cast<float>(std::max<std::size_t>(1, widget.experiment().unit_progress().size()));
        fill_rect(list, {track.x, track.bottom() - 3, (x_of(track, 1) - track.x) * done / count, 3}, theme.accent, 1);
    }
    if (!of.measured() || of.speedup <= 0) return;
    const double sequence = widget.report().of(Way::sequence).median_s;
    std::vector<double> ratios;
    for (const measure::Repetition& repetition : widget.experiment().repetitions(way))
        ratios.push_back(static_cast<double>(repetition.wall_ns) * 1e-9 / sequence);
    draw_time_bar(theme, track, 1 / of.speedup, ratios, colour_of(theme, way));
}

SortRow place_row(const Frame& frame, const Rect& rect, float y, const SortWidget& widget, Way way) {
    const widget::SortReport& report = widget.report();
    return place_sort_row(rect, y,
                          {.is_measured = report.of(way).measured(),
                           .is_judged = report.of(way).verdict(report.units).has_value(),
                           .tells_cores = !widget::words_for_cores(report, way).empty(),
                           .row_height = frame.row_height()});
}

/// Spread and efficiency, or that the times are too short for them.
std::string detail_of(const Frame& frame, const WayReport& of, Way way) {
    if (!of.comparable()) return std::string(frame.in(words::too_short));
    std::string detail =
        std::string(frame.in(words::fact_spread_short)) + " " + std::string(frame.in(widget::words_for_spread(of)));
    if (way != Way::sequence && of.speedup > 0)
        detail += " · " + std::string(frame.in(words::fact_efficiency_short)) + " " +
                  text::fill(words::percent, {text::fixed(100 * of.efficiency, 0)}).in(frame.language);
    return detail;
}

void draw_figures(Frame& frame, const SortRow& at, const SortWidget& widget, Way way, bool stacked) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const WayReport& of = widget.report().of(way);
    if (!of.measured()) {
        const text::Line nothing =
            of.repetitions > 0 && !of.verified ? text::Line(words::failed_check) : text::Line::same("–");
        paint_text(list, theme.fonts.regular, type::body, of.repetitions > 0 ? theme.bad : theme.muted, at.figures,
                   frame.in(nothing), stacked ? Align::right : Align::left);
        return;
    }
    std::string figures = frame.in(widget::words_for_figure(of));
    if (of.speedup > 0 && way != Way::sequence)
        figures += "   " + text::fill(words::times, {text::fixed(of.speedup, 2)}).in(frame.language);
    paint_text(list, theme.fonts.semibold, type::body + 1, theme.text, at.figures, figures,
               stacked ? Align::right : Align::left);
    paint_text(list, theme.fonts.regular, type::small, theme.muted, at.detail, detail_of(frame, of, way),
               stacked ? Align::right : Align::left);
    const text::Line cores = widget::words_for_cores(widget.report(), way);
    paint_text(list, theme.fonts.regular, type::small, theme.bad, at.cores, frame.in(cores),
               stacked ? Align::right : Align::left);
}

void draw_prediction(Frame& frame, const Rect& rect, const SortWidget& widget, Way way) {
    if (way == Way::sequence || rect.w <= 0) return;
    const Theme& theme = frame.theme;
    const lab::Control* control = lab::find(widget.controls(), widget::prediction_id(way));
    const WayReport& of = widget.report().of(way);
    const auto verdict = of.verdict(widget.report().units);
    if (!verdict) {
        draw_control(frame, *control, rect, "", {0, 0}, Painted::segments);
        return;
    }
    const bool right = of.predicted == widget::name_of(*verdict);
    const text::Line said = widget::words_for_outcome(of, *verdict, widget.report().units);
    const ImU32 ink = of.predicted.empty() ? theme.muted : right ? theme.good : theme.bad;
    const std::string mark = of.predicted.empty() ? "" : right ? "✓ " : "✗ ";
    paint_text(ImGui::GetWindowDrawList(), theme.fonts.regular, type::body, ink, rect, mark + frame.in(said));
}

/// Broken before its end, and with the head of an arrow.
void draw_broken_bar(ImDrawList* list, const Theme& theme, const Rect& bar, ImU32 colour) {
    constexpr float head = 9;
    constexpr float gap = 4;
    const float neck = bar.right() - head;
    fill_rect(list, {bar.x, bar.y, neck - bar.x, bar.h}, colour, 3);
    list->AddTriangleFilled({neck, bar.y - 3}, {bar.right(), bar.y + bar.h / 2}, {neck, bar.bottom() + 3}, colour);
    const float top = neck - 2 * gap;
    const float foot = top - gap;
    list->AddQuadFilled({top, bar.y}, {top + gap, bar.y}, {foot + gap, bar.bottom()}, {foot, bar.bottom()},
                        theme.sunken);
}

} // namespace

void draw_time_bar(const Theme& theme, const Rect& track, double ratio, std::span<const double> repetitions,
                   ImU32 colour) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    Rect bar{track.x, track.y + 4, track.w, track.h - 8};
    const bool is_broken = ratio > scale_end;
    if (is_broken) {
        draw_broken_bar(list, theme, bar, colour);
    } else {
        bar.w = x_of(track, ratio) - track.x;
        fill_rect(list, bar, colour, 3);
    }
    bool has_longer = false;
    for (const double repetition : repetitions) {
        has_longer = has_longer || repetition > scale_end;
        if (repetition > scale_end) continue;
        const float x = x_of(track, repetition);
        list->AddLine({x, track.y + 1}, {x, track.bottom() - 1}, theme.text, 1.5f);
    }
    if (!has_longer || is_broken) return;
    const float middle = track.y + track.h / 2;
    list->AddTriangleFilled({track.right() - 7, middle - 6}, {track.right(), middle}, {track.right() - 7, middle + 6},
                            theme.text);
}

float draw_sort_bars(Frame& frame, const Rect& rect, const SortWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = rect.y;
    if (!is_stacked(rect)) y += draw_scale(frame, place_sort_row(rect, y, {}).track, y, widget.report().units);
    for (const Way way : measure::all_ways) {
        const SortRow at = place_row(frame, rect, y, widget, way);
        const Rect first{at.name.x, at.name.y, at.name.w, 24};
        paint_text(list, theme.fonts.semibold, type::body, theme.text, first,
                   frame.in(widget::words_for(way, widget.report().units)));
        if (!is_stacked(rect))
            paint_text(list, theme.fonts.regular, type::small, theme.muted, {at.name.x, at.name.y + 23, at.name.w, 18},
                       frame.in(note_of(way)));
        if (const text::Line& why = widget.report().of(way).unavailable; !why.empty()) {
            const bool stacked = is_stacked(rect);
            const float width = stacked ? rect.w : rect.right() - at.track.x;
            const float used = paint_wrapped(list, theme.fonts.regular, type::small, theme.muted,
                                             {at.track.x, at.track.y - 4}, width, frame.in(why));
            y += std::max(stacked ? 0 : at.height, at.track.y - 4 - y + used + space::s);
            continue;
        }
        draw_bar(frame, at.track, widget, way);
        draw_figures(frame, at, widget, way, is_stacked(rect));
        draw_prediction(frame, at.prediction, widget, way);
        const bool is_judged = widget.report().of(way).verdict(widget.report().units).has_value();
        const bool without_prediction = way == Way::sequence && is_stacked(rect) && !is_judged;
        y += without_prediction ? at.height - at.prediction.h - space::s : at.height;
    }
    if (const text::Line remark = widget::remark_on_cores(widget.report()); !remark.empty())
        y += paint_wrapped(list, theme.fonts.regular, type::small + 1, theme.bad, {rect.x, y}, rect.w,
                           frame.in(remark)) +
             space::s;
    return y - rect.y;
}

float draw_recorded_bars(Frame& frame, const Rect& rect) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool stacked = is_stacked(rect);
    paint_text(list, theme.fonts.semibold, type::small, theme.muted, {rect.x, rect.y, rect.w, 22},
               frame.in(words::recorded_heading));
    float y = rect.y + 24;
    for (const widget::RecordedSort& row : widget::recorded_sorts) {
        const float name = stacked ? rect.w : 172;
        paint_text(list, theme.fonts.regular, type::small, theme.text, {rect.x, y, name, 20}, frame.in(row.label));
        const bool has_processes = row.processes_s > 0;
        const text::Line figures =
            text::fill(has_processes ? words::recorded_row : words::recorded_row_threads,
                       {text::fixed(row.sequence_s, row.digits), text::fixed(row.threads_s, row.digits),
                        text::fixed(row.processes_s, row.digits)});
        const SortRow at = place_sort_row(rect, y, {});
        Rect track{at.track.x, y + 6, at.track.w, 8};
        Rect written{at.track.right() + space::m, y, rect.right() - at.track.right() - space::m, 20};
        if (stacked) {
            track.y = y + 22;
            written = {rect.x, y + 32, rect.w, 20};
            y += 36;
        }
        fill_rect(list, track, theme.sunken, 3);
        const auto bar = [&](double seconds, float top, ImU32 colour) {
            if (seconds > 0)
                fill_rect(list, {track.x, track.y + top, x_of(track, seconds / row.sequence_s) - track.x, 3}, colour,
                          1);
        };
        bar(row.threads_s, 0,
            theme.state_colour(row.id == "cpython_3_13t" ? trace::State::sort : trace::State::wait_lock));
        bar(row.processes_s, 5, theme.state_colour(trace::State::send));
        const float one = x_of(track, 1);
        list->AddLine({one, track.y - 3}, {one, track.bottom() + 3}, theme.muted);
        paint_text(list, theme.fonts.regular, type::small, theme.muted, written, frame.in(figures));
        y += 22;
    }
    y += paint_wrapped(list, theme.fonts.regular, type::small - 1, theme.muted, {rect.x, y + space::xs}, rect.w,
                       frame.in(words::recorded_setup)) +
         space::xs;
    return y - rect.y;
}

} // namespace view

#include "view/wait_figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/contention_stage.hpp"
#include "view/figure_frame.hpp"
#include "widget/contention_report.hpp"
#include "widget/shown_time.hpp"
#include "widget/wait_bins.hpp"

namespace view {
namespace {

using widget::WaitBin;
using widget::WaitBins;
namespace words = text::contention;

constexpr float axis_height = 20;
constexpr float percentile_height = 18;
constexpr std::array percentiles = {50, 95, 99};

/// Powers of ten under the axis.
void draw_axis(Frame& frame, const Rect& plot, const WaitBins& bins) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    float free_from = plot.x - 100;
    for (double tick = widget::least_shown_ns; tick <= bins.bins.back().to_ns * 1.001; tick *= 10) {
        const double place = bins.place_of(tick);
        if (place < -0.001) continue;
        const float x = plot.x + plot.w * static_cast<float>(place);
        list->AddLine({x, plot.y}, {x, plot.bottom()}, frame.theme.line);
        const text::Line label = widget::shown_time(tick);
        const float width = text_size(frame.theme.fonts.regular, type::small - 1, frame.in(label)).x;
        const float left = std::clamp(x - width / 2, plot.x - 4, plot.right() + 4 - width);
        if (left < free_from) continue;
        free_from = left + width + space::s;
        paint_text(list, frame.theme.fonts.regular, type::small - 1, frame.theme.muted,
                   {left, plot.bottom() + 1, width + 1, axis_height}, frame.in(label));
    }
}

/// Each percentile: a line, and what it is in a row of its own above the bars, so that near ones stay apart.
void draw_percentiles(Frame& frame, const Rect& plot, const WaitBins& bins, const program::Histogram& waits,
                      float top) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const int percent : percentiles) {
        const program::Nanoseconds ns = waits.percentile(percent / 100.0);
        const auto place = static_cast<float>(std::clamp(bins.place_of(static_cast<double>(ns)), 0.0, 1.0));
        const float x = plot.x + plot.w * place;
        dashed_line(list, {x, top + percentile_height / 2}, {x, plot.bottom()}, frame.theme.text, 1, 3);
        const text::Line label = text::fill(words::percentile, {text::grouped(percent), widget::shown_time(ns)});
        const float width = text_size(frame.theme.fonts.regular, type::small - 1, frame.in(label)).x;
        const bool is_right = x + space::xs + width <= plot.right() + 4;
        const float left = is_right ? x + space::xs : x - space::xs - width;
        fill_rect(list, {left - 2, top + 2, width + 4, percentile_height - 4}, frame.theme.sunken);
        paint_text(list, frame.theme.fonts.regular, type::small - 1, frame.theme.text,
                   {left, top, width + 1, percentile_height}, frame.in(label));
        top += percentile_height;
    }
}

} // namespace

void draw_wait_figure(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown) {
    const widget::ShownWaits waits = widget::shown_waits(shown);
    const Rect ground = draw_figure_frame(frame, rect, frame.in(waits.heading));
    const WaitBins bins = widget::wait_bins(waits.times);
    if (bins.empty()) return draw_nothing_yet(frame, ground, frame.in(waits.none));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float none = bins.no_wait > 0 ? 46.0f : 0.0f; // the bar of those that did not wait, apart from the axis
    const float top = ground.y + space::s + percentile_height * static_cast<float>(percentiles.size());
    const Rect plot{ground.x + space::m + none, ground.y + space::s, ground.w - 2 * space::m - none,
                    ground.h - 2 * space::s - axis_height};
    const float room = plot.bottom() - top;
    const ImU32 colour = frame.theme.state_colour(trace::State::wait_lock);
    draw_axis(frame, plot, bins);
    const auto height_of = [&](double share) { return room * static_cast<float>(share / bins.tallest); };
    for (const WaitBin& bin : bins.bins) {
        const float x0 = plot.x + plot.w * static_cast<float>(bins.place_of(bin.from_ns));
        const float x1 = plot.x + plot.w * static_cast<float>(bins.place_of(bin.to_ns));
        const float height = bin.share > 0 ? std::max(1.5f, height_of(bin.share)) : 0;
        fill_rect(list, {x0 + 0.5f, plot.bottom() - height, x1 - x0 - 1, height}, colour);
    }
    if (none > 0) {
        const float height = height_of(bins.no_wait);
        fill_rect(list, {ground.x + space::m, plot.bottom() - height, 22, height},
                  frame.theme.state_colour(trace::State::section));
        paint_text(list, frame.theme.fonts.regular, type::small - 1, frame.theme.muted,
                   {ground.x + space::xs, plot.bottom() + 1, none, axis_height}, frame.in(words::histogram_zero));
    }
    list->AddLine({ground.x + space::s, plot.bottom()}, {plot.right(), plot.bottom()}, frame.theme.muted);
    draw_percentiles(frame, plot, bins, waits.times, ground.y + space::xs);
}

} // namespace view

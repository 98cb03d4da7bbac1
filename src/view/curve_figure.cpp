#include "view/curve_figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "text/contention_stage.hpp"
#include "view/control_view.hpp"
#include "view/figure_frame.hpp"
#include "widget/shown_time.hpp"

namespace view {
namespace {

using widget::ContentionWidget;
using widget::Curve;
using widget::CurvePoint;
namespace words = text::contention;

constexpr float axis_height = 20;
constexpr float legend_height = 18;
constexpr float names_width = 62; ///< room for the names at the curves' ends

/// Okabe–Ito once more; beyond it strokes are dashed.
constexpr std::array<ImU32, 6> hues = {IM_COL32(0, 158, 115, 255),  IM_COL32(213, 94, 0, 255),
                                       IM_COL32(86, 180, 233, 255), IM_COL32(204, 121, 167, 255),
                                       IM_COL32(230, 159, 0, 255),  IM_COL32(128, 128, 128, 255)};

struct Style {
    ImU32 colour;
    bool is_dashed;
};

Style style_of(const Theme& theme, std::size_t curve) {
    if (curve == 0) return {theme.accent, false};
    return {hues.at((curve - 1) % hues.size()), (curve - 1) / hues.size() % 2 == 1};
}

/// The plot: threads to the right on a logarithmic axis, throughput upwards from 0.
struct Axes {
    Rect plot;
    double most_threads = 1;
    double most_per_s = 1;

    float x(double threads) const {
        const double part = most_threads > 1 ? std::log2(threads) / std::log2(most_threads) : 0.5;
        return plot.x + plot.w * static_cast<float>(part);
    }
    float y(double per_s) const {
        return plot.bottom() - plot.h * static_cast<float>(std::min(per_s / most_per_s, 1.0));
    }
    ImVec2 at(double threads, double per_s) const { return {x(threads), y(per_s)}; }
};

double factor_of(const std::string& prediction) {
    if (prediction == "twice") return 2;
    if (prediction == "more") return 1.4;
    return prediction == "same" ? 1 : 0.6;
}

void draw_axes(Frame& frame, const Axes& axes, const std::vector<int>& counts) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Theme& theme = frame.theme;
    list->AddLine({axes.plot.x, axes.plot.bottom()}, {axes.plot.right(), axes.plot.bottom()}, theme.muted);
    float free_from = axes.plot.x - 100;
    for (const int count : counts) {
        const float x = axes.x(count);
        list->AddLine({x, axes.plot.bottom()}, {x, axes.plot.bottom() + 3}, theme.muted);
        const std::string label = std::to_string(count);
        const float width = text_size(theme.fonts.regular, type::small - 1, label).x;
        if (x - width / 2 < free_from) continue;
        free_from = x + width / 2 + space::s;
        paint_text(list, theme.fonts.regular, type::small - 1, theme.muted,
                   {x - width / 2, axes.plot.bottom() + 2, width + 1, axis_height}, label);
    }
    const text::Line most = widget::shown_rate(axes.most_per_s);
    list->AddLine({axes.plot.x, axes.plot.y}, {axes.plot.right(), axes.plot.y}, theme.line);
    const float width = text_size(theme.fonts.regular, type::small - 1, frame.in(most)).x;
    fill_rect(list, {axes.plot.x - 2, axes.plot.y - 9, width + 6, 18}, theme.sunken);
    paint_text(list, theme.fonts.regular, type::small - 1, theme.muted, {axes.plot.x, axes.plot.y - 9, width + 1, 18},
               frame.in(most));
}

/// The bound dashed, with its bend where it is; theory between the numbers of threads that were simulated.
void draw_theory(Frame& frame, const Axes& axes, const ContentionWidget& shown) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    program::Contention parameters = shown.theory()->parameters;
    const auto bound_of = [&](int threads) {
        parameters.threads = threads;
        return program::throughput_bound(parameters) * 1e9;
    };
    for (int threads = 1; threads < static_cast<int>(axes.most_threads); ++threads)
        if (bound_of(threads + 1) < axes.most_per_s)
            dashed_line(list, axes.at(threads, bound_of(threads)), axes.at(threads + 1, bound_of(threads + 1)),
                        frame.theme.text, 1.2f, 4);
    if (!shown.theory()->predicted_per_s) return;
    const auto predicted = [&](int threads) { return axes.at(threads, *shown.theory_at(threads)->predicted_per_s); };
    const std::vector<int>& counts = shown.sweep()->thread_counts();
    for (std::size_t i = 0; i + 1 < counts.size(); ++i)
        list->AddLine(predicted(counts[i]), predicted(counts[i + 1]), frame.theme.state_colour(trace::State::section),
                      2);
}

void draw_curve(const Axes& axes, const Curve& curve, const Style& style) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i + 1 < curve.points.size(); ++i) {
        const ImVec2 from = axes.at(curve.points[i].threads, curve.points[i].throughput_per_s);
        const ImVec2 to = axes.at(curve.points[i + 1].threads, curve.points[i + 1].throughput_per_s);
        if (style.is_dashed)
            dashed_line(list, from, to, style.colour, 1.6f, 4);
        else
            list->AddLine(from, to, style.colour, 1.8f);
    }
    for (const CurvePoint& point : curve.points)
        list->AddCircleFilled(axes.at(point.threads, point.throughput_per_s), 3, style.colour);
}

/// The names at the curves' ends, pushed apart where they would overlap, within the height of the whole figure.
void draw_names(Frame& frame, const Rect& ground, const Axes& axes, const std::vector<Curve>& curves) {
    struct Name {
        float y;
        std::size_t curve;
    };
    std::vector<Name> names;
    for (std::size_t i = 0; i < curves.size(); ++i)
        if (!curves[i].points.empty()) names.push_back({axes.y(curves[i].points.back().throughput_per_s), i});
    std::ranges::sort(names, {}, &Name::y);
    constexpr float least_gap = 13;
    const float lowest = ground.bottom() - least_gap;
    for (std::size_t i = 1; i < names.size(); ++i) names[i].y = std::max(names[i].y, names[i - 1].y + least_gap);
    const float beyond = names.empty() ? 0 : names.back().y - lowest;
    for (std::size_t i = names.size(); beyond > 0 && i-- > 0;)
        names[i].y = std::min(names[i].y, lowest - least_gap * static_cast<float>(names.size() - 1 - i));
    for (const Name& name : names) {
        const Curve& curve = curves[name.curve];
        const ImU32 colour = style_of(frame.theme, name.curve).colour;
        const float x = axes.plot.right() + space::s;
        const float end = axes.x(curve.points.back().threads);
        ImGui::GetWindowDrawList()->AddLine({end, axes.y(curve.points.back().throughput_per_s)}, {x, name.y},
                                            faded(colour, 0.6f));
        ImGui::GetWindowDrawList()->AddCircleFilled({x + 3, name.y}, 3, colour);
        paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small - 1.5f, frame.theme.text,
                   {x + 9, name.y - 9, names_width - 14, 18}, program::traits_of(curve.kind).id);
    }
}

/// The scenario's own number of threads, and where the reader expects twice as many to come to.
void draw_own(Frame& frame, const Axes& axes, const ContentionWidget& shown, const Curve& curve) {
    const int own = static_cast<int>(shown.scenario().threads.size());
    const CurvePoint* point = curve.at(own);
    if (point == nullptr) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = axes.at(own, point->throughput_per_s);
    list->AddCircle(at, 6, frame.theme.accent, 0, 2);
    const std::string& predicted = lab::find(shown.controls(), "predict")->value;
    if (predicted.empty() || 2 * own > axes.most_threads) return;
    const ImVec2 to = axes.at(2 * own, point->throughput_per_s * factor_of(predicted));
    dashed_line(list, at, to, frame.theme.bad, 2, 5);
    list->AddCircle(to, 5, frame.theme.bad, 0, 2);
}

void draw_legend(Frame& frame, const Rect& rect, const widget::ContentionTheory* theory, bool has_prediction) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    float x = rect.x;
    const float y = rect.y + rect.h / 2;
    const auto entry = [&](const text::Sentence& name, ImU32 colour, bool is_dashed) {
        const float width = text_size(frame.theme.fonts.regular, type::small - 1.5f, frame.in(name)).x;
        if (x + 20 + width > rect.right() + 1) return;
        if (is_dashed)
            dashed_line(list, {x, y}, {x + 16, y}, colour, 1.6f, 4);
        else
            list->AddLine({x, y}, {x + 16, y}, colour, 2);
        paint_text(list, frame.theme.fonts.regular, type::small - 1.5f, frame.theme.text,
                   {x + 20, rect.y, width + 1, rect.h}, frame.in(name));
        x += 20 + width + space::m;
    };
    entry(words::curve_simulated, frame.theme.accent, false);
    if (theory != nullptr) {
        const bool has_readers = theory->parameters.readers_percent > 0;
        if (theory->predicted_per_s) entry(words::curve_theory, frame.theme.state_colour(trace::State::section), false);
        entry(has_readers ? words::curve_bound_readers : words::curve_bound, frame.theme.text, true);
    }
    if (has_prediction) entry(words::curve_predicted, frame.theme.bad, true);
}

Axes axes_of(const Rect& ground, const ContentionWidget& shown, bool has_names) {
    const std::vector<Curve>& curves = shown.sweep()->curves();
    Axes axes;
    axes.plot = {ground.x + space::m, ground.y + space::m + legend_height,
                 ground.w - 2 * space::m - (has_names ? names_width : 0.0f),
                 ground.h - 2 * space::m - legend_height - axis_height + space::xs};
    axes.most_threads = shown.sweep()->thread_counts().back();
    double most = 0;
    for (const Curve& curve : curves)
        if (has_names || &curve == &curves.front())
            for (const CurvePoint& point : curve.points) most = std::max(most, point.throughput_per_s);
    if (shown.theory() && shown.theory()->predicted_per_s)
        most = std::max(most, *shown.theory_at(static_cast<int>(axes.most_threads))->predicted_per_s);
    axes.most_per_s = std::max(1.0, most * 1.1);
    return axes;
}

} // namespace

void draw_curve_figure(Frame& frame, const Rect& rect, const ContentionWidget& shown) {
    Rect heading = rect;
    const lab::Control& all_locks = *lab::find(shown.controls(), "all_locks");
    const float toggle = shown.sweep() == nullptr ? 0 : std::min(170.0f, rect.w * 0.55f);
    heading.w -= toggle;
    draw_figure_frame(frame, {rect.x, rect.y, rect.w, rect.h}, "");
    paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.semibold, type::small, frame.theme.text,
               {heading.x, heading.y, heading.w - space::s, 22}, frame.in(words::curve_heading));
    const Rect ground{rect.x, rect.y + 24, rect.w, rect.h - 24};
    if (shown.sweep() == nullptr) return draw_nothing_yet(frame, ground, frame.in(words::curve_impossible));
    draw_control(frame, all_locks, {rect.right() - toggle, rect.y - 2, toggle, 24});
    const std::vector<Curve>& curves = shown.sweep()->curves();
    if (curves.front().points.empty()) return draw_nothing_yet(frame, ground, frame.in(words::curve_none));

    const bool has_names = all_locks.value == "true";
    const Axes axes = axes_of(ground, shown, has_names);
    draw_axes(frame, axes, shown.sweep()->thread_counts());
    const bool has_theory = shown.theory() && std::isfinite(shown.theory()->bound_per_s);
    if (has_theory) draw_theory(frame, axes, shown);
    for (std::size_t i = has_names ? curves.size() : 1; i-- > 0;) draw_curve(axes, curves[i], style_of(frame.theme, i));
    if (has_names) draw_names(frame, ground, axes, curves);
    draw_own(frame, axes, shown, curves.front());
    const float legend = has_names ? axes.plot.w + space::s : ground.w - space::m;
    draw_legend(frame, {ground.x + space::m, ground.y + space::xs, legend, legend_height},
                has_theory ? &*shown.theory() : nullptr, !lab::find(shown.controls(), "predict")->value.empty());
}

} // namespace view

#include "view/coroutine_memory.hpp"

#include <algorithm>
#include <vector>

#include "text/coroutine.hpp"
#include "view/coroutine_code.hpp"
#include "widget/coroutine_report.hpp"

namespace view {
namespace {

namespace words = text::coroutine;
using Way = lesson::ReadingRace::Way;

/// Both axes end at the size of the file.
std::vector<ImVec2> curve_of(const Way& way, const Rect& plot, double bytes) {
    std::vector<ImVec2> points;
    for (const lesson::ReadingRace::Sample& sample : way.samples)
        points.push_back({plot.x + plot.w * static_cast<float>(std::min(1.0, sample.read / bytes)),
                          plot.bottom() - plot.h * static_cast<float>(std::min(1.0, sample.held / bytes))});
    return points;
}

void draw_figure(Frame& frame, const Rect& figure, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    fill_rect(list, figure, theme.sunken, 8);
    const lesson::ReadingRace& race = widget.race();
    if (race.generator().samples.empty()) {
        paint_text(list, theme.fonts.regular, type::small, theme.muted, figure, frame.in(words::memory_none),
                   Align::centre);
        return;
    }
    const Rect plot{figure.x + space::m, figure.y + space::l, figure.w - 2 * space::m, figure.h - space::xl};
    const auto bytes = static_cast<double>(std::max<std::uint64_t>(race.bytes(), 1));
    list->AddLine({plot.x, plot.bottom()}, plot.max(), theme.line);
    const ImU32 orange = theme.state_colour(trace::State::wait_lock);
    const std::vector<ImVec2> ramp = curve_of(race.whole(), plot, bytes);
    for (std::size_t i = 1; i < ramp.size(); ++i) {
        const float floor = plot.bottom();
        list->AddQuadFilled(ramp[i - 1], ramp[i], {ramp[i].x, floor}, {ramp[i - 1].x, floor}, faded(orange, 0.2f));
    }
    list->AddPolyline(ramp.data(), static_cast<int>(ramp.size()), orange, 0, 2);
    const std::vector<ImVec2> flat = curve_of(race.generator(), plot, bytes);
    list->AddPolyline(flat.data(), static_cast<int>(flat.size()), theme.accent, 0, 3);
    const text::Line generator = text::fill(words::memory_generator, {widget::shown_bytes(race.generator().peak)});
    paint_text(list, theme.fonts.semibold, type::small, theme.accent, {plot.x, plot.bottom() - 24, plot.w, 18},
               frame.in(generator), Align::right);
    if (ramp.empty()) return;
    const text::Line whole = text::fill(words::memory_whole, {widget::shown_bytes(race.whole().peak)});
    paint_text(list, theme.fonts.semibold, type::small, theme.text, {plot.x, plot.y - 8, plot.w * 0.8f, 18},
               frame.in(whole));
}

} // namespace

float draw_memory(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const float top = rect.y + draw_heading(frame, rect, frame.in(words::heading_memory));
    const Rect figure{rect.x, top, rect.w, 150};
    draw_figure(frame, figure, widget);
    return figure.bottom() - rect.y;
}

float draw_what_is_counted(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    return paint_wrapped(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
                         {rect.x, rect.y}, rect.w, frame.in(widget::words_for_counted(widget)));
}

} // namespace view

#include "view/timeline_figure.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "text/sentence.hpp"
#include "view/time_axis.hpp"
#include "view/timeline_marks.hpp"

namespace view {
namespace {

using trace::State;

constexpr float tick_gap_px = 96;
/// Free pixels beside a text on a box or a fold.
constexpr float beside_label_px = 16;

/// A text that lies on a box, on a ground of its own so that no pattern runs through it.
struct Label {
    Rect rect;
    ImU32 colour;
    std::string text;
};

/// The part of [x0, x1) that is seen, in pixels of the plot.
struct Seen {
    float x0;
    float x1;
    float width() const { return x1 - x0; }
};
Seen seen_part(const TimelineFigure& figure, float x0, float x1) {
    return {std::max(x0, 0.0f), std::min(x1, figure.plot_width())};
}

float linear(float channel) {
    return channel <= 0.04045f ? channel / 12.92f : std::pow((channel + 0.055f) / 1.055f, 2.4f);
}

/// Black or white, whichever is easier to read on `colour` (relative luminance of WCAG 2.2).
ImU32 readable_on(ImU32 colour) {
    const ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
    const float luminance = 0.2126f * linear(c.x) + 0.7152f * linear(c.y) + 0.0722f * linear(c.z);
    // Where the contrast with black and with white is the same: 1.05 / (L + 0.05) = (L + 0.05) / 0.05.
    return luminance > 0.179f ? IM_COL32(16, 18, 22, 255) : IM_COL32(255, 255, 255, 255);
}

class LanePainter {
public:
    LanePainter(const TimelineFigure& figure) : figure_(figure) {}

    void add_boxes() {
        for (const TimelineBox& box : figure_.boxes) {
            const LaneRow& row = figure_.rows.lanes[box.lane];
            // One pixel is left free between boxes that can spare it, so that two of one state stay two.
            const float gap = box.x1 - box.x0 >= 2 * fold_below_px ? 1.0f : 0.0f;
            // Far outside, floats are coarser than pixels.
            const float x0 = std::max(box.x0, -2 * pattern_period);
            const float x1 = std::min(box.x1 - gap, figure_.plot_width() + 2 * pattern_period);
            quads_.push_back(state_quad(figure_.theme, box.state, {x0, y(row.y0)}, {x1, y(row.y1)}));
        }
    }

    void add_box_labels() {
        for (const TimelineBox& box : figure_.boxes) {
            if (box.is_fold() || box.state == State::idle || box.x1 - box.x0 < 24) continue;
            const Seen seen = seen_part(figure_, box.x0, box.x1);
            const trace::Span& span = figure_.trace.lanes[box.lane].spans[box.first];
            const std::string length = length_text(static_cast<double>(span.length_ns()));
            std::string full = figure_.words.of(figure_.trace.lanes[box.lane], span);
            full.append("  ").append(length);
            const ImU32 ground = figure_.theme.state_colour(box.state);
            if (!add_label(box.lane, seen, full, ground, readable_on(ground), false))
                add_label(box.lane, seen, length, ground, readable_on(ground), false);
        }
    }

    void add_fold_labels() {
        for (const FoldRun& run : fold_runs(figure_.boxes)) {
            const Seen seen = seen_part(figure_, run.x0, run.x1);
            add_label(run.lane, seen, "×" + text::grouped(static_cast<long long>(run.count)).en, figure_.theme.surface,
                      figure_.theme.text, true);
        }
    }

    const std::vector<Quad>& quads() const { return quads_; }
    const std::vector<Label>& labels() const { return labels_; }

private:
    float y(float row_y) const { return row_y - figure_.scroll_y; }

    /// Written where it fits; says whether it did.
    bool add_label(std::uint32_t lane, Seen seen, std::string text, ImU32 ground, ImU32 ink, bool is_centred) {
        const LaneRow& row = figure_.rows.lanes[lane];
        ImFont* font = figure_.theme.fonts.regular;
        const ImVec2 size = text_size(font, type::small, text);
        if (size.x + beside_label_px > seen.width() || size.y > row.y1 - row.y0) return false;
        const float x = is_centred ? (seen.x0 + seen.x1 - size.x) / 2 : seen.x0 + space::s;
        const float top = y((row.y0 + row.y1 - size.y) / 2);
        quads_.push_back({x - space::xs, top - 1, x + size.x + space::xs, top + size.y + 1, ground, Pattern::solid, 3});
        labels_.push_back({{figure_.plot_x() + x, figure_.low.y + top, size.x, size.y}, ink, std::move(text)});
        return true;
    }

    const TimelineFigure& figure_;
    std::vector<Quad> quads_;
    std::vector<Label> labels_;
};

void paint_headings(ImDrawList& list, const TimelineFigure& figure) {
    const Theme& theme = figure.theme;
    for (const GroupHeading& heading : figure.rows.headings)
        paint_text(&list, theme.fonts.semibold, type::small, theme.text,
                   {figure.low.x, figure.row_y(heading.y0), figure.high.x - figure.low.x, heading.y1 - heading.y0},
                   figure.words.group(figure.trace.lanes[heading.first_lane].group));
}

void paint_names(ImDrawList& list, const TimelineFigure& figure) {
    const Theme& theme = figure.theme;
    for (const LaneRow& row : figure.rows.lanes)
        paint_text(&list, theme.fonts.regular, type::small, theme.muted,
                   {figure.low.x, figure.row_y(row.y0), figure.names - space::s, row.y1 - row.y0},
                   figure.words.lane(figure.trace.lanes[row.lane]));
}

void paint_marks(ImDrawList& list, const TimelineFigure& figure) {
    for (const MarkTick& tick : layout_marks(figure.trace, figure.window, figure.plot_width()))
        if (tick.lane < figure.rows.lanes.size())
            paint_event(list, figure.theme, tick.event, tick.count == 1,
                        {std::round(figure.plot_x() + tick.x), figure.row_y(figure.rows.lanes[tick.lane].y0) - 2});
}

} // namespace

float names_width(const trace::Trace& trace, const TimelineWords& words, const Theme& theme, float width) {
    float widest = 0;
    for (const trace::Lane& lane : trace.lanes)
        widest = std::max(widest, text_size(theme.fonts.regular, type::small, words.lane(lane)).x);
    return std::round(std::min(widest + space::m, width / 4));
}

void paint_event(ImDrawList& list, const Theme& theme, trace::Event event, bool is_one, ImVec2 at) {
    const float half = is_one ? 4.0f : 2.5f;
    const ImU32 ink = is_one ? theme.text : theme.muted;
    const ImVec2 left(at.x - half, at.y), right(at.x + half, at.y), tip(at.x, at.y + 1.6f * half);
    switch (event) {
    case trace::Event::switch_request:
        list.AddTriangleFilled(left, right, tip, theme.background);
        list.AddTriangle(left, right, tip, ink, is_one ? 1.2f : 0.8f);
        break;
    case trace::Event::hand_off:
        list.AddTriangleFilled(left, right, tip, ink);
        break;
    case trace::Event::snapshot:
    case trace::Event::count:
        list.AddQuadFilled({at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y},
                           theme.accent);
        break;
    }
}

QuadPlace plot_place(const TimelineFigure& figure) {
    const double zero_x = -figure.window.start_ns() / figure.window.ns_per_pixel(figure.plot_width());
    return {{figure.plot_x(), figure.low.y},
            static_cast<float>(std::fmod(zero_x, static_cast<double>(pattern_period))),
            figure.theme.background};
}

Quad state_quad(const Theme& theme, State state, ImVec2 low, ImVec2 high) {
    const float height = high.y - low.y;
    float inset = 0;
    if (state == State::idle) inset = height / 2 - 1;
    if (is_waiting(state)) inset = std::round(height * 0.22f);
    const auto radius = static_cast<std::uint8_t>(high.x - low.x >= 8 ? 2 : 0);
    return {low.x, low.y + inset, high.x, high.y - inset, theme.state_colour(state), pattern_of(state), radius};
}

void paint_ground(ImDrawList& list, const TimelineFigure& figure, float axis_height) {
    const Theme& theme = figure.theme;
    const float right = figure.plot_x() + figure.plot_width();
    list.PushClipRect(figure.low, figure.high, true);
    for (const LaneRow& row : figure.rows.lanes)
        list.AddRectFilled({figure.plot_x(), figure.row_y(row.y0)}, {right, figure.row_y(row.y1)}, theme.sunken, 3);
    list.PopClipRect();
    list.AddLine({figure.plot_x(), figure.high.y + 0.5f}, {right, figure.high.y + 0.5f}, theme.line);
    for (const Tick& tick : axis_ticks(figure.window, figure.plot_width(), tick_gap_px)) {
        const float x = std::round(figure.plot_x() + tick.x) + 0.5f;
        list.AddLine({x, figure.low.y}, {x, figure.high.y + space::xs}, theme.line);
        const float width = text_size(theme.fonts.regular, type::small, tick.label).x;
        // The last text moves in rather than out of the picture.
        const float text_x = std::clamp(x - width / 2, figure.low.x, std::max(figure.low.x, right - width));
        paint_text(&list, theme.fonts.regular, type::small, theme.muted,
                   {text_x, figure.high.y + space::xs, width, axis_height - space::xs}, tick.label);
    }
}

void paint_lanes(ImDrawList& list, QuadPainter& painter, const TimelineFigure& figure) {
    list.PushClipRect(figure.low, figure.high, true);
    paint_headings(list, figure);
    paint_names(list, figure);
    list.PushClipRect({figure.plot_x(), figure.low.y}, figure.high, true);
    LanePainter lanes(figure);
    lanes.add_boxes();
    lanes.add_box_labels();
    lanes.add_fold_labels();
    painter.paint(list, lanes.quads(), plot_place(figure));
    for (const Label& label : lanes.labels())
        paint_text(&list, figure.theme.fonts.regular, type::small, label.colour, label.rect, label.text);
    paint_marks(list, figure);
    list.PopClipRect();
    list.PopClipRect();
}

} // namespace view

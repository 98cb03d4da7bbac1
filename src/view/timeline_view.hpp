#pragma once

#include <imgui.h>

#include <optional>

#include "trace/trace.hpp"
#include "view/pinch.hpp"
#include "view/quad_painter.hpp"
#include "view/theme.hpp"
#include "view/timeline_input.hpp"
#include "view/timeline_legend.hpp"
#include "view/timeline_place.hpp"
#include "view/timeline_window.hpp"
#include "view/timeline_words.hpp"

namespace view {

struct TimelineFigure;

/// Spans [first, first + count) of a lane, and the time that was pointed at.
struct TimelinePick {
    std::uint32_t lane = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    double time_ns = 0;
};

struct TimelineEvents {
    bool has_moved = false; ///< another part of the trace is seen than before: draw once more
    bool is_focused = false;
    std::optional<double> pointed_ns;          ///< the time that is read: under the pointer, or where keys have led
    std::optional<trace::State> pointed_state; ///< of the box that is read
    std::optional<TimelinePick> picked;        ///< a box was clicked
    std::optional<double> clicked_ns;          ///< the time at which the plot was clicked, box or none
    int stepped = 0;                           ///< with a moment: the arrow keys go one back (-1) or on (+1)
};

/// Draws a trace: legend and buttons, groups of lanes under one another, one time axis. Holds what belongs to the
/// picture and to no model: GL objects, how far the rows are scrolled, which states the legend names.
class TimelineView {
public:
    /// The height at which every lane has its full size.
    static float preferred_height(const trace::Trace& trace);

    /// At ImGui's cursor, `size` pixels large; when the lanes need more height, they scroll. The only things changed
    /// are `window` and ImGui's own state. Needs the GL context to be current. `moment_ns`: a time that is marked
    /// through all lanes; the arrow keys then step instead of panning.
    TimelineEvents draw(const trace::Trace& trace, TimelineWindow& window, const Theme& theme,
                        const TimelineWords& words, ImVec2 size, const Pinch& pinch = {},
                        std::optional<double> moment_ns = std::nullopt);

    /// The next frame gives it the keyboard.
    void take_keyboard() { takes_keyboard_ = true; }

    /// The GL context is lost.
    void forget() { painter_.forget(); }

private:
    void find_legend(const trace::Trace& trace);
    float draw_head(const Theme& theme, const TimelineWords& words, ImVec2 at, float width, TimelineWindow& window);
    void move_place(const TimelineInput& input, const TimelineFigure& figure, TimelineWindow& window,
                    std::optional<double> moment_ns);
    std::optional<ImVec2> reads_at(const TimelineInput& input, const TimelineFigure& figure) const;
    void take_click(const TimelineFigure& figure, TimelineEvents& events);
    void paint_reading(ImDrawList& list, const TimelineFigure& figure, ImVec2 at, TimelineEvents& events);

    QuadPainter painter_;
    bool takes_keyboard_ = false;
    float scroll_y_ = 0;
    std::optional<TimelinePlace> place_; ///< where keys have led, or a click or a tap
    bool reads_place_ = false;           ///< whether that was later than the pointer's last move
    Legend legend_;                      ///< of what occurs in the trace
    const trace::Trace* seen_trace_ = nullptr;
    std::size_t seen_spans_ = 0;
    trace::Nanoseconds seen_end_ns_ = -1;
};

} // namespace view

#pragma once

#include <imgui.h>

#include <vector>

#include "trace/trace.hpp"
#include "view/paint.hpp"
#include "view/quad_painter.hpp"
#include "view/timeline_layout.hpp"
#include "view/timeline_rows.hpp"
#include "view/timeline_window.hpp"
#include "view/timeline_words.hpp"

namespace view {

/// One frame of a timeline, laid out and ready to be painted: the seam between the two passes.
struct TimelineFigure {
    const trace::Trace& trace;
    const TimelineWindow& window;
    const Theme& theme;
    const TimelineWords& words;
    TimelineRows rows;
    std::vector<TimelineBox> boxes;
    ImVec2 low; ///< the stage: names and lanes, without legend and axis; screen pixels
    ImVec2 high;
    float names = 0;    ///< width of the column of names
    float scroll_y = 0; ///< pixels of rows above the stage

    float plot_x() const { return low.x + names; }
    float plot_width() const { return high.x - low.x - names; }
    float row_y(float y) const { return low.y + y - scroll_y; }
};

/// Width of the column that the names of the lanes need, at most a quarter of `width`.
float names_width(const trace::Trace& trace, const TimelineWords& words, const Theme& theme, float width);

/// The grounds of the lanes, hairlines through them at the ticks, and the ticks' texts under the stage.
void paint_ground(ImDrawList& list, const TimelineFigure& figure, float axis_height);

/// Headings, names, boxes, what is written in the boxes, and marks.
void paint_lanes(ImDrawList& list, QuadPainter& painter, const TimelineFigure& figure);

/// A box of this state in its colour, pattern and shape, for lanes, legend and cursor alike.
Quad state_quad(const Theme& theme, trace::State state, ImVec2 low, ImVec2 high);

/// The sign of an event, its top at `at`: a request an open triangle, a hand-off a full one, a picture a diamond. Small
/// and pale where one stands for many: there it says only that there are some.
void paint_event(ImDrawList& list, const Theme& theme, trace::Event event, bool is_one, ImVec2 at);

/// Where the patterns of this frame begin.
QuadPlace plot_place(const TimelineFigure& figure);

} // namespace view

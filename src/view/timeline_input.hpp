#pragma once

#include <imgui.h>

#include "view/pinch.hpp"
#include "view/timeline_window.hpp"

namespace view {

/// What the reader did to the stage of a timeline in this frame.
struct TimelineInput {
    bool is_hovered = false;
    bool is_focused = false;
    bool is_clicked = false; ///< pressed and let go without moving
    int stepped = 0;         ///< with `arrows_step`: -1 or +1
    int next_box = 0;        ///< the place that is read goes one box back (-1) or on (+1)
    int next_lane = 0;       ///< … one lane up (-1) or down (+1)
};

/// Takes the rectangle as one ImGui item and turns what the reader does there into moves of the window and of the rows
/// (`scroll_y`, 0 to `most_scroll_y`).
///
///   wheel           zoom about the pointer (with Shift: rows, or time when all rows fit)
///   drag, fingers   pan; two fingers zoom
///   double click    the whole trace
///   keys, focused   ← → pan, ↑ ↓ rows, + − zoom, F or Home the whole trace; , . and [ ] are handed back as moves of
///                   the place that is read, from box to box and from lane to lane
///
/// With `arrows_step` ← and → are handed back as steps, and pan with Shift.
///
/// `plot_x` and `plot_width` say where time is drawn.
TimelineInput take_input(TimelineWindow& window, float& scroll_y, float most_scroll_y, ImVec2 low, ImVec2 high,
                         float plot_x, float plot_width, const Pinch& pinch, bool arrows_step = false);

} // namespace view

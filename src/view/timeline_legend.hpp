#pragma once

#include <imgui.h>

#include <vector>

#include "trace/trace.hpp"
#include "view/quad_painter.hpp"
#include "view/theme.hpp"
#include "view/timeline_words.hpp"

namespace view {

/// What a legend names: the states and the events that occur.
struct Legend {
    std::vector<trace::State> states;
    std::vector<trace::Event> events;
};

/// Colour, pattern and name of each state, then sign and name of each event, in lines no wider than `width`, from `at`
/// down. Returns the height taken. Without a draw list nothing is painted and only the height is found.
float paint_legend(ImDrawList* list, QuadPainter& painter, ImVec2 at, float width, const Legend& legend,
                   const Theme& theme, const TimelineWords& words);

} // namespace view

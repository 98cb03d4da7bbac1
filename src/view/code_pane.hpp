#pragma once

#include <span>
#include <string_view>

#include "trace/trace.hpp"
#include "view/frame.hpp"
#include "view/paint.hpp"

namespace view {

/// One line of code as it is shown.
struct ShownLine {
    std::string_view text;
    trace::State state = trace::State::idle; ///< its swatch, in the timeline's colours; idle: none
    bool is_lit = false;
};

/// Numbered lines of code, each with its swatch. Returns the height it took.
float draw_code(Frame& frame, const Rect& rect, std::span<const ShownLine> lines);

} // namespace view

#pragma once

#include "lab/control.hpp"
#include "view/frame.hpp"
#include "view/paint.hpp"

namespace view {

/// How a control is to be painted where its kind leaves a choice.
enum class Painted { usual, segments, quiet, title };

/// The height that a control needs in a column: a number has its label above, a toggle or a button does not.
float control_height(const Frame& frame, const lab::Control& control);

/// Paints a control, takes the reader's input and tells the page where it is. `region` and `origin` as in
/// PlacedControl: origin is where that region's content begins on the canvas.
void draw_control(Frame& frame, const lab::Control& control, const Rect& rect, const char* region = "",
                  ImVec2 origin = {0, 0}, Painted painted = Painted::usual);

/// A number that is chosen by pulling anywhere inside `rect`, its range from left to right; paints only the mark.
/// `takes_keys`: the arrow keys move it by a twentieth of the range while it has the focus.
void draw_slider(Frame& frame, const lab::Control& control, const Rect& rect, bool takes_keys = true);

} // namespace view

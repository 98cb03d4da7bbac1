#pragma once

#include <span>

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/sort_widget.hpp"

namespace view {

/// How long a way took, and each of its repetitions as a tick, in times of the sequence. What reaches beyond the track
/// is broken off, with an arrow, for it is longer than it looks.
void draw_time_bar(const Theme& theme, const Rect& track, double ratio, std::span<const double> repetitions,
                   ImU32 colour);

/// The four ways under one another: name, bar (the time relative to doing it in sequence, every repetition a tick),
/// figures, prediction. Returns the height it took.
float draw_sort_bars(Frame& frame, const Rect& rect, const widget::SortWidget& widget);

/// What Python took elsewhere, on the same scale, labelled as recorded. Returns the height it took.
float draw_recorded_bars(Frame& frame, const Rect& rect);

} // namespace view

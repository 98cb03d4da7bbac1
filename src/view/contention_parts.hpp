#pragma once

#include "view/frame.hpp"
#include "view/paint.hpp"
#include "widget/contention_widget.hpp"

/// Parts of the contention experiment's picture that need nothing but the model. Each returns the height it took.
namespace view {

/// A few numbers side by side, at most as many in a row as have room.
float draw_numbers(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

/// One line a diagnosis, with the button that goes to where it shows.
float draw_diagnoses(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

/// The question's prediction as a choice, or its verdict once the result is there.
float draw_prediction(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

/// Simulated and measured numbers side by side, with their difference.
float draw_comparison(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

/// Step buttons, the slider of moments and what the step did; the code, the line where its thread stands lit, and what
/// that line does.
float draw_steps(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);
float draw_scenario_code(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

/// What changed since the step before or since the marked moment, and the controls that choose which.
float draw_difference(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown);

} // namespace view

#pragma once

#include <string>
#include <vector>

#include "view/timeline_window.hpp"

/// Ticks and texts of a time axis. Pure.
namespace view {

struct Tick {
    double time_ns = 0;
    float x = 0;
    std::string label; ///< with its unit: "0", "250 µs", "1.5 s"
};

/// The least 1, 2 or 5 times a power of ten nanoseconds that keeps ticks `gap_px` apart. Never below 1 ns.
double tick_step_ns(double ns_per_pixel, float gap_px);

/// The ticks that are seen: multiples of the step, all in one unit (that of the latest time seen).
std::vector<Tick> axis_ticks(const TimelineWindow& window, float width, float gap_px);

/// An instant, exact to `step_ns`: "1.53200 s" for a step of 10 µs.
std::string instant_text(double time_ns, double step_ns);

/// A length in three significant digits: "1.53 s", "12.4 ms", "320 ns".
std::string length_text(double length_ns);

} // namespace view

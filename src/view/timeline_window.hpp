#pragma once

#include "trace/trace.hpp"

namespace view {

/// The part of a trace that is seen: the one place where time becomes pixels and pixels become time. Times are double
/// so that zooming is smooth; every nanosecond of the first 104 days is still exact.
///
/// Always 0 <= start_ns < end_ns, and never past the end of the trace: a reader cannot get lost in empty time.
class TimelineWindow {
public:
    /// The closest look, in nanoseconds across the whole width.
    static constexpr double least_length_ns = 20;

    double start_ns() const { return start_ns_; }
    double end_ns() const { return end_ns_; }
    double length_ns() const { return end_ns_ - start_ns_; }
    /// The length of the whole trace (at least `least_length_ns`, so that an empty trace has an axis too).
    double total_ns() const { return total_ns_; }

    double ns_per_pixel(float width) const;
    /// Pixels from the left edge; outside [0, width] for times that are not seen.
    float x_of(double time_ns, float width) const;
    double ns_of(float x, float width) const;

    /// Tells how long the trace is now. A window that showed all of it goes on showing all of it.
    void set_total(trace::Nanoseconds total_ns);
    bool is_fit() const;
    void fit();
    /// Shows [from_ns, to_ns), as far as the limits allow.
    void show(double from_ns, double to_ns);
    /// factor > 1 looks closer. The time under pixel x stays there, unless an end of the trace is in the way.
    void zoom(float x, float factor, float width);
    /// Positive pixels show later times.
    void pan(float pixels, float width);
    /// Keyboard steps: a tenth of what is seen, to the left (-1) or the right (+1).
    void step(int direction);
    /// Keyboard zoom about the middle, closer (+1) or away (-1).
    void zoom_step(int direction);

    bool operator==(const TimelineWindow&) const = default;

private:
    void place(double start_ns, double length_ns);

    double start_ns_ = 0;
    double end_ns_ = least_length_ns;
    double total_ns_ = least_length_ns;
};

} // namespace view

#pragma once

namespace app {

/// When a widget's own work may have the next frame. Drawing takes time from the cores that are being measured: without
/// a graphics card a frame costs both of two cores some 100 ms. Telling the page costs likewise, if less.
class Pace {
public:
    void drew(double now_ms) { drawn_ms_ = now_ms; }
    /// `timing`: the clock is running (lab::Widget::timing).
    bool is_due(double now_ms, bool timing) const { return now_ms - drawn_ms_ >= (timing ? 2'000 : 1'000); }

private:
    double drawn_ms_ = 0;
};

} // namespace app

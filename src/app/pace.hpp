#pragma once

#include <algorithm>

namespace app {

/// When a widget's own work may have the next frame. Drawing takes time from the cores that are being measured: without
/// a graphics card a frame costs both of two cores some 100 ms, and gets a small share of the time only.
class Pace {
public:
    void drew(double now_ms) {
        drawn_ms_ = now_ms;
        is_painting_ = true;
    }
    /// The renderer, which works later and elsewhere, is through with the frame.
    void painted(double now_ms) {
        if (is_painting_) between_ms_ = std::clamp((now_ms - drawn_ms_) * 25, 500., 3'000.);
        is_painting_ = false;
    }
    bool is_painting() const { return is_painting_; }
    bool is_due(double now_ms) const { return !is_painting_ && now_ms - drawn_ms_ >= between_ms_; }

private:
    double drawn_ms_ = 0;
    double between_ms_ = 500;
    bool is_painting_ = false;
};

} // namespace app

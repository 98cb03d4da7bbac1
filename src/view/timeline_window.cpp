#include "view/timeline_window.hpp"

#include <algorithm>

namespace view {

double TimelineWindow::ns_per_pixel(float width) const {
    return length_ns() / std::max(1.0f, width);
}

float TimelineWindow::x_of(double time_ns, float width) const {
    return static_cast<float>((time_ns - start_ns_) / ns_per_pixel(width));
}

double TimelineWindow::ns_of(float x, float width) const {
    return start_ns_ + static_cast<double>(x) * ns_per_pixel(width);
}

void TimelineWindow::set_total(trace::Nanoseconds total_ns) {
    const bool was_fit = is_fit();
    total_ns_ = std::max(least_length_ns, static_cast<double>(total_ns));
    if (was_fit)
        fit();
    else
        place(start_ns_, length_ns());
}

bool TimelineWindow::is_fit() const {
    return start_ns_ <= 0 && end_ns_ >= total_ns_;
}

void TimelineWindow::fit() {
    place(0, total_ns_);
}

void TimelineWindow::show(double from_ns, double to_ns) {
    place(from_ns, to_ns - from_ns);
}

void TimelineWindow::zoom(float x, float factor, float width) {
    if (!(factor > 0)) return;
    const double length = std::clamp(length_ns() / static_cast<double>(factor), least_length_ns, total_ns_);
    const double share = static_cast<double>(x) / std::max(1.0, static_cast<double>(width));
    place(ns_of(x, width) - share * length, length);
}

void TimelineWindow::pan(float pixels, float width) {
    place(start_ns_ + static_cast<double>(pixels) * ns_per_pixel(width), length_ns());
}

void TimelineWindow::step(int direction) {
    place(start_ns_ + direction * length_ns() / 10, length_ns());
}

void TimelineWindow::zoom_step(int direction) {
    zoom(0.5f, direction > 0 ? 1.5f : 1 / 1.5f, 1);
}

void TimelineWindow::place(double start_ns, double length_ns) {
    length_ns = std::clamp(length_ns, least_length_ns, total_ns_);
    start_ns_ = std::clamp(start_ns, 0.0, total_ns_ - length_ns);
    end_ns_ = std::min(start_ns_ + length_ns, total_ns_);
}

} // namespace view

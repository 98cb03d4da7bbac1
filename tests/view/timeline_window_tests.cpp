#include "view/timeline_window.hpp"

#include <doctest/doctest.h>

using view::TimelineWindow;

namespace {
constexpr float width = 1000;

TimelineWindow second() {
    TimelineWindow window;
    window.set_total(1'000'000'000);
    return window;
}
} // namespace

TEST_CASE("a new window shows the whole trace, and an empty one still has an axis") {
    CHECK(second().start_ns() == 0);
    CHECK(second().end_ns() == 1e9);
    CHECK(second().is_fit());
    TimelineWindow empty;
    empty.set_total(0);
    CHECK(empty.length_ns() == TimelineWindow::least_length_ns);
}

TEST_CASE("time and pixels are each other's inverse") {
    TimelineWindow window = second();
    window.show(2e8, 7e8);
    CHECK(window.x_of(2e8, width) == 0);
    CHECK(window.x_of(7e8, width) == width);
    for (const float x : {-50.0f, 0.0f, 333.0f, 1000.0f})
        CHECK(window.x_of(window.ns_of(x, width), width) == doctest::Approx(x));
}

TEST_CASE("zooming keeps the time under the pointer where it is") {
    for (const float factor : {1.25f, 3.0f, 0.8f})
        for (const float x : {400.0f, 500.0f, 617.0f}) {
            TimelineWindow window = second();
            window.show(4e8, 6e8);
            const double under_pointer = window.ns_of(x, width);
            window.zoom(x, factor, width);
            CHECK(window.ns_of(x, width) == doctest::Approx(under_pointer).epsilon(1e-12));
            CHECK(window.length_ns() == doctest::Approx(2e8 / static_cast<double>(factor)));
        }
}

TEST_CASE("zooming in stops at the closest look and zooming out at the whole trace") {
    TimelineWindow window = second();
    for (int i = 0; i < 200; ++i) window.zoom(250, 1.5f, width);
    CHECK(window.length_ns() == doctest::Approx(TimelineWindow::least_length_ns));
    CHECK(window.ns_of(250, width) == doctest::Approx(2.5e8));
    for (int i = 0; i < 200; ++i) window.zoom(990, 1 / 1.5f, width);
    CHECK(window.is_fit());
    window.zoom(10, 0, width);
    CHECK(window.is_fit());
}

TEST_CASE("panning moves by whole pixels and stops at both ends") {
    TimelineWindow window = second();
    window.show(4e8, 5e8);
    window.pan(100, width);
    CHECK(window.start_ns() == doctest::Approx(4.1e8));
    window.pan(1e9f, width);
    CHECK(window.end_ns() == doctest::Approx(1e9));
    CHECK(window.length_ns() == doctest::Approx(1e8));
    window.pan(-1e9f, width);
    CHECK(window.start_ns() == 0);
    CHECK(window.length_ns() == doctest::Approx(1e8));
}

TEST_CASE("keyboard steps move by a tenth and zoom about the middle") {
    TimelineWindow window = second();
    window.show(4e8, 6e8);
    window.step(+1);
    CHECK(window.start_ns() == doctest::Approx(4.2e8));
    window.step(-1);
    CHECK(window.start_ns() == doctest::Approx(4e8));
    window.zoom_step(+1);
    CHECK((window.start_ns() + window.end_ns()) / 2 == doctest::Approx(5e8));
    CHECK(window.length_ns() == doctest::Approx(2e8 / 1.5));
    window.zoom_step(-1);
    CHECK(window.length_ns() == doctest::Approx(2e8));
}

TEST_CASE("a window that shows everything follows a growing trace, one that looks closely stays") {
    TimelineWindow window = second();
    window.set_total(2'000'000'000);
    CHECK(window.is_fit());
    window.show(4e8, 5e8);
    window.set_total(3'000'000'000);
    CHECK(window.start_ns() == doctest::Approx(4e8));
    CHECK(window.end_ns() == doctest::Approx(5e8));
    window.set_total(450'000'000);
    CHECK(window.end_ns() == doctest::Approx(4.5e8));
    CHECK(window.length_ns() == doctest::Approx(1e8));
}

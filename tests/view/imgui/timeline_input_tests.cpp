#include "view/timeline_input.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include "headless.hpp"

using namespace view;

namespace {

/// ImGui without a window or a renderer, and a stage 1000 × 200 pixels large at (100, 50), time from x = 200 on.
class Bench {
public:
    Bench() {
        window.set_total(1'000'000);
        window.show(400'000, 600'000);
        step();
        ImGui::GetIO().AddMousePosEvent(600, 150);
        step();
    }

    TimelineInput step(const Pinch& pinch = {}) {
        const testing::Page page;
        // Has the focus at first, and is what the keyboard navigation could walk to.
        ImGui::SetCursorScreenPos({1120, 100});
        ImGui::Button("neighbour");
        const TimelineInput input =
            take_input(window, scroll_y, most_scroll_y, {100, 50}, {1100, 250}, 200, 900, pinch);
        scrolled = ImGui::GetScrollY();
        ImGui::SetCursorPos({0, 2000});
        ImGui::Dummy({1, 1});
        return input;
    }
    void press(ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(key, true);
        step();
        ImGui::GetIO().AddKeyEvent(key, false);
        step();
    }
    TimelineInput click(bool is_double = false) {
        ImGuiIO& io = ImGui::GetIO();
        TimelineInput input;
        for (int i = 0; i < (is_double ? 2 : 1); ++i) {
            io.AddMouseButtonEvent(0, true);
            step();
            io.AddMouseButtonEvent(0, false);
            input = step();
        }
        return input;
    }

    TimelineWindow window;
    float scroll_y = 0;
    float most_scroll_y = 0;
    float scrolled = 0; ///< how far the window around is

private:
    testing::Headless imgui_{{1280, 800}};
};

} // namespace

TEST_CASE("the wheel zooms about the time under the pointer") {
    Bench bench;
    const double under_pointer = bench.window.ns_of(400, 900);
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    CHECK(bench.step().is_hovered);
    CHECK(bench.window.length_ns() == doctest::Approx(200'000 / 1.2));
    CHECK(bench.window.ns_of(400, 900) == doctest::Approx(under_pointer));
}

TEST_CASE("the wheel outside the stage changes nothing") {
    Bench bench;
    const TimelineWindow before = bench.window;
    ImGui::GetIO().AddMousePosEvent(50, 20);
    bench.step();
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    bench.step();
    CHECK(bench.window == before);
}

TEST_CASE("dragging pulls time along, and is no click") {
    Bench bench;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseButtonEvent(0, true);
    bench.step();
    io.AddMousePosEvent(690, 150);
    bench.step();
    io.AddMouseButtonEvent(0, false);
    CHECK(!bench.step().is_clicked);
    CHECK(bench.window.start_ns() == doctest::Approx(400'000 - 20'000));
    CHECK(bench.click().is_clicked);
}

TEST_CASE(
    "dragging upwards scrolls the lanes, or the window around where all of them are seen, and leaves time alone") {
    Bench bench;
    SUBCASE("all are seen") {}
    SUBCASE("some are hidden") {
        bench.most_scroll_y = 100;
    }
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseButtonEvent(0, true);
    bench.step();
    io.AddMousePosEvent(600, 110);
    bench.step();
    io.AddMouseButtonEvent(0, false);
    bench.step();
    bench.step();
    CHECK(bench.scrolled == (bench.most_scroll_y > 0 ? 0 : 40));
    CHECK(bench.scroll_y == (bench.most_scroll_y > 0 ? 40 : 0));
    CHECK(bench.window.start_ns() == doctest::Approx(400'000));
}

TEST_CASE("a double click shows the whole trace") {
    Bench bench;
    bench.click(true);
    CHECK(bench.window.is_fit());
}

TEST_CASE("the keys work once the stage has the focus, and only then") {
    Bench bench;
    const TimelineWindow before = bench.window;
    bench.press(ImGuiKey_F);
    CHECK(bench.window == before);
    CHECK(bench.click().is_focused);
    bench.press(ImGuiKey_RightArrow);
    bench.press(ImGuiKey_RightArrow);
    CHECK(bench.step().is_focused);
    CHECK(!ImGui::GetIO().NavVisible); // ImGui's own navigation did not take the keys
    CHECK(bench.window.start_ns() == doctest::Approx(440'000));
    bench.press(ImGuiKey_LeftArrow);
    bench.press(ImGuiKey_LeftArrow);
    CHECK(bench.window.start_ns() == doctest::Approx(400'000));
    bench.press(ImGuiKey_Equal);
    CHECK(bench.window.length_ns() == doctest::Approx(200'000 / 1.5));
    bench.press(ImGuiKey_Minus);
    CHECK(bench.window.length_ns() == doctest::Approx(200'000));
    bench.press(ImGuiKey_Home);
    CHECK(bench.window.is_fit());
}

TEST_CASE("two fingers zoom about the place between them and pull it along") {
    Bench bench;
    const double between = bench.window.ns_of(300, 900);
    Pinch pinch;
    pinch.factor = 2;
    pinch.centre = {500, 100};
    pinch.pan = {30, 0};
    bench.step(pinch);
    CHECK(bench.window.length_ns() == doctest::Approx(100'000));
    CHECK(bench.window.ns_of(330, 900) == doctest::Approx(between));

    const TimelineWindow before = bench.window;
    pinch.centre = {50, 20};
    bench.step(pinch);
    CHECK(bench.window == before);
}

TEST_CASE("rows scroll by drag, Shift and wheel, and keys, and stop at both ends") {
    Bench bench;
    bench.most_scroll_y = 100;
    ImGuiIO& io = ImGui::GetIO();
    bench.click();
    bench.press(ImGuiKey_DownArrow);
    CHECK(bench.scroll_y == 24);
    io.AddKeyEvent(ImGuiMod_Shift, true);
    io.AddMouseWheelEvent(0, -1);
    bench.step();
    CHECK(bench.scroll_y == 48);
    io.AddMouseWheelEvent(0, -100);
    bench.step();
    CHECK(bench.scroll_y == 100);
    io.AddKeyEvent(ImGuiMod_Shift, false);
    for (int i = 0; i < 6; ++i) bench.press(ImGuiKey_UpArrow);
    CHECK(bench.scroll_y == 0);
}

#include "view/drag_scroll.hpp"

#include <doctest/doctest.h>

#include "headless.hpp"
#include "view/control_view.hpp"

using namespace view;

namespace {

/// A window 300 × 200 pixels large over 1,000 pixels, with a button near its top.
class Bench {
public:
    Bench() { step(); }

    /// One frame. Returns how far the window is scrolled.
    float step() {
        time_s += 1.0 / 60;
        const testing::Page page(ImGuiWindowFlags_NoMove);
        ImGui::SetCursorScreenPos({0, 0});
        ImGui::BeginChild("stage", {300, 200});
        ImGui::SetCursorPos({10, 10});
        ImGui::InvisibleButton("button", {100, 40});
        ImGui::SetCursorPos({0, 999});
        ImGui::Dummy({1, 1});
        Frame frame{.theme = theme,
                    .language = text::Language::en,
                    .shape = Shape::narrow,
                    .size = {300, 200},
                    .time_s = time_s,
                    .outside = outside,
                    .commands = commands,
                    .placement = placement};
        drag.draw(frame);
        is_animating = frame.animating;
        const float scroll = ImGui::GetScrollY();
        ImGui::EndChild();
        return scroll;
    }
    void move(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        step();
    }
    void hold(bool down) {
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        step();
    }
    /// From here upwards, 10 pixels a frame.
    void pull_up(float x, float y) {
        move(x, y);
        hold(true);
        for (int i = 1; i <= 8; ++i) move(x, y - 10.0f * static_cast<float>(i));
    }

    bool is_animating = false;
    Theme theme;
    DragScroll drag;
    double time_s = 0;

private:
    testing::Headless imgui_{{300, 200}};
    Outside outside;
    std::vector<Command> commands;
    Placement placement;
};

} // namespace

TEST_CASE("dragging the ground of a window scrolls it along") {
    Bench bench;
    bench.pull_up(200, 150);
    CHECK(bench.step() == doctest::Approx(80));
    bench.hold(false);
    bench.move(200, 20);
    CHECK(bench.step() == doctest::Approx(80));
    CHECK_FALSE(bench.is_animating);
}

TEST_CASE("a drag that begins on an item is the item's") {
    Bench bench;
    bench.move(50, 30);
    bench.hold(true);
    bench.move(50, 130);
    bench.move(50, 60);
    CHECK(bench.step() == 0);
}

TEST_CASE("after a finger the window glides on and comes to rest; where less motion is wanted it stands at once") {
    Bench bench;
    SUBCASE("as ever") {}
    SUBCASE("less motion") {
        bench.theme.still = true;
    }
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    bench.pull_up(200, 150);
    const float let_go = bench.step();
    bench.hold(false);
    CHECK(bench.is_animating == !bench.theme.still);
    int frames = 0;
    while (bench.is_animating && ++frames < 600) bench.step();
    CHECK(frames < 300);
    const float rest = bench.step();
    CHECK(rest == bench.step());
    if (bench.theme.still)
        CHECK(rest == let_go);
    else
        CHECK(rest > let_go + 50);
}

TEST_CASE("a finger that stood still before it left does not throw the window") {
    Bench bench;
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    bench.pull_up(200, 150);
    for (int i = 0; i < 30; ++i) bench.step();
    const float stood = bench.step();
    bench.hold(false);
    CHECK(bench.step() == stood);
}

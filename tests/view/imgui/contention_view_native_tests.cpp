#include "view/contention_view.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "headless.hpp"
#include "widget/contention_testing.hpp"

using namespace view;

namespace {

constexpr Rect stage{0, 0, 900, 1000};
constexpr Rect side{920, 0, 340, 1000};

/// The picture of a run that has ended, drawn without a window or a renderer; what the reader does reaches the widget.
class Bench {
public:
    Bench() : contention(testing::surroundings()), view_(contention) {
        theme_ = make_theme(false, {imgui_.font, imgui_.font, imgui_.font});
        // So few steps that the timeline shows them all, wherever the moment is.
        REQUIRE(contention.set("duration_us", "50").empty());
        testing::run(contention);
        draw();
        draw();
    }

    void draw() {
        placement_ = {};
        std::vector<Command> commands;
        Frame frame{.theme = theme_,
                    .language = text::Language::en,
                    .shape = Shape::wide,
                    .size = {1280, 1000},
                    .outside = outside_,
                    .commands = commands,
                    .placement = placement_};
        {
            const testing::Page page;
            view_.draw(frame, stage);
            view_.draw_side(frame, side);
        }
        for (const Command& each : commands)
            CHECK((each.kind == Command::Kind::set ? contention.set(each.id, each.value) : contention.press(each.id))
                      .empty());
    }
    void click(float x, float y) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(x, y);
        draw();
        io.AddMouseButtonEvent(0, true);
        draw();
        io.AddMouseButtonEvent(0, false);
        draw();
        // Long enough that the next click is not the second half of a double one.
        for (int i = 0; i < 60; ++i) draw();
    }
    void click(const std::string& control) {
        for (const PlacedControl& placed : placement_.controls)
            if (placed.id == control) return click(placed.x + placed.w / 2, placed.y + placed.h / 2);
        FAIL("it is not drawn: ", control);
    }
    std::int64_t step() const { return contention.history().position(); }

    widget::ContentionWidget contention;

private:
    testing::Headless imgui_{{1280, 1000}};
    ContentionView view_;
    Theme theme_;
    Outside outside_;
    Placement placement_;
};

/// Where a click leads from the last step to another one.
float height_of_timeline(Bench& bench) {
    const std::int64_t last = bench.step();
    for (float y = 20; y < stage.h; y += 20) {
        bench.click(500, y);
        if (bench.step() != last) return y;
    }
    FAIL("no click leads anywhere");
    return 0;
}

} // namespace

TEST_CASE("a click in the timeline leads to the step of that time, the further right the later") {
    Bench bench;
    const float y = height_of_timeline(bench);
    const auto total_ns = static_cast<double>(bench.contention.history().trace().end_ns());
    // A click between two steps leads to the first of them.
    double widest_gap_ns = 0;
    for (std::int64_t step = 1; step <= bench.contention.history().recorded(); ++step)
        widest_gap_ns = std::max(widest_gap_ns, static_cast<double>(bench.contention.history().time_of(step) -
                                                                    bench.contention.history().time_of(step - 1)));
    std::vector<double> times;
    for (const float x : {300.0f, 450.0f, 600.0f, 750.0f}) {
        REQUIRE(bench.contention.set("moment", "0").empty());
        REQUIRE(bench.contention.set("moment", std::to_string(bench.contention.history().recorded())).empty());
        bench.click(x, y);
        times.push_back(static_cast<double>(bench.contention.history().machine().now_ns()));
    }
    const double stride = (times.back() - times.front()) / 3;
    CHECK(stride > total_ns / 10);
    for (std::size_t i = 1; i < times.size(); ++i)
        CHECK(std::abs(times[i] - times[i - 1] - stride) <= 2 * widest_gap_ns);
}

TEST_CASE("a click on the same place again changes nothing, and the step shown is the last one not after it") {
    Bench bench;
    const float y = height_of_timeline(bench);
    const std::int64_t there = bench.step();
    bench.click(500, y);
    CHECK(bench.step() == there);
    CHECK(bench.contention.history().time_of(there + 1) > bench.contention.history().time_of(there));
}

TEST_CASE("the buttons beside the picture step, lead to the next wait, and mark") {
    Bench bench;
    bench.click("start_over");
    CHECK(bench.step() == 0);
    bench.click("step");
    CHECK(bench.step() == 1);
    bench.click("next_contended");
    const std::int64_t wait = bench.step();
    const sim::Did did = bench.contention.history().happening().did;
    CHECK((did == sim::Did::waits || did == sim::Did::spins));
    bench.click("mark_here");
    CHECK(lab::find(bench.contention.controls(), "mark")->value == std::to_string(wait));
    bench.click("back");
    CHECK(bench.step() == wait - 1);
    CHECK(bench.contention.difference().from == wait);
}

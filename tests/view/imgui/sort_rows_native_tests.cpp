#include "view/sort_rows.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "headless.hpp"
#include "view/sort_bars.hpp"
#include "widget/sort_widget.hpp"

using namespace view;

namespace {

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.right() <= outer.right() && inner.y >= outer.y &&
           inner.bottom() <= outer.bottom();
}

/// A context of ImGui without a window or a renderer, 390 pixels wide.
class Bench {
public:
    Bench() {
        theme = make_theme(false, {imgui_.font, imgui_.font, imgui_.font});
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({390, 844});
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
    }
    ~Bench() {
        ImGui::End();
        ImGui::EndFrame();
    }
    Theme theme;

private:
    testing::Headless imgui_{{390, 844}};
};

} // namespace

TEST_CASE("what is said of the cores has room in its row on any screen, and covers nothing") {
    Bench bench;
    for (const float width : {288.0f, 358.0f, 619.0f, 620.0f, 900.0f}) {
        CAPTURE(width);
        const Rect page{16, 40, width, 0};
        const SortRow at = place_sort_row(page, 40, {.is_judged = true, .tells_cores = true});
        CHECK(holds({page.x, page.y, page.w, at.height}, at.cores));
        for (const Rect& other : {at.name, at.track, at.figures, at.detail, at.prediction})
            CHECK_FALSE(overlap(at.cores, other));
        const ImVec2 words = text_size(bench.theme.fonts.regular, type::small, "1.66 cores given");
        CHECK(at.cores.w >= words.x);
        CHECK(at.cores.h >= words.y);
    }
}

TEST_CASE("a row that has nothing to say of the cores is no higher for it") {
    for (const float width : {358.0f, 900.0f}) {
        const Rect page{0, 0, width, 0};
        const SortRow with = place_sort_row(page, 0, {.is_judged = true, .tells_cores = true});
        const SortRow without = place_sort_row(page, 0, {.is_judged = true, .tells_cores = false});
        CHECK(without.cores.h == 0);
        CHECK((with.height > without.height) == is_stacked(page));
    }
}

TEST_CASE("the bars of a machine with fewer cores than units say so, inside of a phone's screen") {
    widget::SortWidget sort({widget::Tier::native, false, "a test", [] { return std::string(); }});
    REQUIRE(sort.set("n", "20000").empty());
    REQUIRE(sort.set("units", "8").empty());
    REQUIRE(sort.set("repetitions", "1").empty());
    REQUIRE(sort.press("run").empty());
    while (sort.busy()) {
        sort.poll();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (widget::words_for_cores(sort.report(), measure::Way::threads).empty()) return; // a machine with more

    Bench bench;
    Outside outside;
    std::vector<Command> commands;
    Placement placement;
    Frame frame{.theme = bench.theme,
                .language = text::Language::en,
                .shape = Shape::narrow,
                .size = {390, 844},
                .outside = outside,
                .commands = commands,
                .placement = placement};
    const Rect page{16, 0, 358, 0};
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const int before = list.VtxBuffer.Size;
    const float height = draw_sort_bars(frame, page, sort);
    float unsaid = 0;
    for (const measure::Way way : measure::all_ways)
        unsaid += place_sort_row(page, 0, {.is_judged = sort.report().of(way).verdict(8).has_value()}).height;
    CHECK(height >= unsaid + 2 * 18); // two ways say it
    for (int i = before; i < list.VtxBuffer.Size; ++i) {
        CHECK(list.VtxBuffer[i].pos.x >= page.x - 2);
        CHECK(list.VtxBuffer[i].pos.x <= page.right() + 2);
    }
}

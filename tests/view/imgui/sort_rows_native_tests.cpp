#include "view/sort_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

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
    Bench() { theme = make_theme(false, {imgui_.font, imgui_.font, imgui_.font}); }
    Theme theme;

private:
    testing::Headless imgui_{{390, 844}};
    testing::Page page_;
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

TEST_CASE("what is said of a time that is too short to compare covers no choice on any screen") {
    Bench bench;
    for (const float width : {288.0f, 358.0f, 619.0f, 620.0f, 900.0f}) {
        CAPTURE(width);
        const Rect page{16, 40, width, 0};
        const SortRow at = place_sort_row(page, 40, {.is_measured = true});
        CHECK(at.prediction.h >= 32);
        for (const Rect& other : {at.name, at.track, at.prediction}) CHECK_FALSE(overlap(at.detail, other));
        CHECK(holds({page.x, page.y, page.w, at.height}, at.detail));
        CHECK(holds({page.x, page.y, page.w, at.height}, at.prediction));
    }
}

TEST_CASE("a bar that is longer than its track is broken off: it does not look like one that ends there") {
    Bench bench;
    const Rect track{16, 100, 240, 24};
    struct Drawn {
        int vertices = 0;
        float right = 0;
    };
    const auto drawn = [&](double ratio, const std::vector<double>& repetitions) {
        const ImDrawList& list = *ImGui::GetWindowDrawList();
        const int before = list.VtxBuffer.Size;
        draw_time_bar(bench.theme, track, ratio, repetitions, bench.theme.accent);
        Drawn seen{list.VtxBuffer.Size - before, 0};
        for (int i = before; i < list.VtxBuffer.Size; ++i) seen.right = std::max(seen.right, list.VtxBuffer[i].pos.x);
        return seen;
    };
    const Drawn whole = drawn(scale_end, {});
    const Drawn broken = drawn(8, {});
    CHECK(broken.vertices > whole.vertices);
    CHECK(broken.right <= track.right() + 1);
    CHECK(drawn(1, {}).right < track.right() - 30);

    const int tick = drawn(1, {1}).vertices - drawn(1, {}).vertices;
    CHECK(drawn(1, {1, 1.1}).vertices == drawn(1, {}).vertices + 2 * tick);
    const int one_longer = drawn(1, {1, 3}).vertices;
    CHECK(one_longer > drawn(1, {1}).vertices);              // an arrow says that there is one
    CHECK(drawn(1, {1, 3, 4, 5}).vertices == one_longer);    // and they do not pile up as ticks
    CHECK(drawn(8, {8, 9, 10}).vertices == broken.vertices); // the bar's own arrow says it
    CHECK(drawn(1, {1, 3}).right <= track.right() + 1);
}

TEST_CASE("the bars of a machine with fewer cores than units say so, inside of a phone's screen") {
    widget::SortWidget sort({widget::Tier::native, false, "a test", [] { return std::string(); }});
    REQUIRE(sort.set("n", "100000").empty());
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
    int said = 0;
    for (const measure::Way way : measure::all_ways) {
        const widget::WayReport& of = sort.report().of(way);
        unsaid +=
            place_sort_row(page, 0, {.is_measured = of.measured(), .is_judged = of.verdict(8).has_value()}).height;
        said += widget::words_for_cores(sort.report(), way).empty() ? 0 : 1;
    }
    CHECK(height >= unsaid + static_cast<float>(said) * 18);
    for (int i = before; i < list.VtxBuffer.Size; ++i) {
        CHECK(list.VtxBuffer[i].pos.x >= page.x - 2);
        CHECK(list.VtxBuffer[i].pos.x <= page.right() + 2);
    }
}

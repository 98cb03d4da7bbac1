#include "view/panel_view.hpp"

#include <doctest/doctest.h>

#include "headless.hpp"
#include "view/paint.hpp"
#include "widget/coroutine_widget.hpp"

using namespace view;

namespace {

/// Where the controls lie in a panel this wide.
std::vector<PlacedControl> placed(const Theme& theme, const std::vector<lab::Control>& controls, Shape shape,
                                  float width) {
    ImGui::GetIO().DisplaySize = {width, 900};
    const testing::Page page;
    Outside outside;
    std::vector<Command> commands;
    Placement placement;
    Frame frame{.theme = theme,
                .language = text::Language::en,
                .shape = shape,
                .size = {width, 900},
                .outside = outside,
                .commands = commands,
                .placement = placement};
    draw_panel(frame, {0, 0, width, 900}, controls, -1);
    return placement.controls;
}

} // namespace

TEST_CASE("every button of a panel has room for its label, whatever the width; where there is room they share a row") {
    widget::CoroutineWidget coroutine(
        {.tier = widget::Tier::threads, .engine = "a test", .now = [] { return std::string(); }, .pick_file = [] {}});
    REQUIRE(coroutine.set("lesson", "reading").empty());
    const testing::Headless imgui({900, 900});
    const Theme theme = make_theme(false, {imgui.font, imgui.font, imgui.font});
    for (const auto& [shape, width] :
         {std::pair{Shape::wide, 336.0f}, {Shape::narrow, 390.0f}, {Shape::compact, 216.0f}}) {
        CAPTURE(width);
        std::vector<float> rows;
        int buttons = 0;
        for (const PlacedControl& one : placed(theme, coroutine.controls(), shape, width)) {
            if (one.painted != "button") continue;
            CAPTURE(one.id);
            buttons += 1;
            if (rows.empty() || rows.back() != one.y) rows.push_back(one.y);
            const char* const label = lab::find(coroutine.controls(), one.id)->label.in(text::Language::en).c_str();
            CHECK(one.w >= text_size(imgui.font, type::body, label).x + 2 * space::xs);
        }
        CHECK(buttons == 4);
        CHECK(rows.size() < 4);
    }
}

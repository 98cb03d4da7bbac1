#include <doctest/doctest.h>
#include <imgui.h>

#include <memory>
#include <string>

#include "app/registry.hpp"
#include "headless.hpp"
#include "view/shell_view.hpp"
#include "view/stage.hpp"
#include "widget/contention_testing.hpp"

using namespace view;

namespace {

/// A session and its whole picture, without a window.
class Lab {
public:
    Lab(const std::string& fragment, ImVec2 size)
        : session(app::make_registry(testing::surroundings()), fragment, text::Language::en),
          size_(size),
          imgui_(size),
          stage_(make_stage(session.widget())) {}

    /// Paints one frame with the pointer there; returns the controls in it.
    std::vector<PlacedControl> draw(ImVec2 pointer) {
        ImGui::GetIO().AddMousePosEvent(pointer.x, pointer.y);
        const Theme theme = make_theme(session.is_dark(), {imgui_.font, imgui_.font, imgui_.font});
        std::vector<Command> commands;
        Placement placement;
        Frame frame{.theme = theme,
                    .language = session.language(),
                    .shape = shape_of(size_.x, size_.y),
                    .size = size_,
                    .outside = outside_,
                    .commands = commands,
                    .placement = placement};
        {
            const testing::Page page;
            shell_.draw(frame, *stage_, session.describe(), session.controls(), {});
        }
        CHECK(commands.empty()); // nobody has pressed anything
        return placement.controls;
    }

    /// Paints it with the pointer at places all over it.
    void look_everywhere() {
        constexpr int across = 7;
        constexpr int down = 9;
        for (int i = 0; i < across * down; ++i) {
            const ImVec2 pointer{size_.x * (static_cast<float>(i % across) + 0.5f) / across,
                                 size_.y * (static_cast<float>(i / across) + 0.5f) / down};
            const auto controls = draw(pointer);
            CHECK(controls.size() >= 4);
            for (const PlacedControl& one : controls) {
                CAPTURE(one.id);
                CHECK((one.w > 0 && one.h > 0));
                CHECK((one.x >= 0 && one.x + one.w <= size_.x + 0.5f));
            }
        }
    }

    void run() {
        REQUIRE(session.press("run").empty());
        while (session.widget().busy()) {
            session.poll();
            draw({1, 1});
        }
    }

    lab::Session session;

private:
    ImVec2 size_;
    testing::Headless imgui_;
    std::unique_ptr<Stage> stage_;
    ShellView shell_;
    Outside outside_;
};

} // namespace

TEST_CASE("every experiment is painted in each size, language and theme, before, while and after it runs") {
    for (const char* experiment : {"w=sort&n=5000&repetitions=1", "w=contention&duration_us=200", "w=coroutine"})
        for (const ImVec2 size : {ImVec2{1280, 800}, ImVec2{640, 400}, ImVec2{390, 844}})
            for (const char* look : {"&lang=ko&theme=light", "&lang=en&theme=dark"}) {
                CAPTURE(experiment);
                CAPTURE(size.x);
                CAPTURE(look);
                Lab lab(std::string(experiment) + look, size);
                lab.look_everywhere();
                lab.run();
                lab.look_everywhere();
            }
}

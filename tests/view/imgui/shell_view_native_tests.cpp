#include "view/shell_view.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

#include "headless.hpp"

using namespace view;

namespace {

/// A picture of nothing that says this of itself.
class Empty : public Stage {
public:
    explicit Empty(std::string words) : words_(std::move(words)) {}
    float draw(Frame&, const Rect&) override { return 0; }
    float draw_side(Frame&, const Rect&) override { return 0; }
    text::Line status() const override { return text::Line::same(words_); }

private:
    std::string words_;
};

/// How many corners are painted around a stage that says this of itself, but for what scrolls.
int corners_with(const std::string& status, Shape shape, ImVec2 size) {
    testing::Headless imgui(size);
    const Theme theme = make_theme(false, {imgui.font, imgui.font, imgui.font});
    Outside outside;
    Placement placement;
    std::vector<Command> commands;
    Empty stage(status);
    ShellView shell;
    Frame frame{
        .theme = theme, .shape = shape, .size = size, .outside = outside, .commands = commands, .placement = placement};
    const testing::Page page;
    shell.draw(frame, stage, {}, {}, {});
    return ImGui::GetWindowDrawList()->VtxBuffer.Size;
}

constexpr int corners_of_a_letter = 4;

} // namespace

TEST_CASE("what a stage says of itself stands in the bar, each letter of it") {
    const std::string words = "Measured:realthreads,2.00cores,clock4.9us";
    for (const Shape shape : {Shape::wide, Shape::compact}) {
        const ImVec2 size{1280, 800};
        CHECK(corners_with(words, shape, size) - corners_with("", shape, size) ==
              corners_of_a_letter * static_cast<int>(words.size()));
    }
}

TEST_CASE("what does not fit in the bar is left out as a whole, and a phone has no room for it") {
    CHECK(corners_with(std::string(500, 'x'), Shape::wide, {1280, 800}) == corners_with("", Shape::wide, {1280, 800}));
    CHECK(corners_with("short", Shape::narrow, {390, 844}) == corners_with("", Shape::narrow, {390, 844}));
}

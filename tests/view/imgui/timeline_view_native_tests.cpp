#include "view/timeline_view.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cfloat>

#include "headless.hpp"

using namespace view;
using trace::State;

namespace {

/// Two lanes one below the other, drawn without a window or a renderer.
class Bench {
public:
    Bench() {
        theme_ = make_theme(false, {imgui_.font, imgui_.font, imgui_.font});
        trace.lanes.push_back({"g", "T1", {{0, 400'000, 0, State::generate}, {400'000, 1'000'000, 0, State::sort}}});
        trace.lanes.push_back({"g", "T2", {{0, 1'000'000, 0, State::wait_lock}}});
        draw();
        draw();
    }

    TimelineEvents draw() {
        const testing::Page page;
        ImGui::SetCursorScreenPos({0, 0});
        const TimelineEvents events = view_.draw(trace, window, theme_, words, {1000, 200}, {}, moment_ns);
        const ImVector<ImDrawVert>& vertices = ImGui::GetWindowDrawList()->VtxBuffer;
        painted = vertices.Size;
        inked = static_cast<int>(std::ranges::count(vertices, theme_.text, &ImDrawVert::col));
        return events;
    }
    TimelineEvents press(ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(key, true);
        const TimelineEvents events = draw();
        ImGui::GetIO().AddKeyEvent(key, false);
        draw();
        return events;
    }
    /// By Tab alone, as a reader without a pointer comes there.
    void focus() {
        for (int i = 0; i < 10; ++i) {
            press(ImGuiKey_Tab);
            if (draw().is_focused) return;
        }
        FAIL("the keyboard does not reach the timeline");
    }
    void point(float x, float y, ImGuiMouseSource source = ImGuiMouseSource_Mouse) {
        ImGui::GetIO().AddMouseSourceEvent(source);
        ImGui::GetIO().AddMousePosEvent(x, y);
        draw();
    }
    TimelineEvents click() {
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        draw();
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        return draw();
    }

    trace::Trace trace;
    TimelineWindow window;
    TimelineWords words;
    std::optional<double> moment_ns;
    int painted = 0; ///< vertices
    int inked = 0;   ///< of them those in the colour of text

private:
    testing::Headless imgui_{{1000, 400}};
    TimelineView view_;
    Theme theme_;
};

} // namespace

TEST_CASE("keys alone read every span of every lane, and say what the pointer would say there") {
    Bench bench;
    bench.focus();
    CHECK_FALSE(bench.draw().pointed_ns);
    const int without = bench.painted;
    CHECK(bench.press(ImGuiKey_Period).pointed_state == State::generate);
    CHECK(bench.painted > without);
    const TimelineEvents sorts = bench.press(ImGuiKey_Period);
    CHECK(sorts.pointed_state == State::sort);
    CHECK(*sorts.pointed_ns == doctest::Approx(700'000));
    const TimelineEvents below = bench.press(ImGuiKey_RightBracket);
    CHECK(below.pointed_state == State::wait_lock);
    CHECK(*below.pointed_ns == doctest::Approx(700'000));
    CHECK(bench.press(ImGuiKey_LeftBracket).pointed_state == State::sort);
    CHECK(bench.press(ImGuiKey_Comma).pointed_state == State::generate);
    CHECK(bench.draw().pointed_state == State::generate); // it stays
}

TEST_CASE("what is read stays at its time while keys pan and zoom, and comes into sight again") {
    Bench bench;
    bench.focus();
    bench.press(ImGuiKey_Period);
    for (int i = 0; i < 4; ++i) bench.press(ImGuiKey_Equal);
    CHECK_FALSE(bench.draw().pointed_ns); // zoomed in about the middle, the place is left of it
    const TimelineEvents events = bench.press(ImGuiKey_Comma);
    REQUIRE(events.pointed_ns);
    CHECK(events.pointed_state == State::generate);
}

TEST_CASE("the keys that read do nothing while the timeline has no keyboard focus") {
    Bench bench;
    CHECK_FALSE(bench.press(ImGuiKey_Period).pointed_ns);
    CHECK_FALSE(bench.press(ImGuiKey_RightBracket).pointed_ns);
}

TEST_CASE("a tap is read after the finger has gone, a click only until the pointer goes") {
    for (const ImGuiMouseSource source : {ImGuiMouseSource_TouchScreen, ImGuiMouseSource_Mouse}) {
        Bench bench;
        bench.point(300, 110, source);
        CHECK(bench.click().clicked_ns);
        const auto at = bench.draw();
        REQUIRE(at.pointed_ns);
        ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        const TimelineEvents after = bench.draw();
        CHECK(after.pointed_ns.has_value() == (source == ImGuiMouseSource_TouchScreen));
        if (after.pointed_ns) CHECK(*after.pointed_ns == doctest::Approx(*at.pointed_ns));
        // The keys go on from there.
        CHECK(bench.press(ImGuiKey_Period).pointed_state == at.pointed_state);
    }
}

TEST_CASE("the pointer takes over when it moves, and not while it rests") {
    Bench bench;
    bench.point(900, 80);
    bench.click();
    CHECK(bench.press(ImGuiKey_Comma).pointed_state == State::generate);
    CHECK(bench.draw().pointed_state == State::generate);
    bench.point(901, 80);
    CHECK(bench.draw().pointed_state == State::sort);
}

TEST_CASE("where the arrow keys step they still do, and reading begins at the moment") {
    Bench bench;
    bench.moment_ns = 450'000;
    bench.focus();
    CHECK(bench.press(ImGuiKey_RightArrow).stepped == 1);
    CHECK(bench.press(ImGuiKey_LeftArrow).stepped == -1);
    const TimelineEvents reading = bench.press(ImGuiKey_Period);
    CHECK(reading.stepped == 0);
    CHECK(*reading.pointed_ns == doctest::Approx(450'000));
    CHECK(bench.press(ImGuiKey_RightArrow).stepped == 1);
}

TEST_CASE("the count of a fold is told where its text fits, and nowhere else") {
    Bench bench;
    const auto inked_with = [&](trace::Nanoseconds narrow) {
        std::vector<trace::Span> spans;
        for (trace::Nanoseconds i = 0; i < narrow; ++i) // each about a pixel
            spans.push_back({i * 1000, (i + 1) * 1000, 0, i % 2 == 0 ? State::generate : State::sort});
        spans.push_back({narrow * 1000, 1'000'000, 0, State::sort});
        bench.trace.lanes[0].spans = std::move(spans);
        bench.draw();
        return bench.inked;
    };
    constexpr int glyph = 4; // its vertices
    const int without = inked_with(20);
    CHECK(inked_with(30) == without);
    CHECK(inked_with(45) == without + 3 * glyph); // "×45"
    CHECK(inked_with(120) == without + 4 * glyph);
}

TEST_CASE("who comes by keyboard is told the keys until something is read") {
    Bench bench;
    bench.focus();
    bench.draw();
    const int without = bench.painted;
    bench.words.keys = "Keys: , . [ ]";
    bench.draw();
    CHECK(bench.painted > without);
}

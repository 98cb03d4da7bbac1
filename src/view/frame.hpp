#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lab/control.hpp"
#include "text/sentence.hpp"
#include "view/pinch.hpp"
#include "view/placement.hpp"
#include "view/theme.hpp"

namespace view {

/// What the reader did; whoever owns the session carries it out.
struct Command {
    enum class Kind { set, press };
    Kind kind = Kind::press;
    std::string id;
    std::string value;
};

/// How the parts are arranged.
enum class Shape {
    wide,    ///< stage and column beside one another
    compact, ///< the same on little height: an embed
    narrow,  ///< a phone: one column, the controls in a sheet at the bottom
};

Shape shape_of(float width, float height);

/// What a face outside the canvas (the page's own elements over it) tells of the reader. All empty on the desktop.
struct Outside {
    std::string hovered;     ///< id of the control under the pointer
    std::string pressed;     ///< … that is held down
    std::string focused;     ///< … that has the keyboard; cleared once it was scrolled into view
    float panel_scroll = -1; ///< where the page scrolled the panel to; negative: not told
    float pulled = 0; ///< how far down a finger on one of the page's elements has pulled the stage since the last frame
    bool has_entered = false; ///< the keyboard has just come to the canvas: the stage's timeline takes it
    bool has_fields = false;  ///< the page lays its own fields over ours
};

/// One frame: what every part of the picture needs and what it hands back.
struct Frame {
    const Theme& theme;
    text::Language language = text::Language::ko;
    Shape shape = Shape::wide;
    ImVec2 size;
    double time_s = 0; ///< for animations only
    Outside& outside;
    Pinch pinch;
    std::vector<Command>& commands;
    Placement& placement;
    bool animating = false; ///< set by a part that wants another frame soon

    const char* in(const text::Line& line) const { return line.in(language).c_str(); }
    std::string in(text::Line&& line) const { return std::move(line).in(language); } // nothing is left to point to
    std::string_view in(const text::Sentence& sentence) const { return sentence.in(language); }
    void press(std::string id) { commands.push_back({Command::Kind::press, std::move(id), {}}); }
    void set(std::string id, std::string value) {
        commands.push_back({Command::Kind::set, std::move(id), std::move(value)});
    }
    float row_height() const { return shape == Shape::narrow ? space::touch : 36; }
};

} // namespace view

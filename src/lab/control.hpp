#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/sentence.hpp"

/// An application without pixels: widgets, their controls, what they say, and how all that travels.
namespace lab {

enum class Kind { button, toggle, choice, number, text };

/// "button", "toggle", … as the faces name it.
std::string_view name_of(Kind kind);

/// Where a face that draws should put a control.
enum class Place {
    panel,  ///< the column of controls
    stage,  ///< inside the picture, beside what it changes
    bar,    ///< the bar of the page: language, theme
    footer, ///< links and exports
};

struct Option {
    std::string value;
    text::Line label;
};

/// One thing that the reader can change or press. Drawn, mirrored in the page, linkable, scriptable and tested from
/// this description alone. Values travel as canonical text: "true"/"false", an option's value, a number such as
/// "10000000" or "0.5"; a button has none.
struct Control {
    std::string id;
    Kind kind = Kind::button;
    text::Line label;
    std::string value;
    std::string fallback;        ///< the value of an untouched control; links leave it out
    std::vector<Option> options; ///< of a choice
    double min = 0;              ///< of a number, both ends included
    double max = 0;
    double step = 1;    ///< 1: whole numbers only; 0: any
    text::Line unit;    ///< behind a number: "ms"
    text::Line hint;    ///< one sentence of help
    text::Line why_not; ///< why it cannot be used now; empty when it can
    Place place = Place::panel;
    bool primary = false; ///< the one button that the widget is about
    bool half = false;    ///< short enough to share its row with the next
    bool slider = false;  ///< a number that is chosen by pulling rather than by typing
    bool linked = true;   ///< part of a link
    bool moot = false;    ///< cannot be used now and its value says nothing: pictures leave it out

    bool enabled() const { return why_not.empty(); }
};

/// The outcome of reading text for a control: the canonical value, or the sentence that says why not.
struct Reading {
    std::string value;
    text::Line refusal;

    bool accepted() const { return refusal.empty(); }
};

/// Reads what a person or a link wrote: "10,000,000", "1e7", "on". Does not look at `why_not`. O(length + options).
Reading read_value(const Control& control, std::string_view written);

/// A value of a number control as a reader sees it: "10,000,000", "0.5 ms".
text::Line shown(const Control& control, double number);

Control* find(std::vector<Control>& controls, std::string_view id);
const Control* find(const std::vector<Control>& controls, std::string_view id);

} // namespace lab

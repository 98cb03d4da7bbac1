#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lab/control.hpp"
#include "lab/description.hpp"

namespace lab {

/// Something that a widget made for the reader to keep.
struct File {
    std::string name; ///< "interleave-sort.csv"
    std::string mime;
    std::string content;
};

/// An experiment: a list of controls, work that goes on by itself, and a description. Knows no pixels.
class Widget {
public:
    virtual ~Widget() = default;

    virtual std::string_view id() const = 0;
    virtual text::Line title() const = 0;

    /// In the order in which they are shown; the ids never change while the widget lives.
    virtual const std::vector<Control>& controls() const = 0;

    /// Sets a control that is not a button. Returns the sentence of a refusal, or an empty line; a refused value
    /// changes nothing.
    virtual text::Line set(std::string_view id, std::string_view value) = 0;

    /// Presses a button, likewise.
    virtual text::Line press(std::string_view id) = 0;

    /// Takes work that goes on elsewhere one step further; never blocks. Called once a frame while `busy()`.
    virtual void poll() = 0;
    /// Whether something goes on that will change the widget by itself.
    virtual bool busy() const = 0;
    /// Whether a clock is running meanwhile, so that every frame drawn now takes something from the result.
    virtual bool timing() const { return false; }

    /// Whether what was asked for last ended without a result that can be trusted.
    virtual bool failed() const { return false; }

    /// The page was hidden (true) or is seen again.
    virtual void hidden(bool) {}

    /// Rises with every change of what is shown.
    virtual std::uint64_t revision() const = 0;

    virtual Description describe() const = 0;

    /// A file that a pressed button asked for, once.
    virtual std::optional<File> take_file() { return std::nullopt; }
};

} // namespace lab

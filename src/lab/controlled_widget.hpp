#pragma once

#include <vector>

#include "lab/widget.hpp"

namespace lab {

/// A widget that keeps its controls in a vector: reads and refuses values by them, and tells what was accepted.
class ControlledWidget : public Widget {
public:
    const std::vector<Control>& controls() const override { return controls_; }
    text::Line set(std::string_view id, std::string_view value) override;
    text::Line press(std::string_view id) override;
    std::uint64_t revision() const override { return revision_; }
    std::optional<File> take_file() override;

protected:
    /// A control has another value than before.
    virtual void changed(const Control& control) = 0;
    /// A button is about to be pressed: the last chance to forbid or allow it.
    virtual void before_press(const Control&) {}
    /// An enabled button was pressed.
    virtual void pressed(const Control& button) = 0;

    const Control& control(std::string_view id) const { return *find(controls_, id); }
    Control& control(std::string_view id) { return *find(controls_, id); }
    /// Its number; for a number control only.
    double number(std::string_view id) const;
    /// "" : it can be used.
    void forbid(std::string_view id, text::Line why) { control(id).why_not = std::move(why); }

    std::vector<Control> controls_;
    std::uint64_t revision_ = 0;
    std::optional<File> file_; ///< for the reader to keep
};

} // namespace lab

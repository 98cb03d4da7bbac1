#pragma once

#include <functional>
#include <utility>

#include "lab/widget.hpp"

namespace tests {

/// A widget with one control of each common kind, for what is true of every widget.
class ToyWidget : public lab::Widget {
public:
    ToyWidget() {
        lab::Control n;
        n.id = "n";
        n.kind = lab::Kind::number;
        n.label = text::Line("개수", "Count");
        n.min = 1;
        n.max = 100;
        n.value = n.fallback = "10";
        lab::Control go;
        go.id = "go";
        go.label = text::Line("시작", "Go");
        go.primary = true;
        lab::Control stop = go;
        stop.id = "stop";
        stop.why_not = text::Line("시작하지 않았습니다.", "Not started.");
        controls_ = {n, go, stop};
    }

    std::string_view id() const override { return "toy"; }
    text::Line title() const override { return text::Line("장난감", "Toy"); }
    const std::vector<lab::Control>& controls() const override { return controls_; }
    text::Line set(std::string_view id, std::string_view value) override {
        lab::Control* control = lab::find(controls_, id);
        lab::Reading reading = lab::read_value(*control, value);
        if (reading.accepted()) {
            control->value = reading.value;
            ++revision_;
        }
        return reading.refusal;
    }
    text::Line press(std::string_view id) override {
        if (on_press) on_press(controls_);
        if (const lab::Control* control = lab::find(controls_, id); !control->enabled()) return control->why_not;
        ++pressed;
        ++revision_;
        file_ = lab::File{"toy.txt", "text/plain", "toy"};
        return {};
    }
    void poll() override {}
    bool busy() const override { return false; }
    std::uint64_t revision() const override { return revision_; }
    lab::Description describe() const override {
        lab::Description description;
        description.title = title();
        description.sentence = text::Line("준비", "Ready");
        description.facts = {{"count", controls_[0].value, "", text::Line("수", "Count"), text::Line::same("x")},
                             {"name", name, "s", text::Line("이름", "Name"), text::Line::same("\"abc\"")}};
        description.tables = {
            {"t", text::Line("표", "Table"), {text::Line("열", "Column")}, {{text::Line::same("1")}}}};
        return description;
    }
    std::optional<lab::File> take_file() override { return std::exchange(file_, std::nullopt); }

    std::function<void(std::vector<lab::Control>&)> on_press; ///< what has changed just then
    int pressed = 0;
    std::string name = "abc"; ///< what the fact says

private:
    std::vector<lab::Control> controls_;
    std::uint64_t revision_ = 0;
    std::optional<lab::File> file_;
};

} // namespace tests

#include "lab/controlled_widget.hpp"

#include <cstdlib>
#include <utility>

#include "text/lab.hpp"

namespace lab {

using text::fill;
using text::Line;

Line ControlledWidget::set(std::string_view id, std::string_view value) {
    Control* target = find(controls_, id);
    if (target == nullptr) return fill(text::lab::no_such_control, {Line::same(std::string(id))});
    Reading reading = read_value(*target, value);
    if (!reading.accepted()) return reading.refusal;
    if (reading.value == target->value) return {};
    if (!target->enabled()) return target->why_not;
    target->value = std::move(reading.value);
    ++revision_;
    changed(*target);
    return {};
}

Line ControlledWidget::press(std::string_view id) {
    const Control* target = find(controls_, id);
    if (target == nullptr) return fill(text::lab::no_such_control, {Line::same(std::string(id))});
    if (target->kind != Kind::button) return fill(text::lab::not_a_button, {target->label});
    before_press(*target);
    if (!target->enabled()) return target->why_not;
    ++revision_;
    pressed(*target);
    return {};
}

std::optional<File> ControlledWidget::take_file() {
    return std::exchange(file_, std::nullopt);
}

double ControlledWidget::number(std::string_view id) const {
    return std::strtod(control(id).value.c_str(), nullptr);
}

} // namespace lab

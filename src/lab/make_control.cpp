#include "lab/make_control.hpp"

#include <utility>

namespace lab {
namespace {

Control control_of(Kind kind, std::string id, text::Line label, text::Line hint) {
    Control control;
    control.id = std::move(id);
    control.kind = kind;
    control.label = std::move(label);
    control.hint = std::move(hint);
    return control;
}

} // namespace

Control number_control(std::string id, text::Line label, text::Line hint, double least, double most,
                       std::string start) {
    Control control = control_of(Kind::number, std::move(id), std::move(label), std::move(hint));
    control.min = least;
    control.max = most;
    control.value = control.fallback = std::move(start);
    control.half = true;
    return control;
}

Control button_control(std::string id, text::Line label, text::Line hint, Place place) {
    Control control = control_of(Kind::button, std::move(id), std::move(label), std::move(hint));
    control.place = place;
    return control;
}

Control toggle_control(std::string id, text::Line label, text::Line hint, bool start) {
    Control control = control_of(Kind::toggle, std::move(id), std::move(label), std::move(hint));
    control.value = control.fallback = start ? "true" : "false";
    return control;
}

Control choice_control(std::string id, text::Line label, text::Line hint, std::vector<Option> options, Place place) {
    Control control = control_of(Kind::choice, std::move(id), std::move(label), std::move(hint));
    control.value = control.fallback = options.front().value;
    control.options = std::move(options);
    control.place = place;
    return control;
}

} // namespace lab

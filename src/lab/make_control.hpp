#pragma once

#include <string>
#include <vector>

#include "lab/control.hpp"

namespace lab {

/// Controls with what is usual for their kind; the caller changes the rest.

/// A whole number from `least` to `most` that shares its row.
Control number_control(std::string id, text::Line label, text::Line hint, double least, double most, std::string start);
Control button_control(std::string id, text::Line label, text::Line hint, Place place = Place::panel);
Control toggle_control(std::string id, text::Line label, text::Line hint, bool start = false);
/// Starts with the first option.
Control choice_control(std::string id, text::Line label, text::Line hint, std::vector<Option> options,
                       Place place = Place::panel);

} // namespace lab

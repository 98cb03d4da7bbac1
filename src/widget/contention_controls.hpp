#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "lab/control.hpp"
#include "program/contention.hpp"
#include "program/presets.hpp"
#include "program/scenario.hpp"
#include "widget/diagnosis.hpp"

namespace widget {

/// Every control of the contention experiment, in the order in which they are shown.
std::vector<lab::Control> make_contention_controls();

/// The controls that contention() is made from; a story or a scenario text takes their place.
inline constexpr std::array parameter_ids = {"threads",     "cores", "inside_ns", "inside_law", "outside_ns",
                                             "outside_law", "lock",  "readers",   "locks",      "duration_us"};

/// What the parameter controls ask for, whatever story or text stands above them.
program::Contention parameters_from(const std::vector<lab::Control>& controls);

/// What is to be run: the scenario text if there is one, else the story, else the parameters.
program::Scenario scenario_from(const std::vector<lab::Control>& controls);

/// The preset with whose time that of the chosen story is compared, or null.
const program::Preset* compared_preset(const std::vector<lab::Control>& controls);

std::uint64_t seed_from(const std::vector<lab::Control>& controls);

/// The button that goes to where a diagnosis shows: "see.convoy".
std::string see_id(DiagnosisKind kind);

/// Why a scenario text cannot be used, with the place; empty when it can.
text::Line refusal_of_text(std::string_view written);

} // namespace widget

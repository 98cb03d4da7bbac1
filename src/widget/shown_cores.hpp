#pragma once

#include "measure/crew.hpp"
#include "measure/machine.hpp"
#include "text/measured.hpp"

namespace widget {

/// The cores that a calibration found: "1.66"; "at least 8" where as many threads as it can have each got a whole core,
/// for then nobody knows how many more there are.
inline text::Line shown_cores(double effective_cores, int calibrated_with) {
    constexpr double noise = 0.15; // of the calibration
    const bool at_its_end = calibrated_with >= measure::Crew::most_members && effective_cores > calibrated_with - noise;
    return at_its_end ? text::fill(text::measured::cores_at_least, {text::grouped(calibrated_with)})
                      : text::fill(text::measured::cores, {text::fixed(effective_cores, 2)});
}

inline text::Line shown_cores(const measure::Machine& machine) {
    return shown_cores(machine.effective_cores, machine.calibrated_with);
}

} // namespace widget

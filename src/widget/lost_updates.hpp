#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "widget/diagnosis.hpp"

namespace widget {

/// Updates of variables without a lock that were lost: a thread stored what it had computed from a value that another
/// had replaced meanwhile (phenomenon P4, Berenson et al. 1995). Goes through the run's first `steps` steps once more,
/// but only if some thread loads and stores a variable that no lock protects.
std::optional<Diagnosis> find_lost_updates(const std::shared_ptr<const program::Scenario>& scenario, std::uint64_t seed,
                                           std::int64_t steps);

} // namespace widget

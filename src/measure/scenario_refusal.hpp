#pragma once

#include <cstdint>

#include "measure/abilities.hpp"
#include "measure/progress.hpp"
#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace measure {

/// Why a machine with these abilities cannot run the scenario on real threads; empty: it can.
text::Line why_not_here(const program::Scenario& scenario, const Abilities& here);

/// Why a run ended early. `detail`: see Failure.
text::Line sentence_of(Failure failure, std::int64_t detail);

} // namespace measure

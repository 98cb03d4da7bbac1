#pragma once

#include "measure/progress.hpp"
#include "text/sentence.hpp"
#include "widget/surroundings.hpp"

namespace widget {

/// What went wrong, with its figure (SortExperiment::failure_detail()), what still works and what to do; empty for
/// none.
text::Line words_for(measure::Failure failure, std::int64_t detail, Tier tier);

} // namespace widget

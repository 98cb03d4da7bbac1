#pragma once

#include "view/frame.hpp"
#include "view/timeline_words.hpp"

namespace view {

/// The names of states and events, and the tips of a timeline's buttons, in the reader's language. Groups are the
/// caller's to name.
TimelineWords trace_words(const Frame& frame);

} // namespace view

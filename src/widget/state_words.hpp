#pragma once

#include "text/sentence.hpp"
#include "trace/trace.hpp"

namespace widget {

/// What a lane does, in words.
const text::Sentence& words_for(trace::State state);

} // namespace widget

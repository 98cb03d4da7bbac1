#pragma once

#include <string_view>

#include "text/sentence.hpp"
#include "trace/trace.hpp"

namespace widget {

/// What a lane does, in words.
const text::Sentence& words_for(trace::State state);

/// What a lane is called: by its name, in which the " queue" of the lane of a lock's queue is a word of the language.
text::Line lane_title(std::string_view name);

} // namespace widget

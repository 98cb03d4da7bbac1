#pragma once

#include <vector>

#include "lesson/step.hpp"

namespace lesson {

class Run;

/// Gives each step its sentence: what has just happened and what comes next.
void add_sentences(const Run& run, std::vector<Step>& steps);

/// Of a call whose outcome the reader is to foretell: what is called, and nothing of what that will do.
text::Line neutral_sentence_of_call(const Run& run, const Step& step);

} // namespace lesson

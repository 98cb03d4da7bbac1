#pragma once

#include <vector>

#include "lesson/step.hpp"

namespace lesson {

class Run;

/// Gives each step its sentence: what has just happened and what comes next.
void add_sentences(const Run& run, std::vector<Step>& steps);

} // namespace lesson

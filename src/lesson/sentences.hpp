#pragma once

#include <vector>

#include "lesson/code.hpp"
#include "lesson/step.hpp"

namespace lesson {

class Run;

/// Gives each step its sentence: what has just happened and what comes next. Once naming lines of C++ and once of
/// Python.
void add_sentences(const Run& run, std::vector<Step>& steps);

/// Of a call whose outcome the reader is to foretell: what is called, and nothing of what that will do.
text::Line neutral_sentence_of_call(const Run& run, const Step& step);

/// "C++ line 6" or "Python line 5": of the language that is read, of C++ where Python has no line beside it.
text::Line line_of(int cpp_line, int python_line, Tongue tongue);

} // namespace lesson

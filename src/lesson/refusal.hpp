#pragma once

#include "lesson/lessons.hpp"
#include "lesson/operation.hpp"
#include "lesson/step.hpp"
#include "text/sentence.hpp"

namespace lesson {

/// Why the coroutine of this lesson, in this state, cannot be done this to: what it takes instead, and what Python
/// would make of it. Empty when it can. A send_generator takes everything; a generator has no way in for values and
/// errors, so that it takes next, send(None), close (which destroys it) and drop. One that is dropped already is not
/// asked: the caller's variable is gone, whatever is done.
text::Line refusal(const Lesson& lesson, const Operation& operation, State state);

/// Of the first operation of the script that cannot be done. Runs what stands before it.
text::Line refusal(const Lesson& lesson, const Script& script);

} // namespace lesson

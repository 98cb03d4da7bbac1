#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lab/description.hpp"
#include "lesson/step.hpp"

namespace widget {

class CoroutineWidget;

/// What the stepper shows now, as text, facts and tables.
lab::Description describe_coroutine(const CoroutineWidget& widget);

/// "value", "stop", "error", or "none" for what close() and dropping come to: the words of a prediction.
std::string name_of(const lesson::Outcome& outcome);

/// "created", "running", …; in the reader's language.
std::string_view name_of(lesson::State state);
text::Line words_for(lesson::State state);
/// "resume pointer", "local total"
text::Line words_for(const lesson::Field& field);
/// Of what verdict() and prediction() say: "right", "wrong".
text::Line words_for_verdict(std::string_view verdict);
/// "yielded 10" as a caller sees it: "10", "StopIteration", "TypeError: …"; empty when nothing comes back.
std::string shown_outcome(const lesson::Outcome& outcome);
/// The same with a word for nothing.
text::Line words_for_outcome(const lesson::Outcome& outcome);

/// What the memory meter of the reading lesson counts, and what it cannot.
text::Line words_for_counted(const CoroutineWidget& widget);

/// Bytes as a reader wants them: "66.1 kB", "256 MB".
text::Line shown_bytes(std::uint64_t bytes);

} // namespace widget

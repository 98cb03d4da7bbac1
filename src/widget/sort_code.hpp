#pragma once

#include <span>
#include <string_view>

#include "measure/sort_experiment.hpp"
#include "trace/trace.hpp"

namespace widget {

/// One line of the code beside the picture, and what a thread is doing while it stands on that line (State::idle:
/// none).
struct CodeLine {
    std::string_view text;
    trace::State state = trace::State::idle;
};

enum class CodeLanguage { cpp, python };

/// The experiment of one way, written for reading.
std::span<const CodeLine> sort_code(measure::Way way, CodeLanguage language);

} // namespace widget

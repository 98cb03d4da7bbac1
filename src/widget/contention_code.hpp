#pragma once

#include <string>
#include <vector>

#include "program/line_of.hpp"
#include "trace/trace.hpp"

namespace widget {

/// One line of the code of a thread.
struct ScenarioLine {
    std::string text; ///< indented
    int instruction = -1;
    trace::State state = trace::State::idle; ///< what the thread's lane shows there; idle: nothing of its own
    bool is_lit = false;                     ///< the thread stands here
};

/// The code of a thread of a scenario without fault, with its loops opened and indented. `lit`: the instruction at
/// which the thread stands, or -1.
std::vector<ScenarioLine> scenario_code(const program::Scenario& scenario, std::size_t thread, int lit,
                                        program::CodeLanguage language);

} // namespace widget

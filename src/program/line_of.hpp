#pragma once

#include <string>

#include "program/scenario.hpp"
#include "text/sentence.hpp"

/// What a reader sees of an instruction. `thread` and `instruction` are indices; the instruction behind the last one is
/// the end of the thread. The scenario must be without fault.
namespace program {

enum class CodeLanguage : std::uint8_t { cpp, python };

/// The line of code that the instruction stands for: its own, or the usual one of its operation with the names of the
/// objects ("m.lock();", "m.acquire()"). The usual lines read the accumulator as `acc`, the value last loaded as `seen`
/// and the flag as `ok`.
std::string line_of(const Scenario& scenario, std::size_t thread, std::size_t instruction, CodeLanguage language);

/// One sentence of what it does: "Takes lock m; waits while another thread has it."
text::Line explain(const Scenario& scenario, std::size_t thread, std::size_t instruction);

/// The name of what its target is, or empty: "m".
std::string target_name(const Scenario& scenario, const Instruction& instruction);

} // namespace program

#pragma once

#include "program/fault.hpp"

/// The parts of first_fault() that look into one thread's code; each relies on those above it.
namespace program {

/// A fault at an instruction of this thread.
Fault fault_at(const Scenario& scenario, std::size_t thread, std::size_t instruction, const text::Line& reason);

/// Instructions one by one: operands, times, lines.
Fault fault_in_code(const Scenario& scenario, std::size_t thread);
/// Spawns of all threads together.
Fault fault_in_spawns(const Scenario& scenario);
/// Paths through the code: a lock let go of that is not held.
Fault fault_in_locking(const Scenario& scenario, std::size_t thread);
/// Paths through the code: endless loops that take no time.
Fault fault_in_loops(const Scenario& scenario, std::size_t thread);

/// UTF-8 as RFC 3629 has it (no surrogates, nothing overlong), without control characters.
bool is_plain_text(std::string_view text);

} // namespace program

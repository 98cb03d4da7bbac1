#pragma once

#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace program {

/// Why a scenario cannot be run, and where.
struct Fault {
    text::Line sentence;  ///< complete, the place included; empty: there is no fault
    int thread = -1;      ///< whose code, or -1
    int instruction = -1; ///< counted from 0 (the sentence counts from 1), or -1
};

/// The first fault, or one with an empty sentence. For a scenario without fault the engines may rely on:
/// - Every index, count and time is in range, and every name is there, different from the others of its kind, and
/// UTF-8.
/// - Fields that an instruction does not use are as they were made.
/// - A thread is started at most once: no spawn stands in a loop, and no thread is spawned in two places.
/// - `unlock`, `read_unlock` and `wait` are reached only with their lock held in the right way, on every path. (A
/// thread
///   may take a lock that it has already, or end with one: that is a deadlock to be shown, not a fault.)
/// - Every endless loop has an instruction that takes time or waits: compute, io, sleep or send with a law that is not
///   constantly 0; wait; where Costs charges for it, load and store (local_ns), compare_swap, fetch_add and the locks
///   that are not models (atomic_ns). Loops of threads that only wake one another remain the engine's to notice, and so
///   do counted loops; a counted loop without time turns at most most_idle_turns times. A compare_swap that is repeated
///   when it failed is not endless: somebody else went on.
/// O(instructions × locks) at worst, in practice O(instructions).
Fault first_fault(const Scenario& scenario);

} // namespace program

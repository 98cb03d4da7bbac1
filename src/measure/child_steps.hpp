#pragma once

#include <memory>

#include "measure/board.hpp"
#include "measure/step.hpp"

/// The parts of a run that are done by children with a memory of their own: forked processes natively, dedicated
/// workers with a wasm instance each in a page.
namespace measure {

/// What a run keeps of its children between steps; ends them when destroyed. Lives on the main thread. Null where a
/// step begins and ends its children itself.
std::shared_ptr<Children> make_children();

/// Makes ready what can be made ready once for all repetitions.
/// Failure::process_did_not_start after 10 s, out_of_memory.
std::unique_ptr<Step> prepare_children(BoardPtr board);

/// One timed repetition of Way::processes: a child a unit, each sends its whole sorted array back. Without threads also
/// of Way::sequence: one child does all units and sends nothing in timed spans. Natively also Failure::process_died and
/// process_not_ready.
std::unique_ptr<Step> run_on_children(BoardPtr board, Way way);

/// Checks what was received, like verify_on_threads.
std::unique_ptr<Step> verify_from_children(BoardPtr board);

/// What calibrate_threads, compare_clocks and warm_up_thread do, for a page without threads. Natively there always are
/// threads: these end with Failure::nothing_can_run.
std::unique_ptr<Step> calibrate_children(BoardPtr board);
std::unique_ptr<Step> warm_up_child(BoardPtr board);

} // namespace measure

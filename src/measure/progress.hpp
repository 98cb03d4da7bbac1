#pragma once

#include <cstdint>

#include "measure/way.hpp"

namespace measure {

enum class Phase : std::uint8_t {
    idle,        ///< nothing was started yet
    preparing,   ///< threads and processes start, memory is touched
    calibrating, ///< effective cores, clock step, clock offsets; after the warm-up, the cores also at the end
    warming,     ///< one untimed unit, of which the pictures are taken
    measuring,   ///< a timed repetition of `way`
    verifying,   ///< its outputs are checked, untimed
    finished,
    cancelled,
    failed ///< see Failure
};

/// Why a run did not end well. SortExperiment::failure_detail() has the number that belongs to it.
enum class Failure : std::uint8_t {
    none,
    bad_plan,              ///< is_valid(plan) is false
    nothing_can_run,       ///< neither threads nor processes here
    out_of_memory,         ///< detail: bytes that the data would have needed
    thread_did_not_start,  ///< detail: milliseconds waited
    thread_refused,        ///< the system gave no more threads, at once; detail: how many were wanted
    process_did_not_start, ///< detail: the system's error number (natively), or milliseconds waited
    process_died,          ///< natively: a child ended before it was ready; detail: the unit
    process_not_ready,     ///< natively: a child did not get ready in time; detail: milliseconds waited
    process_not_loaded,    ///< in a page: the program of the workers did not come
    process_failed,        ///< a child ended or went silent in the middle; detail: the unit
    wrong_result           ///< an output was not the sorted input; detail: the unit. Its time must not be shown.
};

/// Where a run stands.
struct Progress {
    Phase phase = Phase::idle;
    Way way = Way::sequence;  ///< while measuring or verifying, and when failed
    int repetition = 0;       ///< from 0, likewise
    double done = 0;          ///< of the whole run, 0 to 1; does not fall except after discard_current()
    double seconds_left = -1; ///< estimated; negative while nothing is known
};

} // namespace measure

#pragma once

#include <cstdint>
#include <vector>

#include "program/line_of.hpp"
#include "sim/machine.hpp"
#include "sim/thread_view.hpp"
#include "text/sentence.hpp"

namespace sim {

/// A part that is not the same at two moments.
template <typename Value>
struct Change {
    int index = 0; ///< of the thread, lock, … in the scenario, or of the core
    Value before{};
    Value after{};

    bool operator==(const Change&) const = default;
};

/// What differs between two moments of a run, in the order of the scenario. Only the two moments are looked at: what
/// changed in between and changed back is not told.
struct Difference {
    Change<std::int64_t> steps; ///< done so far
    Change<Nanoseconds> clock_ns;
    Change<std::int64_t> printed;            ///< how many values were printed so far
    std::vector<Change<ThreadView>> threads; ///< state, place in the code, registers
    std::vector<Change<int>> cores;          ///< the thread that has it, or -1
    std::vector<Change<LockView>> locks;     ///< holder, readers, queue
    std::vector<Change<LockView>> gils;      ///< by interpreter; those that wait in the order of the scenario
    std::vector<Change<std::int64_t>> variables;

    bool operator==(const Difference&) const = default;
    /// The two moments are the same.
    bool is_empty() const { return *this == Difference{}; }
};

/// Of two machines of the same scenario. O(threads + cores + locks + variables).
Difference difference(const Machine& before, const Machine& after);

/// One thing that differs, for a reader.
struct DifferenceRow {
    text::Line what; ///< "T2의 상태"
    text::Line before;
    text::Line after;
};

/// The clock first, then threads, cores, locks, GILs, variables. Places in the code are shown in `language`. `seen` and
/// the flag are told only of threads that have a use for them (compare-and-swap).
std::vector<DifferenceRow> rows_of(const Difference& difference, const program::Scenario& scenario,
                                   program::CodeLanguage language);

/// "T2의 상태: ‘실행’에서 ‘m을 기다리며 잠듦’으로 바뀝니다."
text::Line sentence_of(const DifferenceRow& row);

} // namespace sim

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "program/results.hpp"
#include "program/scenario.hpp"
#include "text/sentence.hpp"
#include "trace/trace.hpp"

namespace widget {

/// What a run can show that a reader should know of.
enum class DiagnosisKind : std::uint8_t {
    convoy,        ///< everybody queues, and the lock's time goes into handing it on (Blasgen et al. 1979); or a thread
                   ///< that does I/O waits for a GIL far longer than it needs it (Beazley 2010)
    preempted,     ///< spinning while the holder, or the next in line, has no core (Boyd-Wickizer et al. 2012)
    across_io,     ///< a lock is held across I/O or sleep while others wait
    starvation,    ///< one waits while others get the lock again and again (bounded bypass: Burns et al. 1982)
    lost_updates,  ///< a variable without a lock; found by find_lost_updates(), not from the trace
    no_contention, ///< hardly any acquire had to wait: the lock is not what limits
    count
};

inline constexpr std::array all_diagnoses = {DiagnosisKind::convoy,       DiagnosisKind::preempted,
                                             DiagnosisKind::across_io,    DiagnosisKind::starvation,
                                             DiagnosisKind::lost_updates, DiagnosisKind::no_contention};

/// The stable name in facts and controls ("across_io").
const char* name_of(DiagnosisKind kind);
text::Line name_of_diagnosis(DiagnosisKind kind);

struct Diagnosis {
    DiagnosisKind kind = DiagnosisKind::count;
    text::Line reason;            ///< one sentence, in figures
    trace::Nanoseconds at_ns = 0; ///< a moment at which it shows
    bool is_trouble() const { return kind != DiagnosisKind::no_contention; }
};

/// What the run shows, at most one of each kind, in the order of DiagnosisKind. `trace` is that of sim::History: a lane
/// a thread, then for each lock its holder and its queue. O(spans · log spans).
std::vector<Diagnosis> diagnose(const program::Scenario& scenario, const program::Results& results,
                                const trace::Trace& trace);

} // namespace widget

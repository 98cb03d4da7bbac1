#include "text/diagnosis.hpp"
#include "widget/diagnosis_rules.hpp"
#include "widget/shown_time.hpp"

namespace widget::rules {
namespace {

using program::LockResult;
using trace::Nanoseconds;
using trace::Span;
using trace::State;

constexpr std::int64_t least_acquires = 50;
constexpr double least_queueing = 0.8;  ///< share of the acquires that had to queue
constexpr double least_handing = 0.4;   ///< share of the lock's busy time in which nobody has it yet
constexpr double least_gil_share = 0.3; ///< of the run, waiting for the GIL
constexpr double least_gil_ratio = 5;   ///< that wait over the thread's own computing
constexpr std::int64_t least_woken = 50;
constexpr double least_in_vain = 0.5; ///< share of the times a thread is woken for the GIL and finds it taken

/// Time in which threads queue for a lock that nobody holds: it is being handed on.
struct Handing {
    Nanoseconds total_ns = 0;
    Nanoseconds longest_ns = 0;
    Nanoseconds at_ns = 0; ///< where the longest begins
};

Handing handing_of(const Run& run, std::size_t lock) {
    Handing handing;
    Nanoseconds free_since_ns = 0;
    const auto add_gap = [&](Nanoseconds until_ns) {
        RunLanes::for_each_within(run.lanes.queue(lock), {free_since_ns, until_ns},
                                  [&](const Span& span, Stretch part) {
                                      if (span.state != State::queue || span.detail == 0) return;
                                      handing.total_ns += part.length_ns();
                                      if (part.length_ns() <= handing.longest_ns) return;
                                      handing.longest_ns = part.length_ns();
                                      handing.at_ns = part.from_ns;
                                  });
    };
    for (const Span& span : run.lanes.holder(lock)) {
        if (span.state != State::held) continue;
        add_gap(span.start_ns);
        free_since_ns = span.end_ns;
    }
    add_gap(run.end_ns);
    return handing;
}

/// Waiters that spin do not make a convoy: what they lose is told by other numbers.
std::optional<Diagnosis> convoy_of_lock(const Run& run) {
    for (std::size_t l = 0; l < run.lanes.locks(); ++l) {
        const LockResult& result = run.results.locks[l];
        if (program::traits_of(run.scenario.locks[l].kind).spins || result.acquires < least_acquires) continue;
        const double queueing = static_cast<double>(result.contended) / static_cast<double>(result.acquires);
        if (queueing < least_queueing) continue;
        const Handing handing = handing_of(run, l);
        const auto handing_ns = static_cast<double>(handing.total_ns);
        const double share = handing_ns / (handing_ns + static_cast<double>(result.held_ns) + 1);
        if (share < least_handing) continue;
        return Diagnosis{
            DiagnosisKind::convoy,
            text::fill(text::diagnosis::convoy_of_lock, {run.lock_name(l), percent(queueing), percent(share)}),
            handing.at_ns};
    }
    return std::nullopt;
}

/// What a thread does between asking for a GIL and having it: it may be woken many times in vain.
struct GilWaits {
    std::int64_t io_operations = 0;
    std::int64_t woken = 0; ///< while it waited
    std::int64_t in_vain = 0;
    Nanoseconds waited_ns = 0;
    Nanoseconds computed_ns = 0;
    Stretch longest;
};

GilWaits gil_waits_of(const Run& run, std::size_t thread) {
    GilWaits waits;
    Stretch present;
    bool is_waiting = false;
    const auto finish = [&](Nanoseconds at_ns) {
        if (!is_waiting) return;
        is_waiting = false;
        present.to_ns = at_ns;
        waits.waited_ns += present.length_ns();
        if (present.length_ns() > waits.longest.length_ns()) waits.longest = present;
    };
    for (const Span& span : run.lanes.thread(thread)) {
        if (span.state == State::wait_lock && span.detail >= run.lanes.locks()) {
            if (is_waiting)
                ++waits.in_vain;
            else
                present.from_ns = span.start_ns;
            is_waiting = true;
        } else if (span.state == State::ready && is_waiting) {
            ++waits.woken;
        } else if (span.state != State::ready && span.state != State::preempted && span.state != State::switching) {
            finish(span.start_ns);
        }
        if (span.state == State::wait_io) ++waits.io_operations;
        if (span.state == State::running || span.state == State::section) waits.computed_ns += span.length_ns();
    }
    finish(run.end_ns);
    return waits;
}

std::optional<Diagnosis> convoy_of_gil(const Run& run) {
    for (std::size_t t = 0; t < run.lanes.threads(); ++t) {
        const GilWaits waits = gil_waits_of(run, t);
        if (waits.io_operations == 0 || run.share_of_run(waits.waited_ns) < least_gil_share) continue;
        if (static_cast<double>(waits.waited_ns) < least_gil_ratio * static_cast<double>(waits.computed_ns)) continue;
        return Diagnosis{
            DiagnosisKind::convoy,
            text::fill(text::diagnosis::convoy_of_gil, {run.thread_name(t), text::grouped(waits.io_operations),
                                                        shown_time(waits.waited_ns / waits.io_operations),
                                                        shown_time(waits.computed_ns / waits.io_operations)}),
            waits.longest.from_ns};
    }
    return std::nullopt;
}

/// Threads that only compute: whoever holds the GIL pays for waking the other, who comes too late (Beazley 2010).
std::optional<Diagnosis> convoy_of_wakes(const Run& run) {
    if (run.scenario.interpreters.empty()) return std::nullopt;
    for (std::size_t t = 0; t < run.lanes.threads(); ++t) {
        // Since 3.2 a waiter wakes by its own timer, which costs the holder nothing.
        if (run.scenario.interpreters[run.scenario.threads[t].interpreter].gil != program::GilKind::ticks) continue;
        const GilWaits waits = gil_waits_of(run, t);
        if (waits.woken < least_woken || run.share_of_run(waits.waited_ns) < least_gil_share) continue;
        const double in_vain = static_cast<double>(waits.in_vain) / static_cast<double>(waits.woken);
        if (in_vain < least_in_vain) continue;
        return Diagnosis{DiagnosisKind::convoy,
                         text::fill(text::diagnosis::convoy_of_wakes,
                                    {run.thread_name(t), text::grouped(waits.woken), percent(in_vain)}),
                         waits.longest.from_ns};
    }
    return std::nullopt;
}

} // namespace

std::optional<Diagnosis> find_convoy(const Run& run) {
    for (const auto rule : {convoy_of_lock, convoy_of_gil, convoy_of_wakes})
        if (std::optional<Diagnosis> found = rule(run)) return found;
    return std::nullopt;
}

} // namespace widget::rules

#include "text/diagnosis.hpp"
#include "widget/diagnosis_rules.hpp"
#include "widget/shown_time.hpp"

namespace widget::rules {
namespace {

using trace::Nanoseconds;
using trace::Span;
using trace::State;

constexpr double least_burned = 0.03;      ///< share of all core time, spinning while nobody could let go
constexpr double least_io_of_held = 0.2;   ///< share of the time that a lock is held
constexpr double least_queue_of_io = 0.05; ///< share of the run in which others queue for a lock held across I/O
constexpr std::int64_t least_acquires = 20;

/// The time that other threads spin on this lock within a stretch.
Nanoseconds spinning_within(const Run& run, std::size_t lock, std::size_t except, Stretch stall) {
    Nanoseconds burned_ns = 0;
    for (std::size_t t = 0; t < run.lanes.threads(); ++t) {
        if (t == except) continue;
        RunLanes::for_each_within(run.lanes.thread(t), stall, [&](const Span& span, Stretch part) {
            if (span.state == State::spin && span.detail == lock) burned_ns += part.length_ns();
        });
    }
    return burned_ns;
}

/// Calls with every stretch in which the thread that has the lock, or gets it next, has lost its core.
template <typename Visit>
void for_each_stall(const Run& run, std::size_t lock, Visit visit) {
    Nanoseconds before_ns = 0; // where the one before let go
    for (const Span& held : run.lanes.holder(lock)) {
        if (held.state != State::held || held.detail >= run.lanes.threads()) continue;
        RunLanes::for_each_within(run.lanes.thread(held.detail), {before_ns, held.end_ns},
                                  [&](const Span& span, Stretch part) {
                                      if (span.state == State::preempted) visit(held.detail, part);
                                  });
        before_ns = held.end_ns;
    }
}

} // namespace

std::optional<Diagnosis> find_preempted(const Run& run) {
    const double core_time = static_cast<double>(run.end_ns) * run.results.cores;
    for (std::size_t l = 0; l < run.lanes.locks(); ++l) {
        if (!program::traits_of(run.scenario.locks[l].kind).spins) continue;
        Nanoseconds burned_ns = 0;
        Nanoseconds most_ns = 0;
        Nanoseconds at_ns = 0;
        for_each_stall(run, l, [&](std::size_t stalled, Stretch stall) {
            const Nanoseconds here_ns = spinning_within(run, l, stalled, stall);
            burned_ns += here_ns;
            if (here_ns <= most_ns) return;
            most_ns = here_ns;
            at_ns = stall.from_ns;
        });
        const double share = static_cast<double>(burned_ns) / (core_time + 1);
        if (share < least_burned) continue;
        return Diagnosis{
            DiagnosisKind::preempted,
            text::fill(text::diagnosis::preempted_is, {run.lock_name(l), percent(share), shown_time(burned_ns)}),
            at_ns};
    }
    return std::nullopt;
}

std::optional<Diagnosis> find_across_io(const Run& run) {
    for (std::size_t l = 0; l < run.lanes.locks(); ++l) {
        Nanoseconds held_ns = 0;
        Nanoseconds io_ns = 0;
        Nanoseconds queued_ns = 0;
        Nanoseconds longest_ns = 0;
        Nanoseconds at_ns = 0;
        for (const Span& held : run.lanes.holder(l)) {
            if (held.state != State::held || held.detail >= run.lanes.threads()) continue;
            held_ns += held.length_ns();
            const Stretch all{held.start_ns, held.end_ns};
            RunLanes::for_each_within(run.lanes.thread(held.detail), all, [&](const Span& span, Stretch part) {
                if (span.state != State::wait_io && span.state != State::sleep) return;
                io_ns += part.length_ns();
                RunLanes::for_each_within(run.lanes.queue(l), part, [&](const Span& queue, Stretch both) {
                    if (queue.state != State::queue || queue.detail == 0) return;
                    queued_ns += both.length_ns();
                    if (both.length_ns() <= longest_ns) return;
                    longest_ns = both.length_ns();
                    at_ns = both.from_ns;
                });
            });
        }
        const double share = static_cast<double>(io_ns) / (static_cast<double>(held_ns) + 1);
        if (share < least_io_of_held || run.share_of_run(queued_ns) < least_queue_of_io) continue;
        return Diagnosis{
            DiagnosisKind::across_io,
            text::fill(text::diagnosis::across_io_is, {run.lock_name(l), percent(share), shown_time(io_ns)}), at_ns};
    }
    return std::nullopt;
}

std::optional<Diagnosis> find_no_contention(const Run& run) {
    constexpr double most_contended = 0.01;
    constexpr double most_queueing =
        0.05; ///< of the run, all threads together: few waits, but long ones, or without end
    std::int64_t acquires = 0;
    std::int64_t contended = 0;
    Nanoseconds queued_ns = 0;
    Nanoseconds first_ns = run.end_ns;
    for (std::size_t l = 0; l < run.lanes.locks(); ++l) {
        acquires += run.results.locks[l].acquires;
        contended += run.results.locks[l].contended;
        queued_ns += run.results.locks[l].queue_time_ns;
        if (const auto spans = run.lanes.holder(l); !spans.empty())
            first_ns = std::min(first_ns, spans.front().start_ns);
    }
    if (acquires < least_acquires || run.share_of_run(queued_ns) > most_queueing) return std::nullopt;
    if (static_cast<double>(contended) > most_contended * static_cast<double>(acquires)) return std::nullopt;
    return Diagnosis{DiagnosisKind::no_contention,
                     text::fill(text::diagnosis::no_contention_is, {text::grouped(acquires), text::grouped(contended)}),
                     first_ns};
}

} // namespace widget::rules

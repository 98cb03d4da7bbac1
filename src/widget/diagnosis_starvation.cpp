#include <vector>

#include "text/diagnosis.hpp"
#include "widget/diagnosis_rules.hpp"
#include "widget/shown_time.hpp"

namespace widget::rules {
namespace {

using trace::Nanoseconds;
using trace::Span;
using trace::State;

constexpr double least_share = 0.1;      ///< of the run, in one wait
constexpr std::size_t least_passed = 50; ///< others that got the lock meanwhile …
constexpr std::size_t least_rounds = 10; ///< … and so many times the number of threads

/// One thread's wait for one lock, from asking to having, however often it was woken in between.
struct Wait {
    std::size_t thread = 0;
    std::size_t lock = 0;
    Stretch time;
    bool is_unfinished = false;
    std::size_t passed = 0; ///< how often others got the lock meanwhile
};

/// Waits for a condition look like waits for a lock: where there are conditions only spinning is sure to be for a lock.
bool is_wait(const Run& run, const Span& span, std::size_t lock) {
    if (span.detail != lock) return false;
    return span.state == State::spin || (span.state == State::wait_lock && run.scenario.conditions.empty());
}

std::size_t first_from(const std::vector<Nanoseconds>& times, Nanoseconds ns) {
    return static_cast<std::size_t>(std::ranges::lower_bound(times, ns) - times.begin());
}

/// The wait for this lock in which the thread was passed over most.
Wait worst_wait(const Run& run, std::size_t lock, std::size_t thread) {
    std::vector<Nanoseconds> own;
    std::vector<Nanoseconds> others;
    for (const Span& held : run.lanes.holder(lock))
        if (held.state == State::held) (held.detail == thread ? own : others).push_back(held.start_ns);
    Wait worst;
    Nanoseconds end_ns = 0;
    for (const Span& span : run.lanes.thread(thread)) {
        if (span.start_ns < end_ns || !is_wait(run, span, lock)) continue;
        const std::size_t next = first_from(own, span.start_ns);
        const bool is_unfinished = next == own.size();
        end_ns = is_unfinished ? run.end_ns : own[next];
        const std::size_t passed = first_from(others, end_ns) - first_from(others, span.start_ns);
        if (passed > worst.passed) worst = {thread, lock, {span.start_ns, end_ns}, is_unfinished, passed};
    }
    return worst;
}

} // namespace

std::optional<Diagnosis> find_starvation(const Run& run) {
    Wait worst;
    for (std::size_t l = 0; l < run.lanes.locks(); ++l)
        for (std::size_t t = 0; t < run.lanes.threads(); ++t)
            if (Wait wait = worst_wait(run, l, t);
                wait.passed > worst.passed && run.share_of_run(wait.time.length_ns()) >= least_share)
                worst = wait;
    if (worst.passed < std::max(least_passed, least_rounds * run.lanes.threads())) return std::nullopt;
    return Diagnosis{
        DiagnosisKind::starvation,
        text::fill(worst.is_unfinished ? text::diagnosis::starvation_without_end : text::diagnosis::starvation_is,
                   {run.thread_name(worst.thread), run.lock_name(worst.lock), shown_time(worst.time.length_ns()),
                    text::grouped(static_cast<long long>(worst.passed))}),
        worst.time.from_ns};
}

} // namespace widget::rules

#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "program/scenario.hpp"
#include "trace/trace.hpp"

namespace widget {

/// A half-open stretch of time.
struct Stretch {
    trace::Nanoseconds from_ns = 0;
    trace::Nanoseconds to_ns = 0;
    trace::Nanoseconds length_ns() const { return to_ns > from_ns ? to_ns - from_ns : 0; }
};

/// The lanes of a run of a scenario by what they belong to: threads, and for each lock its holder and its queue.
class RunLanes {
public:
    RunLanes(const program::Scenario& scenario, const trace::Trace& trace) : scenario_(scenario), trace_(trace) {}

    std::span<const trace::Span> thread(std::size_t index) const { return spans("threads", index); }
    /// State::held, detail: the holder.
    std::span<const trace::Span> holder(std::size_t lock) const { return spans("locks", 2 * lock); }
    /// State::queue, detail: how many wait.
    std::span<const trace::Span> queue(std::size_t lock) const { return spans("locks", 2 * lock + 1); }

    std::size_t threads() const { return scenario_.threads.size(); }
    std::size_t locks() const { return scenario_.locks.size(); }

    /// Calls with each part of [from_ns, to_ns) that falls into a span of `spans`. O(log spans + parts).
    template <typename Visit>
    static void for_each_within(std::span<const trace::Span> spans, Stretch within, Visit visit) {
        auto span =
            std::ranges::partition_point(spans, [&](const trace::Span& each) { return each.end_ns <= within.from_ns; });
        for (; span != spans.end() && span->start_ns < within.to_ns; ++span)
            visit(*span, Stretch{std::max(span->start_ns, within.from_ns), std::min(span->end_ns, within.to_ns)});
    }

private:
    std::span<const trace::Span> spans(std::string_view group, std::size_t place) const {
        for (const trace::Lane& lane : trace_.lanes)
            if (lane.group == group && place-- == 0) return lane.spans;
        return {};
    }

    const program::Scenario& scenario_;
    const trace::Trace& trace_;
};

} // namespace widget

#include "trace/trace.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trace {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(State::count)> state_names = {
    "idle",   "starting", "running",   "generate", "sort",    "wait_lock", "wait_io",   "wait_join", "send",
    "verify", "ready",    "preempted", "spin",     "section", "sleep",     "switching", "held",      "queue",
};
constexpr std::array<const char*, static_cast<std::size_t>(Event::count)> event_names = {
    "switch_request",
    "hand_off",
    "snapshot",
};

std::string fault_of_lane(const Lane& lane) {
    Nanoseconds free_from_ns = 0;
    for (std::size_t i = 0; i < lane.spans.size(); ++i) {
        const Span& span = lane.spans[i];
        const auto who = [&] { return "span " + std::to_string(i) + " of lane \"" + lane.name + "\""; };
        if (span.state >= State::count) return who() + " has a state that does not exist";
        if (span.start_ns < 0) return who() + " starts before the trace, at " + std::to_string(span.start_ns) + " ns";
        if (span.end_ns < span.start_ns)
            return who() + " ends at " + std::to_string(span.end_ns) + " ns, before it starts at " +
                   std::to_string(span.start_ns) + " ns";
        if (span.start_ns < free_from_ns)
            return who() + " starts at " + std::to_string(span.start_ns) + " ns, before the span before it ends at " +
                   std::to_string(free_from_ns) + " ns";
        free_from_ns = span.end_ns;
    }
    return {};
}

std::string fault_of_groups(const Trace& trace) {
    std::set<std::string> closed;
    for (std::size_t i = 1; i < trace.lanes.size(); ++i) {
        if (trace.lanes[i].group == trace.lanes[i - 1].group) continue;
        closed.insert(trace.lanes[i - 1].group);
        if (closed.count(trace.lanes[i].group))
            return "lane \"" + trace.lanes[i].name + "\" stands apart from the other lanes of its group \"" +
                   trace.lanes[i].group + "\"";
    }
    return {};
}

std::string fault_of_marks(const Trace& trace) {
    Nanoseconds last_ns = 0;
    for (std::size_t i = 0; i < trace.marks.size(); ++i) {
        const Mark& mark = trace.marks[i];
        const auto who = [&] { return "mark " + std::to_string(i); };
        if (mark.event >= Event::count) return who() + " has an event that does not exist";
        if (mark.lane >= trace.lanes.size())
            return who() + " is on lane " + std::to_string(mark.lane) + " of " + std::to_string(trace.lanes.size());
        if (mark.at_ns < 0) return who() + " is before the trace, at " + std::to_string(mark.at_ns) + " ns";
        if (mark.at_ns < last_ns)
            return who() + " is at " + std::to_string(mark.at_ns) + " ns, before the mark before it at " +
                   std::to_string(last_ns) + " ns";
        last_ns = mark.at_ns;
    }
    return {};
}

} // namespace

const char* name_of(State state) {
    return state < State::count ? state_names[static_cast<std::size_t>(state)] : "unknown";
}

const char* name_of(Event event) {
    return event < Event::count ? event_names[static_cast<std::size_t>(event)] : "unknown";
}

Nanoseconds Trace::end_ns() const {
    Nanoseconds end = 0;
    for (const Lane& lane : lanes)
        if (!lane.spans.empty()) end = std::max(end, lane.spans.back().end_ns);
    return end;
}

std::size_t Trace::span_count() const {
    std::size_t count = 0;
    for (const Lane& lane : lanes) count += lane.spans.size();
    return count;
}

std::string find_fault(const Trace& trace) {
    for (const Lane& lane : trace.lanes)
        if (std::string fault = fault_of_lane(lane); !fault.empty()) return fault;
    if (std::string fault = fault_of_groups(trace); !fault.empty()) return fault;
    return fault_of_marks(trace);
}

} // namespace trace

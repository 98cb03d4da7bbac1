#include "sim/trace_recorder.hpp"

#include <string>

namespace sim {

TraceRecorder::TraceRecorder(const program::Scenario& scenario) {
    for (const program::Thread& thread : scenario.threads) trace_.lanes.push_back({"threads", thread.name, {}});
    first_lock_ = trace_.lanes.size();
    for (const program::Lock& lock : scenario.locks)
        for (const char* suffix : {"", " queue"}) trace_.lanes.push_back({"locks", lock.name + suffix, {}});
    first_gil_ = trace_.lanes.size();
    if (program::has_gil(scenario))
        for (const program::Interpreter& each : scenario.interpreters)
            for (const char* suffix : {"", " queue"}) trace_.lanes.push_back({"gils", each.name + suffix, {}});
    is_open_.resize(trace_.lanes.size());
    last_holder_.resize(trace_.lanes.size(), -1);
}

void TraceRecorder::enter(std::size_t lane, trace::State state, std::uint32_t detail, trace::Nanoseconds at_ns) {
    std::vector<trace::Span>& spans = trace_.lanes[lane].spans;
    if (is_open_[lane]) {
        trace::Span& last = spans.back();
        if (last.state == state && last.detail == detail) return;
        if (last.start_ns == at_ns)
            spans.pop_back();
        else
            last.end_ns = at_ns;
    }
    is_open_[lane] = true;
    // Back within the same instant: no cut in what the reader sees as one span.
    if (!spans.empty() && spans.back().end_ns == at_ns && spans.back().state == state && spans.back().detail == detail)
        return;
    spans.push_back({at_ns, at_ns, detail, state});
}

void TraceRecorder::leave(std::size_t lane, trace::Nanoseconds at_ns) {
    if (!is_open_[lane]) return;
    is_open_[lane] = false;
    std::vector<trace::Span>& spans = trace_.lanes[lane].spans;
    if (spans.back().start_ns == at_ns)
        spans.pop_back();
    else
        spans.back().end_ns = at_ns;
}

void TraceRecorder::holder(std::size_t lane, int holder, trace::Nanoseconds at_ns) {
    if (holder < 0) return leave(lane, at_ns);
    if (last_holder_[lane] >= 0 && last_holder_[lane] != holder)
        trace_.marks.push_back(
            {at_ns, static_cast<std::uint32_t>(holder), static_cast<std::uint16_t>(lane), trace::Event::hand_off});
    last_holder_[lane] = holder;
    enter(lane, trace::State::held, static_cast<std::uint32_t>(holder), at_ns);
}

void TraceRecorder::queue(std::size_t lane, int waiters, trace::Nanoseconds at_ns) {
    if (waiters == 0) return leave(lane, at_ns);
    enter(lane, trace::State::queue, static_cast<std::uint32_t>(waiters), at_ns);
}

void TraceRecorder::thread(int thread, trace::State state, std::uint32_t detail, trace::Nanoseconds at_ns) {
    if (state == trace::State::idle) return leave(static_cast<std::size_t>(thread), at_ns);
    enter(static_cast<std::size_t>(thread), state, detail, at_ns);
}

void TraceRecorder::lock_holder(int lock, int who, trace::Nanoseconds at_ns) {
    holder(first_lock_ + 2 * static_cast<std::size_t>(lock), who, at_ns);
}

void TraceRecorder::lock_queue(int lock, int waiters, trace::Nanoseconds at_ns) {
    queue(first_lock_ + 2 * static_cast<std::size_t>(lock) + 1, waiters, at_ns);
}

void TraceRecorder::gil_holder(int interpreter, int who, trace::Nanoseconds at_ns) {
    holder(first_gil_ + 2 * static_cast<std::size_t>(interpreter), who, at_ns);
}

void TraceRecorder::gil_queue(int interpreter, int waiters, trace::Nanoseconds at_ns) {
    queue(first_gil_ + 2 * static_cast<std::size_t>(interpreter) + 1, waiters, at_ns);
}

void TraceRecorder::gil_requested(int interpreter, int by, trace::Nanoseconds at_ns) {
    trace_.marks.push_back({at_ns, static_cast<std::uint32_t>(by),
                            static_cast<std::uint16_t>(first_gil_ + 2 * static_cast<std::size_t>(interpreter)),
                            trace::Event::switch_request});
}

void TraceRecorder::show_until(trace::Nanoseconds at_ns) {
    for (std::size_t lane = 0; lane < trace_.lanes.size(); ++lane)
        if (is_open_[lane]) trace_.lanes[lane].spans.back().end_ns = at_ns;
}

} // namespace sim

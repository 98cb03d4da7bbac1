#include "measure/scenario_outcome.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "measure/lock_lanes.hpp"
#include "measure/scenario_board.hpp"

namespace measure {
namespace {

using trace::Nanoseconds;
using trace::State;

/// Adds up what the threads wrote down, by one clock that begins with the run.
class Summary {
public:
    explicit Summary(const ScenarioBoard& board) : board_(board), count_(static_cast<std::size_t>(board.lane_count)) {}

    ScenarioOutcome make() {
        outcome_.is_deadlocked = board_.is_deadlocked;
        outcome_.results.elapsed_ns = elapsed_ns();
        outcome_.trace_until_ns = until_ns();
        const double cores = std::max(board_.machine.effective_cores, 1.0);
        outcome_.results.cores = static_cast<int>(std::lround(cores));
        for (std::size_t i = 0; i < board_.scenario.variables.size(); ++i)
            outcome_.results.variables.push_back(board_.variables[i].value);
        for (const auto& gil : board_.gils) {
            if (!gil) continue;
            outcome_.results.gil_switches += gil->switches();
            outcome_.results.gil_requests += gil->requests();
        }
        add_threads();
        add_locks();
        std::ranges::sort(outcome_.trace.marks, {},
                          [](const trace::Mark& mark) { return std::tuple(mark.at_ns, mark.lane, mark.event); });
        std::ranges::stable_sort(outcome_.prints, {}, &Print::at_ns);
        return std::move(outcome_);
    }

private:
    Nanoseconds shift(std::size_t thread) const { return board_.corrections[thread] - board_.start_ns; }
    /// The end of a run: never shifted, for it means "to the end".
    Nanoseconds shifted(Nanoseconds local_ns, std::size_t thread) const {
        if (local_ns == std::numeric_limits<Nanoseconds>::max()) return local_ns;
        return std::max<Nanoseconds>(local_ns + shift(thread), 0);
    }

    Nanoseconds elapsed_ns() const {
        if (board_.time_is_up) return board_.scenario.duration_ns;
        Nanoseconds last = 0;
        for (std::size_t i = 0; i < count_; ++i)
            if (board_.records[i].has_ended || board_.is_deadlocked)
                last = std::max(last, shifted(board_.records[i].end_ns, i));
        return last;
    }

    Nanoseconds until_ns() const {
        Nanoseconds until = outcome_.results.elapsed_ns;
        for (std::size_t i = 0; i < count_; ++i)
            if (const auto cut = board_.records[i].cut_ns()) until = std::min(until, shifted(*cut, i));
        return until;
    }

    void add_threads() {
        outcome_.knows_core_time = outcome_.knows_context_switches = true;
        for (std::size_t i = 0; i < count_; ++i) {
            const ThreadRecord& record = board_.records[i];
            add_lane(i);
            for (Print print : record.prints()) {
                print.at_ns = shifted(print.at_ns, i);
                outcome_.prints.push_back(print);
            }
            if (!record.usage) outcome_.knows_core_time = outcome_.knows_context_switches = false;
            outcome_.results.threads.push_back(result_of(record));
            outcome_.results.threads.back().takes_locks = program::takes_locks(board_.scenario.threads[i]);
            if (record.usage)
                outcome_.results.context_switches += record.usage->switches + record.usage->involuntary_switches;
        }
    }

    static program::ThreadResult result_of(const ThreadRecord& record) {
        program::ThreadResult result;
        result.sections = record.sections;
        result.spinning_ns = record.spinning_ns;
        const Nanoseconds computing =
            record.time_in(State::running) + record.time_in(State::section) + record.time_in(State::send);
        for (const State state : {State::wait_lock, State::wait_io, State::wait_join, State::sleep})
            result.blocked_ns += record.time_in(state);
        result.running_ns = computing;
        if (!record.usage) return result;
        const Nanoseconds awake = record.time_in(State::starting) + computing + record.time_in(State::spin);
        result.running_ns = std::max<Nanoseconds>(record.usage->cpu_ns - result.spinning_ns, 0);
        result.ready_ns = std::max<Nanoseconds>(awake - result.running_ns - result.spinning_ns, 0);
        result.preemptions = record.usage->involuntary_switches;
        return result;
    }

    void add_lane(std::size_t thread) {
        const LaneRecord& lane = board_.lanes[thread];
        trace::Lane& out =
            outcome_.trace.lanes.emplace_back(trace::Lane{"threads", board_.scenario.threads[thread].name, {}});
        out.spans.reserve(lane.spans().size());
        for (trace::Span span : lane.spans()) {
            span.start_ns = shifted(span.start_ns, thread);
            span.end_ns = std::min(shifted(span.end_ns, thread), outcome_.trace_until_ns);
            if (span.start_ns < span.end_ns) out.spans.push_back(span);
        }
    }

    void add_locks() {
        const std::size_t locks = board_.scenario.locks.size();
        std::vector<std::vector<OwnedHold>> holds(locks + board_.gils.size());
        for (std::size_t i = 0; i < count_; ++i) {
            const ThreadRecord& record = board_.records[i];
            for (const auto* some : {&record.holds(), &record.unreleased})
                for (Hold hold : *some) {
                    hold.asked_ns = shifted(hold.asked_ns, i);
                    if (hold.got_ns >= 0) hold.got_ns = shifted(hold.got_ns, i);
                    hold.left_ns = shifted(hold.left_ns, i);
                    holds[hold.lock].push_back({hold, static_cast<int>(i)});
                }
        }
        for (std::size_t lock = 0; lock < holds.size(); ++lock) {
            const bool is_gil = lock >= locks;
            if (is_gil && !board_.gils[lock - locks]) continue;
            const std::string& name =
                is_gil ? board_.scenario.interpreters[lock - locks].name : board_.scenario.locks[lock].name;
            LockLanes lanes =
                make_lock_lanes(is_gil ? "gils" : "locks", name, std::move(holds[lock]), outcome_.trace_until_ns);
            if (!is_gil) add_result(lock, lanes);
            const auto lane = static_cast<std::uint16_t>(outcome_.trace.lanes.size());
            outcome_.trace.lanes.push_back(std::move(lanes.held));
            outcome_.trace.lanes.push_back(std::move(lanes.queue));
            if (is_gil) add_requests(lock - locks, lane);
            if (is_gil) add_gil_result(lock - locks);
            for (trace::Mark& mark : lanes.hand_offs) {
                mark.lane = lane;
                outcome_.trace.marks.push_back(mark);
            }
        }
    }

    /// The threads wrote them down, each those that it made.
    void add_requests(std::size_t interpreter, std::uint16_t to_lane) {
        for (std::size_t i = 0; i < count_; ++i) {
            if (board_.scenario.threads[i].interpreter != interpreter) continue;
            for (trace::Mark mark : board_.lanes[i].marks()) {
                mark.at_ns = shifted(mark.at_ns, i);
                mark.lane = to_lane;
                if (mark.at_ns <= outcome_.trace_until_ns) outcome_.trace.marks.push_back(mark);
            }
        }
    }

    static void add(program::LockResult& sum, const program::LockResult& part) {
        sum.acquires += part.acquires;
        sum.contended += part.contended;
        sum.handoffs += part.handoffs;
        sum.held_ns += part.held_ns;
        sum.wait_ns += part.wait_ns;
        sum.queue_time_ns += part.queue_time_ns;
        sum.waits.merge(part.waits);
    }

    void add_gil_result(std::size_t interpreter) {
        program::LockResult& sum = outcome_.results.gils.emplace_back();
        for (std::size_t i = 0; i < count_; ++i)
            if (board_.scenario.threads[i].interpreter == interpreter) add(sum, board_.records[i].gil);
        sum.handoffs = board_.gils[interpreter]->switches();
    }

    void add_result(std::size_t lock, const LockLanes& lanes) {
        program::LockResult& sum = outcome_.results.locks.emplace_back();
        for (std::size_t i = 0; i < count_; ++i) {
            const ThreadRecord& record = board_.records[i];
            add(sum, record.locks[lock]);
            for (const Hold& hold : record.unreleased)
                if (hold.lock == lock)
                    sum.held_ns +=
                        std::min(shifted(hold.left_ns, i), outcome_.results.elapsed_ns) - shifted(hold.got_ns, i);
        }
        // Readers' times overlap, so that only the lane has their union.
        const program::LockKind kind = board_.scenario.locks[lock].kind;
        if (kind != program::LockKind::rw_readers && kind != program::LockKind::rw_writers) return;
        sum.held_ns = lanes.held_ns;
        if (outcome_.trace_until_ns < outcome_.results.elapsed_ns) outcome_.knows_readers_time = false;
    }

    const ScenarioBoard& board_;
    const std::size_t count_;
    ScenarioOutcome outcome_;
};

} // namespace

ScenarioOutcome make_outcome(const ScenarioBoard& board) {
    return Summary(board).make();
}

} // namespace measure

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "program/scenario.hpp"
#include "sim/watcher.hpp"
#include "trace/trace.hpp"

namespace sim {

/// Writes what it hears into a trace. Lanes: group "threads", one a thread; group "locks", for every lock one named as
/// the lock (State::held, detail: holder) and one named lock + " queue" (State::queue, detail: how many wait); with
/// GILs, group "gils" likewise, named as the interpreter. Marks: Event::hand_off where a lock or GIL goes from one
/// thread to another (detail: to whom), Event::switch_request where a waiter asks for a GIL (detail: who).
class TraceRecorder final : public Watcher {
public:
    explicit TraceRecorder(const program::Scenario& scenario);

    void thread(int thread, trace::State state, std::uint32_t detail, trace::Nanoseconds at_ns) override;
    void lock_holder(int lock, int holder, trace::Nanoseconds at_ns) override;
    void lock_queue(int lock, int waiters, trace::Nanoseconds at_ns) override;
    void gil_holder(int interpreter, int holder, trace::Nanoseconds at_ns) override;
    void gil_queue(int interpreter, int waiters, trace::Nanoseconds at_ns) override;
    void gil_requested(int interpreter, int by, trace::Nanoseconds at_ns);

    /// Lets the spans that are open end here, for whoever looks; they go on with the next step.
    void show_until(trace::Nanoseconds at_ns);
    const trace::Trace& trace() const { return trace_; }

private:
    void enter(std::size_t lane, trace::State state, std::uint32_t detail, trace::Nanoseconds at_ns);
    void leave(std::size_t lane, trace::Nanoseconds at_ns);
    void holder(std::size_t lane, int holder, trace::Nanoseconds at_ns);
    void queue(std::size_t lane, int waiters, trace::Nanoseconds at_ns);

    trace::Trace trace_;
    std::vector<bool> is_open_;    ///< a lane's last span goes on
    std::vector<int> last_holder_; ///< of a lane of a lock or a GIL
    std::size_t first_lock_ = 0;
    std::size_t first_gil_ = 0;
};

} // namespace sim

#pragma once

#include <vector>

#include "measure/scenario_board.hpp"
#include "measure/split_mix.hpp"

namespace measure {

/// One thread of a scenario, on the member of the crew with the same number: goes through the instructions and writes
/// down what happens to it.
///
/// What a lane shows: running and section (detail: the lock taken last) while it computes; spin and wait_lock (detail:
/// the lock, a condition's lock when it waits to be notified, or, numbered behind the locks, the interpreter whose GIL
/// it waits for); wait_io (the device), sleep, wait_join (the thread), send; ready while it yields; idle before it is
/// started.
class ScenarioThread : private Waiter {
public:
    ScenarioThread(ScenarioBoard& board, int me);

    /// Returns when the thread has ended, time is up, or the run was stopped; within 30 ms in the latter two cases.
    void run();

private:
    // Waiter: what the lock says that this thread is waiting for.
    void begins_to_spin() override;
    void loses_patience() override;
    void begins_to_sleep() override;

    void start_together();
    /// False: it was never started.
    bool wait_for_start();
    void run_code();
    /// Returns the index of the next instruction.
    std::size_t perform(const program::Instruction& instruction, std::size_t index);

    void compute(program::Nanoseconds ns, bool is_one_call);
    void acquire(std::uint16_t lock, bool shared);
    void release(std::uint16_t lock, bool ends_section = true);
    void give_up(trace::Nanoseconds now_ns);
    bool wait_for_itself();
    void wait_on(std::uint16_t condition);
    void notify(std::uint16_t condition, bool all);
    void do_io(std::uint16_t device, program::Nanoseconds ns);
    void sleep_until(trace::Nanoseconds until_ns);
    void spawn(int thread);
    void join(int thread);
    void end();

    void look_at_gil(std::int64_t bytecodes);
    void take_gil();
    /// From `now_ns` on; may block until another thread took it.
    void drop_gil(trace::Nanoseconds now_ns, bool at_end = false);
    void wait_for_gil(trace::Nanoseconds asked_ns);
    void leave_gil(trace::Nanoseconds now_ns);
    std::uint16_t gil_number() const;
    void end_spin(trace::Nanoseconds now_ns);

    /// Now, but never after the end of the scenario's duration, which ends the run.
    trace::Nanoseconds stamp();
    bool is_late(trace::Nanoseconds now_ns) const { return deadline_ns_ > 0 && now_ns >= deadline_ns_; }
    program::Nanoseconds draw(const program::TimeLaw& law);
    /// Back to computing, inside or outside a section.
    void go_on(trace::Nanoseconds now_ns);
    /// For whoever looks whether anybody can go on; 0: it does not wait any more.
    void waits_for_others(trace::Nanoseconds since_ns);
    std::atomic<std::int64_t>& variable(std::uint16_t index) { return board_.variables[index].value; }

    ScenarioBoard& board_;
    const program::Thread& program_;
    ThreadRecord& record_;
    InterpreterLock* gil_ = nullptr;
    SplitMix64 dice_;
    trace::Nanoseconds start_ns_ = 0;
    trace::Nanoseconds deadline_ns_ = 0;

    std::int64_t acc_ = 0;
    std::int64_t seen_ = 0;
    bool flag_ = false;
    std::vector<std::int64_t> turns_; ///< of each instruction that repeats
    std::vector<Hold> held_;          ///< in the order of taking
    std::uint64_t work_ = 1;
    int since_clock_ = 0; ///< instructions done since the clock was read last

    Hold wait_; ///< of the acquire under way
    trace::Nanoseconds patience_cpu_ns_ = -1;
    trace::Nanoseconds patience_ns_ = 0;
    bool spins_ = false;
    bool has_gil_ = false;
    Hold gil_hold_;
};

} // namespace measure

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/event_queue.hpp"
#include "sim/happening.hpp"
#include "sim/locks/protocol.hpp"
#include "sim/plan.hpp"
#include "sim/state.hpp"
#include "sim/watcher.hpp"

namespace sim {

/// How a core touches a cache line.
enum class Access : std::uint8_t { read, write, atomic };

/// The engine behind Machine, a value like it. Its parts stand in files of their own: kernel.cpp (events),
/// scheduler.cpp (cores), lines.cpp (cache lines), locking.cpp (what all locks share) and locks/, instructions.cpp,
/// blocking.cpp, gil.cpp.
///
/// Each event is at one instant and belongs to a thread or a core. What a thread does at its event may cost time
/// (`cost_ns` of its state); its next event comes so much later. An effect on shared data takes place at the instant of
/// the event at which the thread's core has the cache line, so that the order of the events is the order of the
/// effects.
class Kernel {
public:
    Kernel(std::shared_ptr<const Plan> plan, std::uint64_t seed);

    /// One visible event (several without a word to say may come before it).
    Happening step(Watcher* watcher);
    /// Events until `until_ns`, at most `most` visible ones.
    std::int64_t run(Nanoseconds until_ns, std::int64_t most);
    bool is_over() const { return queue_.first() == EventQueue::never || is_at_end_; }

    // -- For locks/ and the other parts.

    ThreadState& thread(int t) { return threads_[static_cast<std::size_t>(t)]; }
    const ThreadState& thread(int t) const { return threads_[static_cast<std::size_t>(t)]; }
    LockState& lock(int l) { return locks_[static_cast<std::size_t>(l)]; }
    const LockState& lock(int l) const { return locks_[static_cast<std::size_t>(l)]; }
    LockState& lock_of(int t) { return lock(thread(t).lock); }
    const program::Lock& made_lock(int l) const { return plan_->scenario->locks[static_cast<std::size_t>(l)]; }
    const program::Costs& costs() const { return plan_->scenario->costs; }
    const Plan& plan() const { return *plan_; }
    Nanoseconds now() const { return now_ns_; }

    // lines.cpp
    /// Line `i` of the lock that the thread deals with.
    int line(int t, int i) const { return plan_->lock_lines[static_cast<std::size_t>(thread(t).lock)] + i; }
    /// The thread's core touches a line. True: it has it now, which cost what is added to the thread's cost. False: the
    /// line is on its way; the thread's stage is carried out again when it comes, and this answers true then.
    bool touch(int t, int line, Access access);
    /// A cost, a quarter more or less.
    Nanoseconds about(int t, Nanoseconds cost_ns);
    /// The thread looks at a line that its core has until somebody writes it; then its stage is carried out again. With
    /// a deadline (0: none) it is also carried out then.
    void spin_on(int t, int line, Nanoseconds deadline_ns = 0);

    // locking.cpp
    /// The lock is taken: the thread spins, or is about to sleep.
    void looked_in_vain(int t, bool spins = true);
    void acquired(int t);
    /// `other`: who has the lock now (handed_off) or will try (woke), or -1.
    void released(int t, Did did, int other);
    /// The thread sleeps in the kernel until it is woken, and then goes on with `after`.
    void park(int t, Stage after);
    /// Wakes the first sleeper of the lock, which costs the waker; -1: nobody slept, which costs a system call.
    int wake_sleeper(int t);
    /// The thread sleeps until the lock is handed to it; without costs.
    void sleep_on_lock(int t);
    /// The lock goes straight to a waiting thread, which finds that out `in_ns` from now, once it has a core.
    void hand_over(int to, Nanoseconds in_ns);
    /// Whether a thread asks as a reader.
    bool reads(int t) const { return !thread(t).waits_condition && code(t).op == program::Op::read_lock; }

    // scheduler.cpp
    /// From `at_ns` on the thread is awake; after the latency it is able to run, and goes on with `after`.
    void wake(int t, Nanoseconds at_ns, Stage after);

    // kernel.cpp
    void say(Did did, int t, int object = -1, int other = -1, std::int64_t value = 0) {
        happening_ = {now_ns_,
                      did,
                      static_cast<std::int16_t>(t),
                      static_cast<std::int16_t>(other),
                      static_cast<std::int16_t>(object),
                      static_cast<std::uint16_t>(thread(t).pc),
                      value};
    }
    /// The thread's next event is its stage, after its cost and `in_ns`.
    void go_on(int t, Stage stage, Nanoseconds in_ns = 0, Rank rank = Rank::request) {
        ThreadState& state = thread(t);
        state.stage = stage;
        schedule(t, now_ns_ + state.cost_ns + in_ns, rank);
    }

private:
    // kernel.cpp
    void advance_to(std::uint64_t key);
    void carry_out(int t);
    void go_on_locking(int t) {
        const Protocol& protocol = *plan_->protocols[static_cast<std::size_t>(thread(t).lock)];
        reads(t) ? protocol.read_lock(*this, t) : protocol.lock(*this, t);
    }
    void go_on_unlocking(int t) {
        const Protocol& protocol = *plan_->protocols[static_cast<std::size_t>(thread(t).lock)];
        code(t).op == program::Op::read_unlock ? protocol.read_unlock(*this, t) : protocol.unlock(*this, t);
    }
    void judge();
    bool can_go_on(int t) const;
    void schedule(int slot, Nanoseconds at_ns, Rank rank) {
        if (slot == slot_) is_slot_set_ = true;
        queue_.set(slot, at_ns, rank);
    }
    void set_doing(int t, Doing doing, int waits_for = -1);
    void show(int t);
    void show_holder(int l);
    void found_taken(int t, bool spins);
    const Code& code(int t) const { return thread(t).code[thread(t).pc]; }

    // scheduler.cpp
    void make_ready(int t, bool was_woken);
    void dispatch(int t, int core);
    void leave_core(int t, Nanoseconds busy_ns);
    void preempt(int t, Doing as);
    void arm(int core);
    void arm_all();
    void quantum_over(int core);
    int victim() const;
    void wake_spinners(int line);
    void stop_spinning(int t);
    Nanoseconds turn(int t);
    bool is_idle(int core) const { return (idle_ >> core & 1) != 0; }

    // instructions.cpp
    void execute(int t);
    void carry_out_op(int t, const Code& code);
    const Code* fold(int t) {
        const Code& at = code(t);
        return is_jump(at.op) ? follow_jumps(t) : &at;
    }
    const Code* follow_jumps(int t);
    void advance(int t);
    void begin_compute(int t, const Code& code);
    void finish_compute(int t);
    Nanoseconds crowding(int l) const;
    Nanoseconds draw_compute(int t, const Code& code);
    void redraw(int l);
    void done(int t, Did did, int object, std::int64_t value, Nanoseconds cost_ns);

    // blocking.cpp
    void begin_io(int t, const Code& code);
    void device_done(int t);
    void sleep(int t, const Code& code);
    void yield(int t);
    void join(int t, const Code& code);
    void spawn(int t, const Code& code);
    void wait_on(int t);
    void notify(int t, const Code& code);
    void finish(int t);
    void back(int t, Did did);

    // gil.cpp
    InterpreterState& gil_of(int t) { return interpreters_[interpreter_of(t)]; }
    const InterpreterState& gil_of(int t) const { return interpreters_[interpreter_of(t)]; }
    std::size_t interpreter_of(int t) const {
        return plan_->scenario->threads[static_cast<std::size_t>(t)].interpreter;
    }
    const program::Interpreter& made_interpreter(int t) const {
        return plan_->scenario->interpreters[interpreter_of(t)];
    }
    bool has_interpreter() const { return !interpreters_.empty(); }
    bool has_gil(int t) const { return has_interpreter() && made_interpreter(t).gil != program::GilKind::none; }
    Nanoseconds bytecode_ns(int t) const { return has_interpreter() ? made_interpreter(t).bytecode_ns : 0; }
    bool needs_gil_first(int t, const Code& code);
    bool is_check_due(int t) const;
    bool holds_gil(int t) const { return gil_of(t).holder == t; }
    void arm_boundary(int t);
    Nanoseconds until_boundary(int t, Nanoseconds done_ns) const;
    void gil_take(int t, Did if_taken);
    void gil_wait(int t, Did did);
    void gil_got(int t);
    void gil_drop(int t);
    void gil_check(int t);
    void gil_boundary(int t);
    void gil_follow(int t);
    void gil_timer(int t);
    void gil_expired(int t);
    void show_gil(int t);
    Nanoseconds progress(int t) const;

    std::shared_ptr<const Plan> plan_;
    EventQueue queue_;
    Nanoseconds now_ns_ = 0;
    std::uint64_t idle_ = 0; ///< a bit a core
    std::vector<ThreadState> threads_;
    std::vector<CoreState> cores_;
    std::vector<Line> lines_;
    std::vector<LockState> locks_;
    std::vector<InterpreterState> interpreters_;
    std::vector<DeviceState> devices_;
    std::vector<ThreadQueue> conditions_;
    std::vector<std::int64_t> variables_;
    std::vector<std::int64_t> counters_;
    std::vector<std::int64_t> printed_;
    ThreadQueue run_queue_;
    Happening happening_;
    Watcher* watcher_ = nullptr; ///< only inside step()
    int slot_ = -1;              ///< whose event is happening
    bool is_slot_set_ = false;
    bool is_at_end_ = false;
    std::uint32_t idle_events_ = 0; ///< since anything but looking again and changing cores happened
    std::int64_t steps_ = 0;
    std::int64_t events_ = 0;
    std::int64_t context_switches_ = 0;
    std::int64_t gil_switches_ = 0;
    std::int64_t gil_requests_ = 0;

    friend class Machine;
};

} // namespace sim

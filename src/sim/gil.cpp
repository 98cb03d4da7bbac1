#include <algorithm>

#include "sim/kernel.hpp"

/// The lock around an interpreter, of two kinds.
///
/// ticks, Python to 3.1 (ceval.c, thread_pthread.h with semaphores): every `check_ticks` bytecodes the holder lets go,
/// which wakes one sleeper, and takes it again at once, which it mostly can: the woken one comes too late and sleeps
/// again. Waking costs the holder time at each check while somebody waits.
///
/// timed, CPython since 3.2 (ceval_gil.c, take_gil and drop_gil with FORCE_SWITCHING): a waiter that has waited one
/// interval, in which the lock did not change hands, asks for it; the holder lets go at its next bytecode, wakes one of
/// those that wait on the condition variable, and does not go on before another has had the lock. Which one is the
/// operating system's choice, here drawn evenly; where waking takes no time, the one that has waited longest. The same
/// before it blocks, but not at its end, where drop_gil() is called without a thread state.
namespace sim {

using program::GilKind;
using program::Op;

namespace {

bool blocks(Op op) {
    return op == Op::io || op == Op::sleep || op == Op::yield || op == Op::wait;
}

} // namespace

/// Before an instruction: takes the GIL, or lets it go, where that comes first. True when it did.
bool Kernel::needs_gil_first(int t, const Code& at) {
    ThreadState& state = thread(t);
    if (state.let_go) return false;
    if (!holds_gil(t)) { // also before what blocks or ends: a call into the system begins and ends in the interpreter
        gil_take(t, Did::gil_waits);
        return true;
    }
    const bool waits = at.op == Op::join && thread(at.target).doing != Doing::ended;
    if (blocks(at.op) || at.op == Op::end || waits) {
        const bool is_forced = gil_of(t).is_requested && at.op != Op::end; // at its end it passes no thread state
        state.let_go = true;
        gil_drop(t);
        say(Did::gil_released, t, static_cast<int>(interpreter_of(t)));
        go_on(t, is_forced ? Stage::gil_followed : Stage::next, 0, is_forced ? Rank::release : Rank::request);
        return true;
    }
    if (!is_check_due(t)) return false;
    state.rest_ns = 0;
    gil_boundary(t);
    return true;
}

/// Whether the holder has to let go at this bytecode.
bool Kernel::is_check_due(int t) const {
    const InterpreterState& gil = gil_of(t);
    const program::Interpreter& made = made_interpreter(t);
    if (made.gil == GilKind::timed) return gil.is_requested;
    if (gil.waiters.empty() && gil.on_their_way == 0) return false;
    return thread(t).ticked_ns / (made.check_ticks * std::max<Nanoseconds>(1, made.bytecode_ns)) > thread(t).checked;
}

/// From a place in a computation to the first bytecode at which the holder looks.
Nanoseconds Kernel::until_boundary(int t, Nanoseconds done_ns) const {
    const program::Interpreter& made = made_interpreter(t);
    const Nanoseconds bytecode = std::max<Nanoseconds>(1, made.bytecode_ns);
    if (made.gil == GilKind::timed) return (bytecode - done_ns % bytecode) % bytecode;
    const Nanoseconds period = made.check_ticks * bytecode;
    return period - (thread(t).ticked_ns + done_ns) % period;
}

/// When the holder is computing and somebody wants the GIL, plans the bytecode at which it looks. Else that is no
/// event.
void Kernel::arm_boundary(int t) {
    ThreadState& state = thread(t);
    const InterpreterState& gil = gil_of(t);
    const bool is_timed = made_interpreter(t).gil == GilKind::timed;
    const bool is_wanted = is_timed ? gil.is_requested : !gil.waiters.empty() || gil.on_their_way > 0;
    const bool is_on_core = state.core >= 0 && state.stage == Stage::computing;
    const bool is_off_core = state.stage != Stage::computing && state.after == Stage::computing &&
                             (state.core < 0 || state.stage == Stage::dispatched);
    if (!is_wanted || code(t).is_one_call || (!is_on_core && !is_off_core)) return;
    const Nanoseconds left_ns = is_on_core ? queue_.time_of(t) - now_ns_ : state.left_ns;
    const Nanoseconds done_ns = std::max<Nanoseconds>(0, state.total_ns - left_ns);
    const Nanoseconds wait_ns = left_ns - state.total_ns > 0 ? left_ns - state.total_ns : 0; // not begun yet
    const Nanoseconds until_ns = wait_ns + until_boundary(t, done_ns);
    if (until_ns >= left_ns) return;
    state.rest_ns = left_ns - until_ns;
    if (is_on_core) {
        state.stage = Stage::boundary;
        // Of one instant the bytecode comes last: whoever has waited long enough by then is in the queue.
        schedule(t, now_ns_ + until_ns, is_timed ? Rank::look : Rank::release);
    } else {
        state.after = Stage::boundary;
        state.left_ns = until_ns;
    }
}

/// On a core, without the GIL.
void Kernel::gil_take(int t, Did if_taken) {
    const InterpreterState& gil = gil_of(t);
    if (thread(t).gil_asked_ns < 0) thread(t).gil_asked_ns = now_ns_;
    // A request that it did not wait for when it let go around the wait for a lock: now it does.
    if (gil.holder < 0 && gil.is_requested && gil.last == t) return gil_follow(t);
    if (gil.holder < 0) return gil_got(t);
    gil_wait(t, if_taken);
}

void Kernel::gil_wait(int t, Did did) {
    ThreadState& state = thread(t);
    InterpreterState& gil = gil_of(t);
    const auto interpreter = static_cast<int>(interpreter_of(t));
    say(did, t, interpreter, gil.holder);
    gil.waiters.push(t);
    state.waited_for_gil = true;
    state.saved_switch = gil.switches;
    set_doing(t, Doing::waits_gil, interpreter);
    leave_core(t, state.cost_ns + costs().park_ns);
    if (made_interpreter(t).gil == GilKind::timed) {
        state.stage = Stage::gil_timer;
        schedule(t, now_ns_ + state.cost_ns + made_interpreter(t).interval_ns, Rank::timer);
    } else {
        state.stage = Stage::none;
        if (ThreadState& holder = thread(gil.holder); gil.waiters.size() + gil.on_their_way == 1)
            holder.checked = (holder.ticked_ns + progress(gil.holder)) /
                             (made_interpreter(t).check_ticks * std::max<Nanoseconds>(1, bytecode_ns(t)));
        arm_boundary(gil.holder);
    }
    show_gil(t);
}

/// How far a thread is in its computation.
Nanoseconds Kernel::progress(int t) const {
    const ThreadState& state = thread(t);
    if (state.total_ns == 0 || code(t).is_one_call) return 0;
    const bool is_on_core = state.core >= 0 && (state.stage == Stage::computing || state.stage == Stage::boundary);
    const Nanoseconds left_ns = is_on_core ? queue_.time_of(t) - now_ns_ : state.left_ns;
    return std::max<Nanoseconds>(0, state.total_ns - left_ns - state.rest_ns);
}

void Kernel::gil_got(int t) {
    ThreadState& state = thread(t);
    InterpreterState& gil = gil_of(t);
    const int before = gil.last;
    if (!state.retakes_gil || state.waited_for_gil) { // else it is as if it had never let go
        const Nanoseconds waited_ns = now_ns_ - state.gil_asked_ns;
        ++gil.result.acquires;
        gil.result.contended += state.waited_for_gil ? 1 : 0;
        gil.result.waits.add(waited_ns);
        gil.result.wait_ns += waited_ns;
    }
    state.gil_asked_ns = -1;
    state.waited_for_gil = false;
    state.retakes_gil = false;
    gil.holder = static_cast<std::int16_t>(t);
    gil.held_since_ns = now_ns_;
    gil.is_requested = false;
    if (before != t) {
        ++gil.switches;
        if (before >= 0) {
            ++gil.result.handoffs;
            ++gil_switches_;
        }
        gil.last = static_cast<std::int16_t>(t);
    }
    Nanoseconds cost_ns = 0;
    while (!gil.followers.empty()) {
        cost_ns += costs().wake_ns;
        const int follower = gil.followers.pop();
        wake(follower, now_ns_ + cost_ns, thread(follower).let_go ? Stage::next : Stage::gil_take);
    }
    set_doing(t, Doing::running);
    state.cost_ns += cost_ns;
    say(Did::gil_took, t, static_cast<int>(interpreter_of(t)), before == t ? -1 : before, cost_ns);
    show_gil(t);
    if (state.rest_ns == 0) return go_on(t, Stage::next, 0, code(t).op == Op::unlock ? Rank::release : Rank::request);
    const Nanoseconds rest_ns = state.rest_ns;
    state.rest_ns = 0;
    go_on(t, Stage::computing, rest_ns, code(t).releases_next ? Rank::release : Rank::request);
    arm_boundary(t);
}

/// Lets go, and wakes one that waits; the time that this takes is added to the thread's cost.
void Kernel::gil_drop(int t) {
    InterpreterState& gil = gil_of(t);
    ThreadState& state = thread(t);
    gil.result.held_ns += now_ns_ - gil.held_since_ns;
    gil.holder = -1;
    gil.last = static_cast<std::int16_t>(t);
    if (!gil.waiters.empty()) {
        const bool is_timed = made_interpreter(t).gil == GilKind::timed;
        const bool is_drawn = is_timed && costs().wake_latency_ns > 0 && gil.waiters.size() > 1;
        const auto last = static_cast<std::uint64_t>(gil.waiters.size() - 1);
        const int woken = gil.waiters[is_drawn ? static_cast<int>(state.jitter.up_to(last)) : 0];
        gil.waiters.remove(woken);
        state.cost_ns += costs().wake_ns;
        if (!is_timed) ++gil.on_their_way;
        wake(woken, now_ns_ + state.cost_ns, Stage::gil_woken);
    } else if (gil.on_their_way > 0) {
        state.cost_ns += about(t, costs().syscall_ns); // there is a waiter, but nobody asleep
    }
    show_gil(t);
}

/// Was woken, and looks whether the GIL is still free.
void Kernel::gil_check(int t) {
    InterpreterState& gil = gil_of(t);
    if (made_interpreter(t).gil == GilKind::ticks) --gil.on_their_way;
    gil_take(t, Did::gil_waits);
}

/// A bytecode at which the holder lets go.
void Kernel::gil_boundary(int t) {
    ThreadState& state = thread(t);
    const bool is_timed = made_interpreter(t).gil == GilKind::timed;
    if (!is_timed)
        state.checked = (state.ticked_ns + std::max<Nanoseconds>(0, state.total_ns - state.rest_ns)) /
                        (made_interpreter(t).check_ticks * std::max<Nanoseconds>(1, bytecode_ns(t)));
    gil_drop(t);
    state.retakes_gil = !is_timed;
    say(Did::gil_dropped, t, static_cast<int>(interpreter_of(t)));
    go_on(t, is_timed ? Stage::gil_followed : Stage::gil_take, 0, Rank::release);
}

/// Forced switching: has let go, and looks whether another has had the GIL since.
void Kernel::gil_follow(int t) {
    InterpreterState& gil = gil_of(t);
    if (gil.last != t) return thread(t).let_go ? execute(t) : gil_take(t, Did::gil_waits);
    gil.is_requested = false;
    gil.followers.push(t);
    ThreadState& state = thread(t);
    if (!state.let_go) { // else it does not want it yet
        if (state.gil_asked_ns < 0) state.gil_asked_ns = now_ns_;
        state.waited_for_gil = true;
    }
    state.stage = Stage::none;
    set_doing(t, Doing::waits_gil, static_cast<int>(interpreter_of(t)));
    leave_core(t, costs().park_ns);
}

/// A timed wait ends. Of those that end at one instant the one that began first comes first, so that equal waiters take
/// turns: it stands in front, since all intervals are the same.
void Kernel::gil_timer(int t) {
    const int first = gil_of(t).waiters.pop();
    if (first != t) schedule(t, now_ns_, Rank::timer);
    wake(first, now_ns_, Stage::gil_expired);
}

/// A timed wait of one interval is over.
void Kernel::gil_expired(int t) {
    InterpreterState& gil = gil_of(t);
    if (gil.holder < 0) return gil_got(t);
    const bool asks = gil.switches == thread(t).saved_switch && !gil.is_requested;
    gil_wait(t, asks ? Did::gil_requested : Did::gil_timed_out);
    if (!asks) return;
    gil.is_requested = true;
    ++gil_requests_;
    arm_boundary(gil.holder);
}

void Kernel::show_gil(int t) {
    if (watcher_ == nullptr) return;
    const InterpreterState& gil = gil_of(t);
    const auto interpreter = static_cast<int>(interpreter_of(t));
    watcher_->gil_holder(interpreter, gil.holder, now_ns_);
    watcher_->gil_queue(interpreter, gil.waiters.size(), now_ns_);
}

} // namespace sim

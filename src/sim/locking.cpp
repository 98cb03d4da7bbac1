#include "sim/kernel.hpp"

/// What all locks share: who waits, who holds, since when, and how it is counted.
namespace sim {

using program::Op;

void Kernel::found_taken(int t, bool spins) {
    ThreadState& state = thread(t);
    LockState& at = lock_of(t);
    state.contends = true;
    state.spins = spins;
    at.waiters.push(t);
    if (has_gil(t) && holds_gil(t)) gil_drop(t); // around a wait, as PyThread_acquire_lock does
    set_doing(t, spins ? Doing::spinning : Doing::running, state.lock);
    if (watcher_ != nullptr) watcher_->lock_queue(state.lock, at.waiters.size(), now_ns_);
    const bool is_known = at.holder >= 0 && at.holder != t;
    say(spins ? Did::spins : Did::waits, t, state.lock, is_known ? at.holder : -1);
    redraw(state.lock);
}

void Kernel::looked_in_vain(int t, bool spins) {
    if (!thread(t).contends) return found_taken(t, spins);
    say(Did::probed, t, thread(t).lock, lock_of(t).holder);
}

void Kernel::acquired(int t) {
    ThreadState& state = thread(t);
    const int l = state.lock;
    LockState& at = lock(l);
    const Nanoseconds from_ns = now_ns_ + state.cost_ns;
    const Nanoseconds waited_ns = from_ns - state.asked_ns;
    const bool waited = state.contends;
    ++at.result.acquires;
    at.result.waits.add(waited_ns);
    at.result.wait_ns += waited_ns;
    if (waited) {
        ++at.result.contended;
        at.waiters.remove(t);
        if (watcher_ != nullptr) watcher_->lock_queue(l, at.waiters.size(), now_ns_);
    }
    const bool is_reader = reads(t);
    if (at.last >= 0 && at.last != t) ++at.result.handoffs;
    at.last = static_cast<std::int16_t>(t);
    if (is_reader) {
        if (at.readers++ == 0) at.held_since_ns = from_ns;
    } else {
        at.holder = static_cast<std::int16_t>(t);
        at.held_since_ns = from_ns;
    }
    state.contends = state.spins = state.waits_condition = state.let_go = false;
    state.lock = -1;
    const program::LockKind kind = made_lock(l).kind;
    if (kind == program::LockKind::crowded || kind == program::LockKind::queued)
        state.model = static_cast<std::int16_t>(l);
    set_doing(t, Doing::running);
    show_holder(l);
    say(waited ? Did::got : Did::acquired, t, l, -1, waited_ns);
    ++state.pc;
    advance(t);
}

void Kernel::released(int t, Did did, int other) {
    ThreadState& state = thread(t);
    const int l = state.lock;
    LockState& at = lock(l);
    const bool reads = code(t).op == Op::read_unlock;
    const bool is_free = reads ? --at.readers == 0 : true;
    if (!reads) at.holder = -1;
    if (is_free) at.result.held_ns += now_ns_ - at.held_since_ns;
    state.lock = -1;
    show_holder(l);
    if (watcher_ != nullptr) show(t);
    if (code(t).op == Op::wait) return wait_on(t);
    ++state.sections;
    say(did, t, l, other);
    ++state.pc;
    advance(t);
}

void Kernel::park(int t, Stage after) {
    ThreadState& state = thread(t);
    state.after = after;
    state.stage = Stage::none;
    state.spins = false;
    set_doing(t, Doing::waits_lock, state.lock);
    leave_core(t, state.cost_ns + costs().park_ns);
}

int Kernel::wake_sleeper(int t) {
    ThreadState& state = thread(t);
    LockState& at = lock_of(t);
    if (at.sleepers.empty()) {
        state.cost_ns += about(t, costs().syscall_ns);
        return -1;
    }
    const int sleeper = at.sleepers.pop();
    state.cost_ns += costs().wake_ns;
    wake(sleeper, now_ns_ + state.cost_ns, thread(sleeper).after);
    return sleeper;
}

void Kernel::sleep_on_lock(int t) {
    set_doing(t, Doing::waits_lock, thread(t).lock);
    thread(t).stage = Stage::none;
    leave_core(t, thread(t).cost_ns);
}

void Kernel::hand_over(int to, Nanoseconds in_ns) {
    ThreadState& next = thread(to);
    if (next.core >= 0 && next.stage == Stage::locking) { // spins
        next.stage = Stage::got;
        return schedule(to, now_ns_ + in_ns, Rank::release);
    }
    next.after = Stage::got;
    next.left_ns = 0;
    if (clock_of(next.doing) == Clock::ready) return; // has no core, but will come to one
    if (in_ns == 0) return make_ready(to, true);
    next.stage = Stage::waking;
    schedule(to, now_ns_ + in_ns, Rank::release);
}

void Kernel::show_holder(int l) {
    if (watcher_ == nullptr) return;
    const LockState& at = lock(l);
    watcher_->lock_holder(l, at.holder >= 0 ? at.holder : at.readers > 0 ? at.last : -1, now_ns_);
}

/// What the thread's lane shows.
void Kernel::show(int t) {
    using trace::State;
    const ThreadState& state = thread(t);
    auto detail = static_cast<std::uint32_t>(state.waits_for < 0 ? 0 : state.waits_for);
    State shown = State::idle;
    switch (state.doing) {
    case Doing::not_started:
    case Doing::ended:
        break;
    case Doing::ready:
        shown = State::ready;
        break;
    case Doing::preempted:
        shown = State::preempted;
        break;
    case Doing::running:
        shown = State::running;
        for (std::size_t l = 0; l < locks_.size(); ++l)
            if (locks_[l].holder == t) {
                shown = State::section;
                detail = static_cast<std::uint32_t>(l);
                break;
            }
        break;
    case Doing::spinning:
        shown = State::spin;
        break;
    case Doing::waits_lock:
    case Doing::waits_condition:
        shown = State::wait_lock;
        break;
    case Doing::waits_gil:
        shown = State::wait_lock;
        detail += static_cast<std::uint32_t>(locks_.size());
        break;
    case Doing::waits_io:
        shown = State::wait_io;
        break;
    case Doing::sleeping:
        shown = State::sleep;
        break;
    case Doing::waits_join:
        shown = State::wait_join;
        break;
    }
    watcher_->thread(t, shown, detail, now_ns_);
}

} // namespace sim

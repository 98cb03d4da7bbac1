#include <algorithm>
#include <bit>

#include "sim/kernel.hpp"

/// The operating system: one run queue for all cores, first come, first served; who runs longer than its quantum while
/// others wait goes to the end of it.
namespace sim {

void Kernel::make_ready(int t, bool was_woken) {
    ThreadState& state = thread(t);
    if (clock_of(state.doing) != Clock::ready) set_doing(t, Doing::ready);
    if (idle_ != 0) {
        // Its old core, whose caches know it; else one that nobody has used, so that nobody is driven from home.
        int core = state.last_core;
        if (core < 0 || !is_idle(core)) {
            core = std::countr_zero(idle_);
            for (std::uint64_t left = idle_; left != 0; left &= left - 1) {
                const int each = std::countr_zero(left);
                if (cores_[static_cast<std::size_t>(each)].last >= 0) continue;
                core = each;
                break;
            }
        }
        return dispatch(t, core);
    }
    if (was_woken)
        if (const int core = victim(); core >= 0) {
            const int loser = cores_[static_cast<std::size_t>(core)].running;
            preempt(loser, Doing::preempted);
            run_queue_.push_front(loser);
            // Woken at the very instant of what another did, that is told instead.
            if (slot_ == t && happening_.did == Did::nothing) say(Did::wake_preempted, loser, -1, t, core);
            dispatch(t, core);
            return arm_all();
        }
    run_queue_.push(t);
    arm_all();
}

/// The run queue has somebody again: from now on quanta count.
void Kernel::arm_all() {
    if (run_queue_.size() != 1) return;
    for (int core = 0; core < plan_->cores; ++core) arm(core);
}

/// The core that a woken thread may take: the one whose thread has run longest, unless that is less than a quarter of a
/// quantum (else threads that wake one another would do nothing but switch); or -1.
int Kernel::victim() const {
    const program::Scheduling& rules = plan_->scenario->scheduling;
    if (!rules.wake_preempts || rules.quantum_ns == 0) return -1;
    int best = -1;
    Nanoseconds longest_ns = rules.quantum_ns / 4;
    for (int core = 0; core < plan_->cores; ++core) {
        const CoreState& each = cores_[static_cast<std::size_t>(core)];
        if (each.running == slot_ || thread(each.running).granted) continue;
        if (now_ns_ - each.slice_ns <= longest_ns) continue;
        longest_ns = now_ns_ - each.slice_ns;
        best = core;
    }
    return best;
}

void Kernel::dispatch(int t, int core) {
    ThreadState& state = thread(t);
    CoreState& on = cores_[static_cast<std::size_t>(core)];
    const bool is_switch = on.last >= 0 && on.last != t;
    Nanoseconds start_ns = std::max(now_ns_, on.free_ns);
    if (is_switch) {
        ++context_switches_;
        start_ns += plan_->scenario->scheduling.switch_ns;
    }
    on.running = on.last = static_cast<std::int16_t>(t);
    on.slice_ns = start_ns;
    idle_ &= ~(std::uint64_t{1} << core);
    state.core = state.last_core = static_cast<std::int16_t>(core);
    if (is_switch) {
        state.stage = Stage::dispatched;
        schedule(t, start_ns, Rank::request);
        if (watcher_ != nullptr)
            watcher_->thread(t, trace::State::switching, static_cast<std::uint32_t>(core), now_ns_);
    } else {
        set_doing(t, state.spins ? Doing::spinning : Doing::running, state.waits_for);
        state.stage = state.after;
        const bool is_release = state.stage == Stage::got;
        schedule(t, start_ns + state.left_ns, is_release ? Rank::release : Rank::request);
    }
    if (!run_queue_.empty()) arm(core);
}

/// The thread goes to sleep or ends; the kernel is busy with that for `busy_ns`, then the next one gets the core.
void Kernel::leave_core(int t, Nanoseconds busy_ns) {
    ThreadState& state = thread(t);
    const int core = state.core;
    CoreState& on = cores_[static_cast<std::size_t>(core)];
    state.core = -1;
    on.running = -1;
    on.free_ns = now_ns_ + busy_ns;
    idle_ |= std::uint64_t{1} << core;
    if (!run_queue_.empty()) dispatch(run_queue_.pop(), core);
}

/// Takes a thread off its core, so that it can go on later where it was: `as` preempted, or ready when it gave its core
/// up itself. It stands in no queue then.
void Kernel::preempt(int t, Doing as) {
    ThreadState& state = thread(t);
    if (state.stage != Stage::dispatched) {
        state.after = state.stage;
        state.left_ns =
            queue_.has(t) && state.spin_line < 0 ? std::max<Nanoseconds>(0, queue_.time_of(t) - now_ns_) : 0;
    }
    if (state.spin_line >= 0) stop_spinning(t);
    queue_.clear(t);
    cores_[static_cast<std::size_t>(state.core)].running = -1;
    idle_ |= std::uint64_t{1} << state.core;
    state.core = -1;
    if (as == Doing::preempted) ++state.preemptions;
    set_doing(t, as, state.waits_for);
}

/// The quantum of a core's thread ends at its time; needed only while others wait.
void Kernel::arm(int core) {
    const program::Scheduling& rules = plan_->scenario->scheduling;
    const int slot = plan_->threads + core;
    if (rules.quantum_ns == 0) return;
    Nanoseconds at_ns = std::max(now_ns_, cores_[static_cast<std::size_t>(core)].slice_ns + rules.quantum_ns);
    if (rules.tick_ns > 0) at_ns = (at_ns + rules.tick_ns - 1) / rules.tick_ns * rules.tick_ns;
    schedule(slot, at_ns, Rank::timer);
}

void Kernel::quantum_over(int core) {
    if (run_queue_.empty()) return;
    const int loser = cores_[static_cast<std::size_t>(core)].running;
    if (loser < 0) return;
    if (thread(loser).granted) return schedule(slot_, queue_.time_of(loser), Rank::timer); // an access is never cut
    preempt(loser, Doing::preempted);
    const int next = run_queue_.pop();
    run_queue_.push(loser);
    say(Did::preempted, loser, -1, next, core);
    dispatch(next, core);
}

void Kernel::wake(int t, Nanoseconds at_ns, Stage after) {
    ThreadState& state = thread(t);
    const bool is_timer = state.stage == Stage::gil_timer || state.stage == Stage::sleeping;
    if (is_timer && slot_ != t) queue_.clear(t);
    state.after = after;
    state.left_ns = 0;
    state.stage = Stage::waking;
    at_ns += about(t, costs().wake_latency_ns);
    set_doing(t, Doing::ready, state.waits_for);
    if (at_ns <= now_ns_) return make_ready(t, true);
    schedule(t, at_ns, Rank::request);
}

} // namespace sim

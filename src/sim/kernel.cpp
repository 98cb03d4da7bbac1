#include "sim/kernel.hpp"

#include <utility>

namespace sim {

namespace {

constexpr std::uint32_t many_idle = 1 << 16;

constexpr std::uint64_t bit_of(Did did) {
    return std::uint64_t{1} << static_cast<unsigned>(did);
}

/// Nothing has changed but who has a core.
constexpr bool is_idle(Did did) {
    constexpr std::uint64_t idle = bit_of(Did::nothing) | bit_of(Did::probed) | bit_of(Did::backed_off) |
                                   bit_of(Did::preempted) | bit_of(Did::wake_preempted) | bit_of(Did::dispatched);
    static_assert(static_cast<unsigned>(Did::count) < 64);
    return (idle & bit_of(did)) != 0;
}

} // namespace

Kernel::Kernel(std::shared_ptr<const Plan> plan, std::uint64_t seed)
    : plan_(std::move(plan)), queue_(plan_->threads + plan_->cores) {
    const program::Scenario& scenario = *plan_->scenario;
    threads_.resize(static_cast<std::size_t>(plan_->threads));
    cores_.resize(static_cast<std::size_t>(plan_->cores));
    lines_.resize(static_cast<std::size_t>(plan_->lines));
    locks_.resize(scenario.locks.size());
    interpreters_.resize(scenario.interpreters.size());
    devices_.resize(scenario.devices.size());
    conditions_.resize(scenario.conditions.size());
    counters_.resize(static_cast<std::size_t>(plan_->counters));
    for (const program::Variable& variable : scenario.variables) variables_.push_back(variable.initial);
    idle_ = plan_->cores >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << plan_->cores) - 1;
    for (std::size_t l = 0; l < locks_.size(); ++l) {
        // A node a thread and one more, and one number each besides: see locks/clh.cpp, mcs.cpp, anderson.cpp.
        if (lines_of(scenario.locks[l].kind, 1) == lines_of(scenario.locks[l].kind, 0)) continue;
        locks_[l].nodes.assign(2 * threads_.size() + 2, -1);
    }
    for (int t = 0; t < plan_->threads; ++t) {
        ThreadState& each = thread(t);
        each.code = &plan_->code(t, 0);
        each.random = Random(seed, 2 * static_cast<std::uint64_t>(t));
        each.jitter = Random(seed, 2 * static_cast<std::uint64_t>(t) + 1);
        const program::Thread& made = scenario.threads[static_cast<std::size_t>(t)];
        if (!made.starts) continue;
        each.stage = Stage::starting;
        queue_.set(t, made.starts_at_ns, Rank::request);
    }
}

Happening Kernel::step(Watcher* watcher) {
    watcher_ = watcher;
    happening_.did = Did::nothing;
    while (happening_.did == Did::nothing) {
        const std::uint64_t key = queue_.first();
        if (key == EventQueue::never || EventQueue::time_in(key) > plan_->end_ns) {
            if (key != EventQueue::never) now_ns_ = plan_->end_ns;
            is_at_end_ = true;
            happening_ = {.at_ns = now_ns_};
            break;
        }
        advance_to(key);
    }
    watcher_ = nullptr;
    if (happening_.did != Did::nothing) ++steps_;
    return happening_;
}

std::int64_t Kernel::run(Nanoseconds until_ns, std::int64_t most) {
    const std::int64_t before = steps_;
    while (steps_ - before < most) {
        const std::uint64_t key = queue_.first();
        const Nanoseconds at_ns = EventQueue::time_in(key);
        if (key == EventQueue::never || (at_ns > plan_->end_ns && until_ns >= plan_->end_ns)) {
            step(nullptr); // notices the end
            break;
        }
        if (at_ns > until_ns) {
            now_ns_ = until_ns > now_ns_ ? until_ns : now_ns_;
            break;
        }
        happening_.did = Did::nothing;
        advance_to(key);
        steps_ += happening_.did != Did::nothing ? 1 : 0;
    }
    return steps_ - before;
}

void Kernel::advance_to(std::uint64_t key) {
    now_ns_ = EventQueue::time_in(key);
    slot_ = EventQueue::slot_in(key);
    is_slot_set_ = false;
    ++events_;
    if (slot_ < plan_->threads) {
        thread(slot_).cost_ns = 0;
        if (thread(slot_).spin_line >= 0) stop_spinning(slot_);
        carry_out(slot_);
    } else {
        quantum_over(slot_ - plan_->threads);
    }
    if (!is_slot_set_) queue_.clear(slot_);
    if (!sim::is_idle(happening_.did))
        idle_events_ = 0;
    else if (++idle_events_ % many_idle == 0)
        judge();
}

/// Spinning threads make events for ever, though nobody may be left who could let them in.
void Kernel::judge() {
    for (int t = 0; t < plan_->threads; ++t)
        if (can_go_on(t)) return;
    for (int slot = 0; slot < plan_->threads + plan_->cores; ++slot) queue_.clear(slot);
}

/// By itself: it neither asks for a lock nor waits for another thread.
bool Kernel::can_go_on(int t) const {
    const ThreadState& state = thread(t);
    return !state.contends && (queue_.has(t) || clock_of(state.doing) == Clock::ready);
}

void Kernel::carry_out(int t) {
    ThreadState& state = thread(t);
    switch (state.stage) {
    case Stage::next:
        return execute(t);
    case Stage::computing:
        return finish_compute(t);
    case Stage::boundary:
        return gil_boundary(t);
    case Stage::locking:
        return go_on_locking(t);
    case Stage::unlocking:
        return go_on_unlocking(t);
    case Stage::got:
        return acquired(t);
    case Stage::began:
        say(Did::began, t);
        return advance(t);
    case Stage::io_over:
        return back(t, Did::io_ended);
    case Stage::rested:
        return back(t, Did::woke_up);
    case Stage::joined:
        return back(t, Did::joined);
    case Stage::notified:
        state.asked_ns = now_ns_;
        state.phase = 0;
        state.stage = Stage::locking;
        return go_on_locking(t);
    case Stage::dispatched:
        set_doing(t, state.spins ? Doing::spinning : Doing::running, state.waits_for);
        say(Did::dispatched, t, -1, -1, state.core);
        return go_on(t, state.after, state.left_ns);
    case Stage::gil_take:
        return gil_take(t, Did::gil_waits);
    case Stage::gil_woken:
        return gil_check(t);
    case Stage::gil_expired:
        return gil_expired(t);
    case Stage::gil_followed:
        return gil_follow(t);
    case Stage::starting:
        state.after = Stage::began;
        state.left_ns = 0;
        return make_ready(t, false);
    case Stage::device:
        return device_done(t);
    case Stage::sleeping:
        return wake(t, now_ns_, Stage::rested);
    case Stage::gil_timer:
        return gil_timer(t);
    case Stage::waking:
        return make_ready(t, true);
    case Stage::none:
        return;
    }
}

void Kernel::set_doing(int t, Doing doing, int waits_for) {
    ThreadState& state = thread(t);
    state.spent_ns[static_cast<std::size_t>(clock_of(state.doing))] += now_ns_ - state.since_ns;
    state.since_ns = now_ns_;
    state.doing = doing;
    state.waits_for = static_cast<std::int16_t>(waits_for);
    if (watcher_ != nullptr) show(t);
}

} // namespace sim

#include "sim/kernel.hpp"

#include <utility>

namespace sim {

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
        return state.waits_condition || code(t).op != program::Op::read_lock
                   ? protocol_of(made_lock(state.lock).kind).lock(*this, t)
                   : protocol_of(made_lock(state.lock).kind).read_lock(*this, t);
    case Stage::unlocking:
        return code(t).op != program::Op::read_unlock ? protocol_of(made_lock(state.lock).kind).unlock(*this, t)
                                                      : protocol_of(made_lock(state.lock).kind).read_unlock(*this, t);
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
        return carry_out(t);
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

void Kernel::schedule(int slot, Nanoseconds at_ns, Rank rank) {
    if (slot == slot_) is_slot_set_ = true;
    queue_.set(slot, at_ns, rank);
}

void Kernel::go_on(int t, Stage stage, Nanoseconds in_ns, Rank rank) {
    ThreadState& state = thread(t);
    state.stage = stage;
    schedule(t, now_ns_ + state.cost_ns + in_ns, rank);
}

void Kernel::say(Did did, int t, int object, int other, std::int64_t value) {
    happening_ = {now_ns_,
                  did,
                  static_cast<std::int16_t>(t),
                  static_cast<std::int16_t>(other),
                  static_cast<std::int16_t>(object),
                  static_cast<std::uint16_t>(t < 0 ? 0 : thread(t).pc),
                  value};
}

void add_time(program::ThreadResult& result, Doing doing, Nanoseconds spent_ns) {
    switch (doing) {
    case Doing::running:
        result.running_ns += spent_ns;
        break;
    case Doing::spinning:
        result.spinning_ns += spent_ns;
        break;
    case Doing::ready:
        result.ready_ns += spent_ns;
        break;
    case Doing::not_started:
    case Doing::ended:
        break;
    case Doing::waits_lock:
    case Doing::waits_gil:
    case Doing::waits_io:
    case Doing::sleeping:
    case Doing::waits_join:
    case Doing::waits_condition:
        result.blocked_ns += spent_ns;
    }
}

void Kernel::set_doing(int t, Doing doing, int waits_for) {
    ThreadState& state = thread(t);
    const Nanoseconds spent_ns = now_ns_ - state.since_ns;
    add_time(state.result, state.doing, spent_ns);
    state.since_ns = now_ns_;
    state.doing = doing;
    state.waits_for = static_cast<std::int16_t>(waits_for);
    if (watcher_ != nullptr) show(t);
}

} // namespace sim

#include "sim/kernel.hpp"

/// Instructions at which a thread waits for something other than a lock.
namespace sim {

using program::Op;

void Kernel::begin_io(int t, const Code& at) {
    ThreadState& state = thread(t);
    DeviceState& device = devices_[at.target];
    const int servers = plan_->scenario->devices[at.target].servers;
    const Nanoseconds takes_ns = state.random.draw(at.time);
    say(Did::io_began, t, at.target, -1, takes_ns);
    set_doing(t, Doing::waits_io, at.target);
    leave_core(t, costs().park_ns);
    state.stage = Stage::device;
    if (servers == 0 || device.busy < servers) {
        ++device.busy;
        return go_on(t, Stage::device, takes_ns);
    }
    state.total_ns = takes_ns;
    device.waiters.push(t);
}

void Kernel::device_done(int t) {
    const int d = code(t).target;
    DeviceState& device = devices_[static_cast<std::size_t>(d)];
    --device.busy;
    if (!device.waiters.empty()) {
        const int next = device.waiters.pop();
        ++device.busy;
        schedule(next, now_ns_ + thread(next).total_ns, Rank::request);
        thread(next).total_ns = 0;
    }
    wake(t, now_ns_, Stage::io_over);
}

/// Back on a core after a wait.
void Kernel::back(int t, Did did) {
    ThreadState& state = thread(t);
    const int object = did == Did::woke_up ? -1 : code(t).target;
    say(did, t, did == Did::joined ? -1 : object, did == Did::joined ? object : -1);
    state.waits_for = -1;
    state.let_go = false;
    ++state.pc;
    advance(t);
}

void Kernel::sleep(int t, const Code& at) {
    const Nanoseconds takes_ns = thread(t).random.draw(at.time);
    say(Did::slept, t, -1, -1, takes_ns);
    set_doing(t, Doing::sleeping);
    leave_core(t, costs().park_ns);
    go_on(t, Stage::sleeping, takes_ns);
}

void Kernel::yield(int t) {
    say(Did::yielded, t);
    thread(t).let_go = false;
    ++thread(t).pc;
    advance(t);
    if (run_queue_.empty()) return;
    const int core = thread(t).core;
    preempt(t, Doing::ready);
    const int next = run_queue_.pop();
    run_queue_.push(t);
    dispatch(next, core);
}

void Kernel::join(int t, const Code& at) {
    if (thread(at.target).doing == Doing::ended) {
        say(Did::joined, t, -1, at.target);
        thread(t).let_go = false;
        ++thread(t).pc;
        return advance(t);
    }
    say(Did::join_waits, t, -1, at.target);
    set_doing(t, Doing::waits_join, at.target);
    thread(t).stage = Stage::none;
    leave_core(t, costs().park_ns);
}

void Kernel::spawn(int t, const Code& at) {
    ThreadState& started = thread(at.target);
    const Nanoseconds cost_ns = costs().wake_ns;
    if (started.doing == Doing::not_started && started.stage == Stage::none)
        wake(at.target, now_ns_ + cost_ns, Stage::began);
    ++thread(t).pc;
    say(Did::spawned, t, -1, at.target);
    thread(t).cost_ns += cost_ns;
    advance(t);
}

/// The lock of the condition has been let go of: the thread sleeps until it is notified.
void Kernel::wait_on(int t) {
    const int condition = code(t).target;
    say(Did::cond_waits, t, condition);
    conditions_[static_cast<std::size_t>(condition)].push(t);
    set_doing(t, Doing::waits_condition, condition);
    thread(t).stage = Stage::none;
    leave_core(t, thread(t).cost_ns + costs().park_ns);
}

void Kernel::notify(int t, const Code& at) {
    ThreadQueue& waiting = conditions_[at.target];
    int first = -1;
    std::int64_t woken = 0;
    while (!waiting.empty() && (woken == 0 || at.op == Op::notify_all)) {
        const int each = waiting.pop();
        if (first < 0) first = each;
        ++woken;
        thread(t).cost_ns += costs().wake_ns;
        thread(each).lock = static_cast<std::int16_t>(plan_->scenario->conditions[at.target].lock);
        thread(each).waits_condition = true;
        wake(each, now_ns_ + thread(t).cost_ns, Stage::notified);
    }
    done(t, Did::notified, at.target, woken, 0);
    happening_.other = static_cast<std::int16_t>(first);
}

void Kernel::finish(int t) {
    say(Did::ended, t);
    set_doing(t, Doing::ended);
    thread(t).stage = Stage::none;
    for (int each = 0; each < plan_->threads; ++each)
        if (thread(each).doing == Doing::waits_join && thread(each).waits_for == t) wake(each, now_ns_, Stage::joined);
    leave_core(t, 0);
}

} // namespace sim

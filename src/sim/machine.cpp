#include "sim/machine.hpp"

#include <limits>
#include <utility>

namespace sim {

Machine::Machine(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed)
    : kernel_(std::make_shared<const Plan>(std::move(scenario)), seed) {}

bool Machine::is_deadlocked() const {
    if (kernel_.queue_.first() != EventQueue::never) return false;
    for (const ThreadState& thread : kernel_.threads_)
        if (thread.doing != Doing::ended && thread.doing != Doing::not_started) return true;
    return false;
}

ThreadView Machine::thread(int index) const {
    const ThreadState& state = kernel_.thread(index);
    return {state.doing, state.core, static_cast<int>(state.pc), state.acc, state.seen, state.flag, state.waits_for};
}

LockView Machine::lock(int index) const {
    const LockState& state = kernel_.lock(index);
    LockView view{state.holder, state.readers, {}};
    for (int i = 0; i < state.waiters.size(); ++i) view.waiters.push_back(state.waiters[i]);
    return view;
}

int Machine::gil_holder(int interpreter) const {
    return kernel_.interpreters_[static_cast<std::size_t>(interpreter)].holder;
}

program::Results Machine::results() const {
    program::Results results;
    const Nanoseconds now_ns = kernel_.now_ns_;
    results.elapsed_ns = now_ns;
    results.cores = kernel_.plan_->cores;
    results.context_switches = kernel_.context_switches_;
    results.gil_switches = kernel_.gil_switches_;
    results.gil_requests = kernel_.gil_requests_;
    results.variables = kernel_.variables_;
    for (const LockState& lock : kernel_.locks_) {
        program::LockResult& result = results.locks.emplace_back(lock.result);
        const bool is_held = lock.holder >= 0 || lock.readers > 0;
        if (is_held && now_ns > lock.held_since_ns) result.held_ns += now_ns - lock.held_since_ns;
        result.queue_time_ns = result.wait_ns;
        for (int i = 0; i < lock.waiters.size(); ++i)
            result.queue_time_ns += now_ns - kernel_.thread(lock.waiters[i]).asked_ns;
    }
    for (std::size_t i = 0; i < kernel_.interpreters_.size(); ++i) {
        if (scenario().interpreters[i].gil == program::GilKind::none) continue;
        const InterpreterState& gil = kernel_.interpreters_[i];
        program::LockResult& result = results.gils.emplace_back(gil.result);
        if (gil.holder >= 0) result.held_ns += now_ns - gil.held_since_ns;
        result.queue_time_ns = result.wait_ns;
        for (std::size_t t = 0; t < kernel_.threads_.size(); ++t)
            if (const ThreadState& thread = kernel_.threads_[t];
                thread.gil_asked_ns >= 0 && scenario().threads[t].interpreter == i)
                result.queue_time_ns += now_ns - thread.gil_asked_ns;
    }
    for (const ThreadState& thread : kernel_.threads_) {
        auto spent_ns = thread.spent_ns;
        spent_ns[static_cast<std::size_t>(clock_of(thread.doing))] += now_ns - thread.since_ns;
        const auto of = [&](Clock clock) { return spent_ns[static_cast<std::size_t>(clock)]; };
        results.threads.push_back({of(Clock::running), of(Clock::spinning), of(Clock::ready), of(Clock::blocked),
                                   thread.sections, thread.preemptions});
        const std::size_t t = results.threads.size() - 1;
        results.threads.back().takes_locks = program::takes_locks(kernel_.plan_->scenario->threads[t]);
    }
    return results;
}

std::size_t Machine::bytes() const {
    const Kernel& all = kernel_;
    std::size_t bytes = sizeof(Machine) + all.threads_.size() * sizeof(ThreadState) +
                        all.cores_.size() * sizeof(CoreState) + all.lines_.size() * sizeof(Line) +
                        all.locks_.size() * sizeof(LockState) + all.interpreters_.size() * sizeof(InterpreterState) +
                        all.devices_.size() * sizeof(DeviceState) + all.conditions_.size() * sizeof(ThreadQueue) +
                        (all.variables_.size() + all.counters_.size() + all.printed_.size()) * sizeof(std::int64_t);
    for (const LockState& lock : all.locks_) bytes += lock.nodes.size() * sizeof(std::int16_t);
    return bytes + all.queue_.bytes();
}

program::Results measure(const program::Scenario& scenario, std::uint64_t seed) {
    Machine machine(std::make_shared<const program::Scenario>(scenario), seed);
    while (!machine.is_over())
        machine.run(std::numeric_limits<Nanoseconds>::max(), std::numeric_limits<std::int64_t>::max());
    return machine.results();
}

} // namespace sim

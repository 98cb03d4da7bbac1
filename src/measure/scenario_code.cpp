#include <algorithm>
#include <limits>

#include "measure/clock.hpp"
#include "measure/scenario_thread.hpp"

// What each instruction of a scenario does on a real thread; see program/instruction.hpp.
namespace measure {
namespace {

using program::Instruction;
using program::Op;
using trace::State;

/// A computation looks so often whether the run is over.
constexpr program::Nanoseconds longest_stretch_ns = 20'000;
/// So many instructions may be done without a look at the clock.
constexpr int most_without_clock = 256;

} // namespace

void ScenarioThread::run_code() {
    const std::vector<Instruction>& code = program_.code;
    for (std::size_t index = 0; index < code.size() && !is_over();) {
        if (gil_) look_at_gil(1);
        if (++since_clock_ > most_without_clock) stamp();
        index = perform(code[index], index);
    }
}

std::size_t ScenarioThread::perform(const Instruction& instruction, std::size_t index) {
    const std::uint16_t target = instruction.target;
    switch (instruction.op) {
    case Op::compute:
        compute(draw(instruction.time), instruction.is_one_call);
        break;
    case Op::load:
        acc_ = seen_ = variable(target).load(std::memory_order_relaxed);
        break;
    case Op::store:
        variable(target).store(acc_, std::memory_order_relaxed);
        break;
    case Op::set:
        acc_ = instruction.value;
        break;
    case Op::add: // wraps around: overflow is the scenario's, not ours
        acc_ =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(acc_) + static_cast<std::uint64_t>(instruction.value));
        break;
    case Op::compare_swap: {
        std::int64_t expected = seen_;
        flag_ = variable(target).compare_exchange_strong(expected, acc_);
        if (!flag_) acc_ = seen_ = expected;
        break;
    }
    case Op::fetch_add:
        acc_ = seen_ = variable(target).fetch_add(instruction.value);
        break;
    case Op::lock:
        acquire(target, false);
        break;
    case Op::read_lock:
        acquire(target, true);
        break;
    case Op::unlock:
    case Op::read_unlock:
        release(target);
        break;
    case Op::wait:
        wait_on(target);
        break;
    case Op::notify_one:
    case Op::notify_all:
        notify(target, instruction.op == Op::notify_all);
        break;
    case Op::io:
        do_io(target, draw(instruction.time));
        break;
    case Op::sleep: {
        const trace::Nanoseconds now = stamp();
        record_.enter(State::sleep, 0, now);
        drop_gil(now);
        sleep_until(now + draw(instruction.time));
        take_gil();
        go_on(stamp());
        break;
    }
    case Op::yield: {
        const trace::Nanoseconds now = stamp();
        record_.enter(State::ready, 0, now);
        drop_gil(now);
        give_way();
        take_gil();
        go_on(stamp());
        break;
    }
    case Op::spawn:
        spawn(target);
        break;
    case Op::join:
        join(target);
        break;
    case Op::send:
        record_.enter(State::send, 0, stamp());
        compute(draw(instruction.time), true);
        go_on(stamp());
        break;
    case Op::print:
        record_.print({stamp(), me(), acc_});
        break;
    case Op::jump:
        return target;
    case Op::jump_if_zero:
        return acc_ == 0 ? target : index + 1;
    case Op::jump_if_failed:
        return flag_ ? index + 1 : target;
    case Op::repeat:
        if (instruction.value == 0 || ++turns_[index] < instruction.value) return target;
        turns_[index] = 0;
        break;
    case Op::end:
    case Op::count:
        return program_.code.size();
    }
    return index + 1;
}

void ScenarioThread::compute(program::Nanoseconds ns, bool is_one_call) {
    const bool looks = gil_ && !is_one_call;
    const program::Nanoseconds grain = looks ? std::min(gil_->grain_ns(), longest_stretch_ns) : longest_stretch_ns;
    const auto most =
        std::max<std::int64_t>(static_cast<std::int64_t>(static_cast<double>(grain) * board_.work.rounds_per_ns), 1);
    std::int64_t bytecodes = 0;
    if (looks) {
        const program::Nanoseconds one = board_.scenario.interpreters[program_.interpreter].bytecode_ns;
        bytecodes = std::max<program::Nanoseconds>(grain / std::max<program::Nanoseconds>(one, 1), 1);
    }
    program::Nanoseconds since_stamp = 0;
    for (std::int64_t left = board_.work.rounds(ns); left > 0 && !is_over();) {
        const std::int64_t rounds = std::min(left, most);
        work_ = spin(work_, static_cast<int>(rounds));
        left -= rounds;
        if (left == 0) break; // what is behind the last stretch looks for itself
        if (looks) look_at_gil(bytecodes);
        since_stamp += grain;
        if (since_stamp < longest_stretch_ns) continue;
        since_stamp = 0;
        stamp();
    }
}

void ScenarioThread::wait_on(std::uint16_t condition) {
    const std::uint16_t lock = board_.scenario.conditions[condition].lock;
    ScenarioBoard::Queue& queue = board_.conditions[condition];
    {
        const std::lock_guard guard(queue.mutex);
        queue.line.join(me()); // before the lock is let go of, so that no call is missed
    }
    release(lock, false); // the section goes on once it is called
    const trace::Nanoseconds now = stamp();
    record_.enter(State::wait_lock, lock, now); // with the condition's lock it goes on
    waits_for_others(now);
    drop_gil(now);
    const bool was_called = queue.line.sleep(*this);
    waits_for_others(0);
    if (was_called) acquire(lock, false);
}

void ScenarioThread::notify(std::uint16_t condition, bool all) {
    ScenarioBoard::Queue& queue = board_.conditions[condition];
    int who;
    do {
        {
            const std::lock_guard guard(queue.mutex);
            who = queue.line.leave();
        }
        queue.line.wake(who);
    } while (all && who != WaitLine::nobody);
}

void ScenarioThread::do_io(std::uint16_t device, program::Nanoseconds ns) {
    ScenarioBoard::Queue& queue = board_.devices[device];
    const int servers = board_.scenario.devices[device].servers;
    const trace::Nanoseconds now = stamp();
    record_.enter(State::wait_io, device, now);
    drop_gil(now);
    bool is_served = true;
    if (servers > 0) {
        {
            const std::lock_guard guard(queue.mutex);
            is_served = queue.busy < servers;
            if (is_served) {
                ++queue.busy;
            } else {
                queue.line.join(me());
            }
        }
        if (!is_served && !queue.line.sleep(*this)) return;
    }
    sleep_until(stamp() + ns);
    if (servers > 0) {
        int next;
        {
            const std::lock_guard guard(queue.mutex);
            next = queue.line.leave();
            if (next == WaitLine::nobody) --queue.busy; // else its server goes to the next
        }
        queue.line.wake(next);
    }
    take_gil();
    go_on(stamp());
}

void ScenarioThread::sleep_until(trace::Nanoseconds until_ns) {
    ParkWord& nobody_wakes = board_.thread(me()).ended;
    for (trace::Nanoseconds now = stamp(); now < until_ns && !is_over(); now = stamp()) {
        trace::Nanoseconds left = until_ns - now;
        if (deadline_ns_ > 0) left = std::min(left, deadline_ns_ - now);
        park(nobody_wakes, 0, std::min(left, longest_park_ns));
    }
}

void ScenarioThread::spawn(int index) {
    ScenarioBoard::ThreadState& other = board_.thread(index);
    ++board_.active;
    if (other.started.exchange(1, std::memory_order_acq_rel) != 0) {
        --board_.active; // started already
        return;
    }
    unpark(other.started, 1);
}

void ScenarioThread::join(int index) {
    ParkWord& ended = board_.thread(index).ended;
    if (ended.load(std::memory_order_acquire) != 0) return;
    const trace::Nanoseconds now = stamp();
    record_.enter(State::wait_join, static_cast<std::uint32_t>(index), now);
    waits_for_others(now);
    drop_gil(now);
    while (ended.load(std::memory_order_acquire) == 0 && !is_over()) park(ended, 0);
    waits_for_others(0);
    take_gil();
    go_on(stamp());
}

} // namespace measure

#include "measure/scenario_thread.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "measure/clock.hpp"

// The instructions are in scenario_code.cpp; here is what surrounds them: start and end, time, locks, the GIL.
namespace measure {

using trace::State;

ScenarioThread::ScenarioThread(ScenarioBoard& board, int me)
    : Waiter(me, board.over),
      board_(board),
      program_(board.scenario.threads[static_cast<std::size_t>(me)]),
      record_(board.record(me)),
      dice_(unit_seed(board.seed, me)),
      turns_(program_.code.size()) {
    if (!board.gils.empty()) gil_ = board.gils[program_.interpreter].get();
    held_.reserve(board.scenario.locks.size());
    record_.unreleased.reserve(board.scenario.locks.size());
}

void ScenarioThread::run() {
    start_together();
    const std::optional<ThreadUsage> before = thread_usage();
    if (wait_for_start()) {
        take_gil();
        go_on(stamp());
        run_code();
    }
    end();
    const std::optional<ThreadUsage> after = thread_usage();
    if (!before || !after) return;
    record_.usage = ThreadUsage{after->cpu_ns - before->cpu_ns, after->switches - before->switches,
                                after->involuntary_switches - before->involuntary_switches};
}

/// One moment for all, by each one's own clock. A thread that got no core by then begins late, and its lane shows that.
void ScenarioThread::start_together() {
    const trace::Nanoseconds correction = board_.corrections[static_cast<std::size_t>(me())];
    board_.line->wait();
    if (me() == 0) board_.start_ns = now_ns() + correction;
    board_.line->wait();
    start_ns_ = board_.start_ns - correction;
    if (board_.scenario.duration_ns > 0) deadline_ns_ = start_ns_ + board_.scenario.duration_ns;
    record_.enter(program_.starts && program_.starts_at_ns == 0 ? State::starting : State::idle, 0, start_ns_);
}

bool ScenarioThread::wait_for_start() {
    ParkWord& started = board_.thread(me()).started;
    while (started.load(std::memory_order_acquire) == 0) {
        if (is_over()) return false;
        park(started, 0);
    }
    if (program_.starts && program_.starts_at_ns > 0) sleep_until(start_ns_ + program_.starts_at_ns);
    return true;
}

void ScenarioThread::end() {
    const bool was_started = board_.thread(me()).started.load() != 0;
    record_.has_ended = was_started && !is_over();
    trace::Nanoseconds now = stamp();
    if (board_.time_is_up) now = deadline_ns_;
    drop_gil(now, true);
    for (Hold& hold : held_) {
        hold.left_ns = record_.has_ended ? std::numeric_limits<trace::Nanoseconds>::max() : now;
        record_.unreleased.push_back(hold);
    }
    record_.close(now);
    record_.end_ns = now;

    ScenarioBoard::ThreadState& self = board_.thread(me());
    self.waits_since_ns = 0;
    self.ended.store(1 + static_cast<std::uint32_t>(work_ >> 63), std::memory_order_release); // the work was used
    unpark(self.ended, std::numeric_limits<int>::max());
    if (!was_started || board_.active.fetch_sub(1) != 1) return;
    board_.over = true; // nobody is left who could start the others
    for (int i = 0; i < board_.lane_count; ++i) unpark(board_.thread(i).started, 1);
}

trace::Nanoseconds ScenarioThread::stamp() {
    since_clock_ = 0;
    const trace::Nanoseconds now = now_ns();
    if (!is_late(now)) return now;
    board_.time_is_up = true;
    board_.over = true;
    return deadline_ns_;
}

program::Nanoseconds ScenarioThread::draw(const program::TimeLaw& law) {
    using Kind = program::TimeLaw::Kind;
    switch (law.kind) {
    case Kind::exponential:
        return static_cast<program::Nanoseconds>(-std::log1p(-dice_.next_double()) * static_cast<double>(law.a_ns));
    case Kind::uniform:
        return law.a_ns +
               static_cast<program::Nanoseconds>(dice_.next_double() * static_cast<double>(law.b_ns - law.a_ns + 1));
    default:
        return law.a_ns;
    }
}

void ScenarioThread::go_on(trace::Nanoseconds now_ns) {
    if (held_.empty()) {
        record_.enter(State::running, 0, now_ns);
    } else {
        record_.enter(State::section, held_.back().lock, now_ns);
    }
}

void ScenarioThread::waits_for_others(trace::Nanoseconds since_ns) {
    board_.thread(me()).waits_since_ns.store(since_ns, std::memory_order_relaxed);
}

void ScenarioThread::begins_to_spin() {
    wait_.waited = true;
    spins_ = true;
    patience_cpu_ns_ = -1;
    record_.enter(State::spin, wait_.lock, wait_.asked_ns);
    waits_for_others(wait_.asked_ns);
    drop_gil(wait_.asked_ns);
}

void ScenarioThread::loses_patience() {
    patience_ns_ = now_ns();
    patience_cpu_ns_ = thread_cpu_ns();
}

void ScenarioThread::begins_to_sleep() {
    if (spins_) {
        const trace::Nanoseconds now = stamp();
        end_spin(now);
        record_.enter(State::wait_lock, wait_.lock, now);
        return;
    }
    wait_.waited = true;
    record_.enter(State::wait_lock, wait_.lock, wait_.asked_ns);
    waits_for_others(wait_.asked_ns);
    drop_gil(wait_.asked_ns);
}

/// Up to its first loss of patience, some 20 µs, a spinning thread is taken to have had its core; from then on the
/// system is asked how much of the time it had one, where it can be.
void ScenarioThread::end_spin(trace::Nanoseconds now_ns) {
    spins_ = false;
    trace::Nanoseconds spun = now_ns - wait_.asked_ns;
    if (patience_cpu_ns_ >= 0)
        spun = std::min(spun, patience_ns_ - wait_.asked_ns + thread_cpu_ns() - patience_cpu_ns_);
    record_.spinning_ns += spun;
}

void ScenarioThread::acquire(std::uint16_t lock, bool shared) {
    ScenarioBoard::SharedLock& wanted = board_.locks[lock];
    const bool has_it = std::ranges::find(held_, lock, &Hold::lock) != held_.end();
    wait_ = {.asked_ns = stamp(), .got_ns = -1, .lock = lock, .shared = shared};
    const bool got = has_it ? wait_for_itself() : shared ? wanted.lock->read_lock(*this) : wanted.lock->lock(*this);
    trace::Nanoseconds now = stamp();
    if (spins_) end_spin(now);
    if (wait_.waited) waits_for_others(0);
    if (!got || is_late(now)) return give_up(now);

    wait_.got_ns = now;
    const int before = shared ? wanted.last_holder.exchange(me(), std::memory_order_relaxed)
                              : wanted.last_holder.load(std::memory_order_relaxed);
    if (!shared && before != me()) wanted.last_holder.store(me(), std::memory_order_relaxed);
    program::LockResult& count = record_.locks[lock];
    ++count.acquires;
    count.contended += wait_.waited;
    count.handoffs += before >= 0 && before != me();
    count.wait_ns += now - wait_.asked_ns;
    if (wait_.waited) count.queue_time_ns += now - wait_.asked_ns;
    count.waits.add(now - wait_.asked_ns);
    held_.push_back(wait_);
    if (gil_ && !has_gil_) {
        take_gil();
        now = stamp();
    }
    go_on(now);
}

/// A thread that takes a lock that it has already waits for itself.
bool ScenarioThread::wait_for_itself() {
    begins_to_sleep();
    while (!is_over()) park(board_.thread(me()).ended, 0);
    return false;
}

void ScenarioThread::give_up(trace::Nanoseconds now_ns) {
    if (!wait_.waited) return;
    if (board_.time_is_up) now_ns = deadline_ns_;
    wait_.left_ns = now_ns;
    record_.locks[wait_.lock].queue_time_ns += now_ns - wait_.asked_ns;
    record_.hold(wait_);
}

void ScenarioThread::release(std::uint16_t lock, bool ends_section) {
    const auto held = std::find_if(held_.rbegin(), held_.rend(), [lock](const Hold& h) { return h.lock == lock; });
    if (held == held_.rend()) return; // find_fault() has seen to it that this does not happen
    Hold hold = *held;
    held_.erase(std::next(held).base());
    // Before the lock is let go of: nobody may seem to have it earlier than its last holder left it.
    hold.left_ns = stamp();
    RealLock& real = *board_.locks[lock].lock;
    hold.shared ? real.read_unlock(me()) : real.unlock(me());
    record_.locks[lock].held_ns += hold.left_ns - hold.got_ns;
    if (ends_section && !is_late(hold.left_ns)) ++record_.sections;
    record_.hold(hold);
    go_on(hold.left_ns);
}

std::uint16_t ScenarioThread::gil_number() const {
    return static_cast<std::uint16_t>(board_.scenario.locks.size() + program_.interpreter);
}

/// Between two bytecodes.
void ScenarioThread::look_at_gil(std::int64_t bytecodes) {
    if (!has_gil_ || !gil_->is_asked(bytecodes)) return;
    const trace::Nanoseconds left = stamp();
    gil_->drop(me());
    if (gil_->retake(me())) return; // as if it had never let go
    leave_gil(left);
    record_.hold(gil_hold_);
    wait_for_gil(left);
    go_on(gil_hold_.got_ns);
}

void ScenarioThread::take_gil() {
    if (!gil_ || has_gil_) return;
    wait_for_gil(stamp());
}

void ScenarioThread::wait_for_gil(trace::Nanoseconds asked_ns) {
    record_.enter(State::wait_lock, gil_number(), asked_ns);
    gil_->take(me());
    has_gil_ = true;
    gil_hold_ = {.asked_ns = asked_ns, .got_ns = stamp(), .lock = gil_number(), .waited = true};
    const trace::Nanoseconds waited_ns = gil_hold_.got_ns - asked_ns;
    program::LockResult& count = record_.gil;
    count.queue_time_ns += waited_ns;
    if (is_late(gil_hold_.got_ns)) return; // when the time was up it still had to wait
    ++count.acquires;
    count.wait_ns += waited_ns;
    count.waits.add(waited_ns);
}

void ScenarioThread::leave_gil(trace::Nanoseconds now_ns) {
    has_gil_ = false;
    gil_hold_.left_ns = now_ns;
    record_.gil.held_ns += now_ns - gil_hold_.got_ns;
}

void ScenarioThread::drop_gil(trace::Nanoseconds now_ns, bool at_end) {
    if (!has_gil_) return;
    leave_gil(now_ns);
    at_end ? gil_->leave(me()) : gil_->drop(me());
    record_.hold(gil_hold_);
}

} // namespace measure

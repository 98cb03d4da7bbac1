#include <algorithm>

#include "sim/kernel.hpp"

namespace sim {

using program::Op;

namespace {

/// Jumps, or empty computations, in a row at one instant, behind which a thread is taken to go round for ever: it then
/// pays 1 ns, so that time goes on.
constexpr int most_jumps = 10'000;

} // namespace

/// The instruction that the thread comes to, jumps carried out: they take no time and no step of their own. Null: the
/// thread goes round and round.
const Code* Kernel::follow_jumps(int t) {
    ThreadState& state = thread(t);
    for (int jumps = 0; jumps < most_jumps; ++jumps) {
        const Code& at = code(t);
        switch (at.op) {
        case Op::jump:
            state.pc = at.target;
            break;
        case Op::jump_if_zero:
            state.pc = state.acc == 0 ? at.target : state.pc + 1;
            break;
        case Op::jump_if_failed:
            state.pc = state.flag ? state.pc + 1 : at.target;
            break;
        case Op::repeat: {
            std::int64_t& turns = counters_[static_cast<std::size_t>(at.counter)];
            const bool again = at.value == 0 || ++turns < at.value;
            if (!again) turns = 0;
            state.pc = again ? at.target : state.pc + 1;
            break;
        }
        default:
            return &at;
        }
    }
    return nullptr;
}

/// Goes on to the instruction at pc, after the cost of what was done. A computation begins at once; everything else is
/// an event of its own.
void Kernel::advance(int t) {
    ThreadState& state = thread(t);
    for (int empty = 0; empty < most_jumps; ++empty) {
        const Code* at = fold(t);
        if (at == nullptr) break;
        if (at->op != Op::compute || (has_gil(t) && (!holds_gil(t) || is_check_due(t)))) {
            const bool is_release = at->op == Op::unlock || at->op == Op::read_unlock;
            return go_on(t, Stage::next, 0, is_release ? Rank::release : Rank::request);
        }
        if (const Nanoseconds total_ns = draw_compute(t, *at); total_ns > 0) {
            state.total_ns = total_ns;
            return begin_compute(t, *at);
        }
        ++state.pc;
    }
    go_on(t, Stage::next, 1);
}

void Kernel::begin_compute(int t, const Code& at) {
    ThreadState& state = thread(t);
    state.rest_ns = 0;
    go_on(t, Stage::computing, state.total_ns, at.releases_next ? Rank::release : Rank::request);
    if (has_gil(t)) arm_boundary(t);
}

void Kernel::finish_compute(int t) {
    ThreadState& state = thread(t);
    if (has_gil(t)) state.ticked_ns += code(t).is_one_call ? bytecode_ns(t) : state.total_ns;
    state.model = -1;
    state.total_ns = 0;
    ++state.pc;
    execute(t);
}

/// Of a model lock, how much longer its section takes now that others wait: c (k - 1) / 2 with k threads at a crowded
/// lock, c at a queued one with k > 1 (Boyd-Wickizer et al. 2012).
Nanoseconds Kernel::crowding(int l) const {
    const program::Lock& made = made_lock(l);
    const int waiting = lock(l).waiters.size();
    if (made.kind == program::LockKind::crowded) return made.handoff_ns * waiting / 2;
    return waiting > 0 ? made.handoff_ns : 0;
}

Nanoseconds Kernel::draw_compute(int t, const Code& at) {
    ThreadState& state = thread(t);
    const Nanoseconds more_ns = state.model < 0 ? 0 : crowding(state.model);
    if (at.time.kind == program::TimeLaw::Kind::exponential) return state.random.exponential(at.time.a_ns + more_ns);
    return state.random.draw(at.time) + more_ns;
}

/// One more waits for a model lock: the rate of its section changes. An exponential section has no memory, so that what
/// is left of it is drawn anew.
void Kernel::redraw(int l) {
    const int t = lock(l).holder;
    if (t < 0 || thread(t).model != l || thread(t).total_ns == 0) return;
    ThreadState& state = thread(t);
    const program::Lock& made = made_lock(l);
    const bool is_crowded = made.kind == program::LockKind::crowded;
    if (made.handoff_ns == 0 || (!is_crowded && lock(l).waiters.size() != 1)) return;
    const Code& at = code(t);
    const bool is_on_core = state.core >= 0 && state.stage == Stage::computing;
    const Nanoseconds left_ns = is_on_core ? queue_.time_of(t) - now_ns_ : state.left_ns;
    const Nanoseconds new_ns = at.time.kind == program::TimeLaw::Kind::exponential
                                   ? state.jitter.exponential(at.time.a_ns + crowding(l))
                                   : left_ns + (is_crowded ? made.handoff_ns / 2 : made.handoff_ns);
    state.total_ns = std::max<Nanoseconds>(1, state.total_ns + new_ns - left_ns);
    if (is_on_core)
        schedule(t, now_ns_ + new_ns, at.releases_next ? Rank::release : Rank::request);
    else
        state.left_ns = new_ns;
}

/// An instruction other than a computation is over.
void Kernel::done(int t, Did did, int object, std::int64_t value, Nanoseconds cost_ns) {
    ThreadState& state = thread(t);
    say(did, t, object, -1, value);
    state.cost_ns += cost_ns;
    if (has_interpreter()) {
        state.cost_ns += bytecode_ns(t);
        state.ticked_ns += bytecode_ns(t);
    }
    ++state.pc;
    advance(t);
}

void Kernel::execute(int t) {
    const Code* at = fold(t);
    thread(t).stage = Stage::next;
    if (at == nullptr) return go_on(t, Stage::next, 1);
    if (has_gil(t) && !thread(t).granted && needs_gil_first(t, *at)) return;
    carry_out_op(t, *at);
}

void Kernel::carry_out_op(int t, const Code& at) {
    ThreadState& state = thread(t);
    const int variable = at.target;
    const auto value_of = [&]() -> std::int64_t& { return variables_[at.target]; };
    switch (at.op) {
    case Op::compute:
        say(Did::computed, t);
        return advance(t);
    case Op::load:
        if (!touch(t, variable, Access::read)) return;
        state.acc = state.seen = value_of();
        return done(t, Did::loaded, variable, state.acc, 0);
    case Op::store:
        if (!touch(t, variable, Access::write)) return;
        value_of() = state.acc;
        return done(t, Did::stored, variable, state.acc, 0);
    case Op::set:
        state.acc = at.value;
        return done(t, Did::set, -1, state.acc, costs().local_ns);
    case Op::add:
        // Around 2^64, as the hardware does.
        state.acc =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(state.acc) + static_cast<std::uint64_t>(at.value));
        return done(t, Did::added, -1, state.acc, costs().local_ns);
    case Op::compare_swap:
        if (!touch(t, variable, Access::atomic)) return;
        state.flag = value_of() == state.seen;
        if (state.flag)
            value_of() = state.acc;
        else
            state.acc = state.seen = value_of();
        return done(t, state.flag ? Did::swapped : Did::swap_failed, variable, state.acc, 0);
    case Op::fetch_add:
        if (!touch(t, variable, Access::atomic)) return;
        state.acc = state.seen = value_of();
        value_of() =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(value_of()) + static_cast<std::uint64_t>(at.value));
        return done(t, Did::fetched, variable, state.acc, 0);
    case Op::lock:
    case Op::read_lock:
        state.lock = static_cast<std::int16_t>(at.target);
        state.asked_ns = now_ns_;
        state.stage = Stage::locking;
        state.phase = 0;
        return go_on_locking(t);
    case Op::unlock:
    case Op::read_unlock:
        state.lock = static_cast<std::int16_t>(at.target);
        state.stage = Stage::unlocking;
        state.phase = 0;
        return go_on_unlocking(t);
    case Op::wait:
        state.lock = static_cast<std::int16_t>(plan_->scenario->conditions[at.target].lock);
        state.stage = Stage::unlocking;
        state.phase = 0;
        return go_on_unlocking(t);
    case Op::notify_one:
    case Op::notify_all:
        return notify(t, at);
    case Op::io:
        return begin_io(t, at);
    case Op::sleep:
        return sleep(t, at);
    case Op::yield:
        return yield(t);
    case Op::spawn:
        return spawn(t, at);
    case Op::join:
        return join(t, at);
    case Op::send:
        return done(t, Did::sent, -1, 0, state.random.draw(at.time));
    case Op::print:
        printed_.push_back(state.acc);
        return done(t, Did::printed, -1, state.acc, 0);
    case Op::end:
    case Op::jump:
    case Op::jump_if_zero:
    case Op::jump_if_failed:
    case Op::repeat:
    case Op::count:
        return finish(t);
    }
}

} // namespace sim

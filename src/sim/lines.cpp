#include <algorithm>
#include <bit>

#include "sim/kernel.hpp"

/// Cache lines, as an invalidation protocol (MESI) keeps them: one core may write a line, or several may read it. A
/// line serves one transfer at a time. Its owner may use it until it leaves, half of the transfer before it arrives.
namespace sim {

bool Kernel::touch(int t, int line, Access access) {
    ThreadState& state = thread(t);
    Line& at = lines_[static_cast<std::size_t>(line)];
    const int core = state.core;
    const std::uint64_t mine = std::uint64_t{1} << core;
    const Nanoseconds local_ns = access == Access::atomic ? costs().atomic_ns : costs().local_ns;
    if (state.granted) {
        state.granted = false;
        state.cost_ns += costs().transfer_ns / 2;
    } else if (at.owner == core || (access == Access::read && (at.sharers & mine) != 0)) {
        state.cost_ns += local_ns;
        return true;
    } else if (at.sharers == 0) { // never used before
        at.owner = static_cast<std::int16_t>(core);
        at.sharers = mine;
        state.cost_ns += local_ns;
        return true;
    } else {
        if (state.stage == Stage::locking || state.stage == Stage::unlocking) ++lock_of(t).result.line_transfers;
        Nanoseconds leaves_ns = std::max(now_ns_ + state.cost_ns, at.free_ns) + about(t, costs().transfer_ns / 2);
        if (access != Access::read) {
            const int others = std::popcount(at.sharers & ~mine);
            leaves_ns += others > 1 ? (others - 1) * costs().invalidate_ns : 0;
        }
        at.free_ns = leaves_ns + costs().transfer_ns / 2;
        if (leaves_ns > now_ns_) {
            state.granted = true;
            schedule(t, leaves_ns, state.stage == Stage::unlocking ? Rank::release : Rank::request);
            return false;
        }
    }
    if (access == Access::read) {
        at.sharers |= mine;
        at.owner = -1;
    } else {
        at.sharers = mine;
        at.owner = static_cast<std::int16_t>(core);
        wake_spinners(line);
    }
    return true;
}

/// All that look at this line have lost it: each looks again at the end of its turn of the loop, and a turn is
/// somewhere between its beginning and its end.
void Kernel::wake_spinners(int line) {
    Line& at = lines_[static_cast<std::size_t>(line)];
    for (int t = at.first_spinner; t >= 0;) {
        ThreadState& state = thread(t);
        const int next = state.next_spinner;
        state.spin_line = -1;
        state.next_spinner = -1;
        schedule(t, now_ns_ + turn(t), Rank::request);
        t = next;
    }
    at.first_spinner = -1;
}

/// A cost of the memory system or the kernel, a quarter more or less: were it always the same, threads would fall into
/// step with one another as on no real machine.
Nanoseconds Kernel::about(int t, Nanoseconds cost_ns) {
    const Nanoseconds quarter_ns = cost_ns / 4;
    if (quarter_ns == 0) return cost_ns;
    return cost_ns - quarter_ns +
           static_cast<Nanoseconds>(thread(t).jitter.up_to(2 * static_cast<std::uint64_t>(quarter_ns)));
}

/// What is left of a spinning thread's turn: 1 ns to a whole one.
Nanoseconds Kernel::turn(int t) {
    const Nanoseconds pause_ns = std::max<Nanoseconds>(1, costs().pause_ns);
    return 1 + static_cast<Nanoseconds>(thread(t).jitter.up_to(static_cast<std::uint64_t>(pause_ns - 1)));
}

void Kernel::spin_on(int t, int line, Nanoseconds deadline_ns) {
    ThreadState& state = thread(t);
    Line& at = lines_[static_cast<std::size_t>(line)];
    state.spin_line = line;
    state.next_spinner = at.first_spinner;
    at.first_spinner = static_cast<std::int16_t>(t);
    if (deadline_ns > 0) schedule(t, std::max(deadline_ns, now_ns_), Rank::request);
}

void Kernel::stop_spinning(int t) {
    ThreadState& state = thread(t);
    std::int16_t* link = &lines_[static_cast<std::size_t>(state.spin_line)].first_spinner;
    while (*link != t) link = &thread(*link).next_spinner;
    *link = state.next_spinner;
    state.spin_line = -1;
    state.next_spinner = -1;
}

} // namespace sim

#include <bitset>

#include "program/control_flow.hpp"
#include "program/fault_code.hpp"
#include "text/faults.hpp"

namespace program {
namespace {

namespace t = text::faults;
using text::Line;

using LockSet = std::bitset<most_objects>;

/// In which ways each lock may be held at a place, over all paths that lead there.
struct Holding {
    LockSet free;
    LockSet alone;
    LockSet shared;

    /// Adds what another path brings along; true when that is new.
    bool join(const Holding& other) {
        const Holding before = *this;
        free |= other.free;
        alone |= other.alone;
        shared |= other.shared;
        return free != before.free || alone != before.alone || shared != before.shared;
    }
};

Holding after(const Instruction& instruction, Holding holding) {
    const std::size_t lock = instruction.target;
    const auto becomes = [&](bool free, bool alone, bool shared) {
        holding.free[lock] = free;
        holding.alone[lock] = alone;
        holding.shared[lock] = shared;
    };
    if (instruction.op == Op::lock) becomes(false, true, false);
    if (instruction.op == Op::read_lock) becomes(false, false, true);
    if (instruction.op == Op::unlock || instruction.op == Op::read_unlock) becomes(true, false, false);
    return holding;
}

/// The lock that must be held here and may not be, or -1.
int missing_lock(const Scenario& scenario, const Instruction& instruction, const Holding& holding) {
    const bool shares = instruction.op == Op::read_unlock;
    const bool needs = shares || instruction.op == Op::unlock || instruction.op == Op::wait;
    if (!needs) return -1;
    const std::size_t lock =
        instruction.op == Op::wait ? scenario.conditions[instruction.target].lock : instruction.target;
    const bool wrong_way = shares ? holding.alone[lock] : holding.shared[lock];
    return holding.free[lock] || wrong_way ? static_cast<int>(lock) : -1;
}

bool can_last(const TimeLaw& time) {
    return time.a_ns > 0 || time.b_ns > 0;
}

bool takes_time_or_waits(const Scenario& scenario, const Instruction& instruction) {
    const Costs& costs = scenario.costs;
    switch (instruction.op) {
    case Op::compute:
    case Op::io:
    case Op::sleep:
    case Op::send:
        return can_last(instruction.time);
    case Op::wait:
        return true;
    case Op::load:
    case Op::store:
        return costs.local_ns > 0;
    case Op::compare_swap:
    case Op::fetch_add:
        return costs.atomic_ns > 0;
    case Op::lock:
    case Op::read_lock: {
        const LockKind kind = scenario.locks[instruction.target].kind;
        return kind != LockKind::fifo && traits_of(kind).is_real && costs.atomic_ns > 0;
    }
    default:
        return false;
    }
}

/// The jump of this instruction is taken only a limited number of times, so that it closes no endless loop.
bool is_limited(std::span<const Instruction> code, std::size_t index) {
    const Instruction& instruction = code[index];
    if (instruction.op == Op::repeat) return instruction.value > 0 && instruction.value <= most_idle_turns;
    return instruction.op == Op::jump_if_failed && instruction.target < index && code[index - 1].op == Op::compare_swap;
}

} // namespace

Fault fault_in_locking(const Scenario& scenario, std::size_t thread) {
    const std::vector<Instruction>& code = scenario.threads[thread].code;
    if (code.empty()) return {};
    std::vector<Holding> at(code.size() + 1);
    at[0].free.set();
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const std::size_t index = open.back();
        open.pop_back();
        if (index == code.size()) continue;
        if (const int lock = missing_lock(scenario, code[index], at[index]); lock >= 0) {
            const Line name = Line::same(scenario.locks[static_cast<std::size_t>(lock)].name);
            return fault_at(scenario, thread, index, text::fill(t::not_held, {name}));
        }
        const Holding then = after(code[index], at[index]);
        for (const std::size_t next : successors_of(code, index))
            if (at[next].join(then)) open.push_back(next);
    }
    return {};
}

Fault fault_in_loops(const Scenario& scenario, std::size_t thread) {
    const std::vector<Instruction>& code = scenario.threads[thread].code;
    const std::vector<bool> visited = reachable_from(code, 0);
    // Depth first along instructions that take no time: an edge back into the path that leads here closes a loop.
    enum class Mark : std::uint8_t { fresh, on_path, done };
    std::vector<Mark> marks(code.size() + 1, Mark::fresh);
    struct Place {
        std::size_t index;
        std::size_t next_edge;
    };
    for (std::size_t start = 0; start < code.size(); ++start) {
        if (!visited[start] || marks[start] != Mark::fresh) continue;
        std::vector<Place> path{{start, 0}};
        marks[start] = Mark::on_path;
        while (!path.empty()) {
            Place& here = path.back();
            const std::size_t index = here.index;
            const bool stops = index == code.size() || takes_time_or_waits(scenario, code[index]);
            Successors edges;
            if (!stops)
                for (const std::size_t next : successors_of(code, index))
                    if (next == index + 1 || !is_limited(code, index)) edges.add(next);
            if (here.next_edge == static_cast<std::size_t>(edges.end() - edges.begin())) {
                marks[index] = Mark::done;
                path.pop_back();
                continue;
            }
            const std::size_t next = *(edges.begin() + here.next_edge++);
            if (marks[next] == Mark::on_path) return fault_at(scenario, thread, next, t::timeless_loop);
            if (marks[next] == Mark::done) continue;
            marks[next] = Mark::on_path;
            path.push_back({next, 0});
        }
    }
    return {};
}

} // namespace program

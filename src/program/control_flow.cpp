#include "program/control_flow.hpp"

namespace program {

namespace {

using Edges = std::vector<std::vector<std::size_t>>;

std::vector<bool> reached(const Edges& edges, std::size_t from) {
    std::vector<bool> seen(edges.size());
    std::vector<std::size_t> open{from};
    seen[from] = true;
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const std::size_t next : edges[at]) {
            if (seen[next]) continue;
            seen[next] = true;
            open.push_back(next);
        }
    }
    return seen;
}

Edges edges_of(std::span<const Instruction> code, bool backwards) {
    Edges edges(code.size() + 1);
    for (std::size_t i = 0; i < code.size(); ++i)
        for (const std::size_t next : successors_of(code, i))
            backwards ? edges[next].push_back(i) : edges[i].push_back(next);
    return edges;
}

} // namespace

Successors successors_of(std::span<const Instruction> code, std::size_t index) {
    Successors out;
    const Instruction& instruction = code[index];
    const std::size_t target = instruction.target;
    switch (instruction.op) {
    case Op::jump:
        out.add(target);
        break;
    case Op::jump_if_zero:
    case Op::jump_if_failed:
        out.add(index + 1);
        out.add(target);
        break;
    case Op::repeat:
        if (instruction.value != 0) out.add(index + 1);
        if (instruction.value != 1) out.add(target);
        break;
    case Op::end:
        out.add(code.size());
        break;
    default:
        out.add(index + 1);
    }
    return out;
}

std::vector<bool> reachable_from(std::span<const Instruction> code, std::size_t from) {
    return reached(edges_of(code, false), from);
}

bool has_endless_part(std::span<const Instruction> code) {
    const std::vector<bool> visited = reachable_from(code, 0);
    const std::vector<bool> can_end = reached(edges_of(code, true), code.size());
    for (std::size_t i = 0; i < code.size(); ++i)
        if (visited[i] && !can_end[i]) return true;
    return false;
}

} // namespace program

#include "widget/contention_code.hpp"

#include <algorithm>

namespace widget {
namespace {

using program::CodeLanguage;
using program::Instruction;
using program::Op;
using trace::State;

State state_of(const Instruction& instruction, int locks_held) {
    switch (instruction.op) {
    case Op::compute:
        return locks_held > 0 ? State::section : State::running;
    case Op::lock:
    case Op::read_lock:
    case Op::wait:
        return State::wait_lock;
    case Op::io:
        return State::wait_io;
    case Op::sleep:
        return State::sleep;
    case Op::join:
        return State::wait_join;
    case Op::send:
        return State::send;
    default:
        return State::idle;
    }
}

/// A loop that goes back from `end` to `begin`; loops that cross each other are not drawn as loops.
struct Loop {
    std::size_t begin;
    std::size_t end;
};

std::vector<Loop> loops_of(const std::vector<Instruction>& code) {
    std::vector<Loop> loops;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i].op != Op::repeat || code[i].target > i) continue;
        const Loop loop{code[i].target, i};
        const bool crosses = std::ranges::any_of(
            loops, [&](const Loop& inner) { return inner.end >= loop.begin && inner.begin < loop.begin; });
        if (!crosses) loops.push_back(loop);
    }
    return loops;
}

constexpr std::size_t indent = 2;

} // namespace

std::vector<ScenarioLine> scenario_code(const program::Scenario& scenario, std::size_t thread, int lit,
                                        CodeLanguage language) {
    const std::vector<Instruction>& code = scenario.threads.at(thread).code;
    const std::vector<Loop> loops = loops_of(code);
    const bool is_python = language == CodeLanguage::python;
    std::vector<ScenarioLine> lines;
    std::size_t depth = 0;
    int locks_held = 0;
    const auto add = [&](std::string text, std::size_t instruction, State state) {
        const int index = static_cast<int>(instruction);
        lines.push_back({std::string(indent * depth, ' ') + std::move(text), index, state, index == lit});
    };
    for (std::size_t i = 0; i < code.size(); ++i) {
        // The outer loop opens first. In Python a loop has only its head, which stands for the way back as well.
        for (auto loop = loops.rbegin(); loop != loops.rend(); ++loop) {
            if (loop->begin != i) continue;
            if (is_python)
                add(line_of(scenario, thread, loop->end, language), loop->end, State::idle);
            else
                lines.push_back({std::string(indent * depth, ' ') + "do {"});
            ++depth;
        }
        const bool closes = std::ranges::any_of(loops, [&](const Loop& loop) { return loop.end == i; });
        if (closes) --depth;
        if (code[i].op == Op::unlock || code[i].op == Op::read_unlock) locks_held = std::max(0, locks_held - 1);
        if (!closes || !is_python) add(line_of(scenario, thread, i, language), i, state_of(code[i], locks_held));
        if (code[i].op == Op::lock || code[i].op == Op::read_lock) ++locks_held;
    }
    const bool is_at_end = lit >= static_cast<int>(code.size());
    if (is_at_end) add(line_of(scenario, thread, code.size(), language), code.size(), State::idle);
    if (is_at_end) lines.back().is_lit = true;
    return lines;
}

} // namespace widget

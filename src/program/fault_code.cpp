#include "program/fault_code.hpp"

#include <concepts>
#include <string>

#include "program/control_flow.hpp"
#include "text/faults.hpp"

namespace program {
namespace {

namespace t = text::faults;
using text::Line;

Line number(std::integral auto value) {
    return Line::same(std::to_string(value));
}

Line time_fault(const TimeLaw& time) {
    const auto in_range = [](Nanoseconds ns) { return ns >= 0 && ns <= most_time_ns; };
    if (time.kind > TimeLaw::Kind::uniform) return t::time_unknown_law;
    if (!in_range(time.a_ns) || !in_range(time.b_ns)) return text::fill(t::time_bad, {number(most_time_ns)});
    if (time.kind == TimeLaw::Kind::uniform && time.a_ns > time.b_ns)
        return text::fill(t::time_backwards, {number(time.a_ns), number(time.b_ns)});
    return {};
}

Line target_fault(const Scenario& scenario, const Thread& thread, const Instruction& instruction) {
    const auto missing = [&](std::size_t count, const text::Sentence& kind) {
        if (instruction.target < count) return Line();
        return text::fill(t::target_missing, {kind, number(instruction.target + 1u), number(count)});
    };
    switch (operands_of(instruction.op).target) {
    case TargetKind::variable:
        return missing(scenario.variables.size(), t::a_variable);
    case TargetKind::lock:
        return missing(scenario.locks.size(), t::a_lock);
    case TargetKind::condition:
        return missing(scenario.conditions.size(), t::a_condition);
    case TargetKind::device:
        return missing(scenario.devices.size(), t::a_device);
    case TargetKind::thread:
        return missing(scenario.threads.size(), t::a_thread);
    case TargetKind::instruction:
        if (instruction.target <= thread.code.size()) return {};
        return text::fill(t::jump_outside, {number(instruction.target + 1u), number(thread.code.size())});
    case TargetKind::none:
        break;
    }
    return {};
}

bool has_unused_field(const Instruction& instruction) {
    const Operands& operands = operands_of(instruction.op);
    const TimeLaw& time = instruction.time;
    return (operands.target == TargetKind::none && instruction.target != 0) ||
           (!operands.uses_value && instruction.value != 0) || (!operands.uses_time && time != TimeLaw()) ||
           (time.kind != TimeLaw::Kind::uniform && time.b_ns != 0) ||
           (instruction.is_one_call && instruction.op != Op::compute);
}

Line instruction_fault(const Scenario& scenario, std::size_t thread, const Instruction& instruction) {
    if (instruction.op >= Op::count) return t::unknown_op;
    if (Line found = time_fault(instruction.time); !found.empty()) return found;
    if (has_unused_field(instruction)) return text::fill(t::field_unused, {Line::same(name_of(instruction.op))});
    for (const std::string& line : {instruction.cpp, instruction.python})
        if (line.size() > most_line_bytes || !is_plain_text(line))
            return text::fill(t::line_bad, {number(most_line_bytes)});
    if (Line found = target_fault(scenario, scenario.threads[thread], instruction); !found.empty()) return found;
    if (instruction.op == Op::repeat && instruction.value < 0)
        return text::fill(t::repeat_negative, {number(instruction.value)});
    if (instruction.op == Op::join && instruction.target == thread) return t::joins_itself;
    const bool reads = instruction.op == Op::read_lock || instruction.op == Op::read_unlock;
    if (reads && !is_reader_writer(scenario.locks[instruction.target].kind))
        return text::fill(t::not_reader_writer, {Line::same(scenario.locks[instruction.target].name)});
    return {};
}

bool stands_in_a_loop(const Thread& thread, std::size_t index) {
    for (const std::size_t next : successors_of(thread.code, index))
        if (reachable_from(thread.code, next)[index]) return true;
    return false;
}

} // namespace

Fault fault_at(const Scenario& scenario, std::size_t thread, std::size_t instruction, const Line& reason) {
    const Line name = Line::same(scenario.threads[thread].name);
    return {text::fill(t::at_instruction, {name, number(instruction + 1), reason}), static_cast<int>(thread),
            static_cast<int>(instruction)};
}

Fault fault_in_code(const Scenario& scenario, std::size_t thread) {
    const std::vector<Instruction>& code = scenario.threads[thread].code;
    for (std::size_t i = 0; i < code.size(); ++i)
        if (const Line reason = instruction_fault(scenario, thread, code[i]); !reason.empty())
            return fault_at(scenario, thread, i, reason);
    return {};
}

Fault fault_in_spawns(const Scenario& scenario) {
    std::vector<bool> spawned(scenario.threads.size());
    for (std::size_t thread = 0; thread < scenario.threads.size(); ++thread) {
        const std::vector<Instruction>& code = scenario.threads[thread].code;
        for (std::size_t i = 0; i < code.size(); ++i) {
            if (code[i].op != Op::spawn) continue;
            const std::size_t target = code[i].target;
            const Line name = Line::same(scenario.threads[target].name);
            if (scenario.threads[target].starts)
                return fault_at(scenario, thread, i, text::fill(t::spawns_running, {name}));
            if (spawned[target] || stands_in_a_loop(scenario.threads[thread], i))
                return fault_at(scenario, thread, i, text::fill(t::spawns_twice, {name}));
            spawned[target] = true;
        }
    }
    for (std::size_t i = 0; i < scenario.threads.size(); ++i)
        if (!scenario.threads[i].starts && !spawned[i])
            return {text::fill(t::at_thread, {Line::same(scenario.threads[i].name), t::thread_never_started}),
                    static_cast<int>(i), -1};
    return {};
}

} // namespace program

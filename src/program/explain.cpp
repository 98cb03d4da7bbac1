#include <array>

#include "program/duration.hpp"
#include "program/line_of.hpp"
#include "text/program.hpp"

namespace program {
namespace {

namespace t = text::program;
using text::Line;

struct Row {
    Op op;
    text::Sentence sentence; ///< {0}: the target if there is one, else the value or the time; {1}: the next of these
};

constexpr std::array table = {
    Row{Op::compute, t::compute},
    Row{Op::load, t::load},
    Row{Op::store, t::store},
    Row{Op::set, t::set},
    Row{Op::add, t::add},
    Row{Op::compare_swap, t::compare_swap},
    Row{Op::fetch_add, t::fetch_add},
    Row{Op::lock, t::lock},
    Row{Op::unlock, t::unlock},
    Row{Op::read_lock, t::read_lock},
    Row{Op::read_unlock, t::read_unlock},
    Row{Op::wait, t::wait},
    Row{Op::notify_one, t::notify_one},
    Row{Op::notify_all, t::notify_all},
    Row{Op::io, t::io},
    Row{Op::sleep, t::sleep},
    Row{Op::yield, t::yield},
    Row{Op::spawn, t::spawn},
    Row{Op::join, t::join},
    Row{Op::send, t::send},
    Row{Op::print, t::print},
    Row{Op::jump, t::jump},
    Row{Op::jump_if_zero, t::jump_if_zero},
    Row{Op::jump_if_failed, t::jump_if_failed},
    Row{Op::repeat, t::repeat},
    Row{Op::end, t::end},
};

consteval bool is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].op != static_cast<Op>(i)) return false;
    return table.size() == static_cast<std::size_t>(Op::count);
}
static_assert(is_in_order(), "one row an operation, in the order of Op");

const text::Sentence& sentence_of(const Instruction& what) {
    if (what.op == Op::compute && what.is_one_call) return t::call;
    if (what.op == Op::add && what.value < 0) return t::subtract;
    if (what.op == Op::repeat && what.value == 0) return t::repeat_for_ever;
    return table.at(static_cast<std::size_t>(what.op)).sentence;
}

Line target_of(const Scenario& scenario, const Instruction& what) {
    const bool is_place = operands_of(what.op).target == TargetKind::instruction;
    return Line::same(is_place ? std::to_string(what.target + 1) : target_name(scenario, what));
}

Line value_of(const Instruction& what) {
    const Line number = text::grouped(what.value);
    return what.op == Op::add && what.value < 0 ? Line::same(number.en.substr(1)) : number;
}

} // namespace

Line explain(const Scenario& scenario, std::size_t thread, std::size_t instruction) {
    const std::vector<Instruction>& code = scenario.threads.at(thread).code;
    if (instruction >= code.size()) return t::end;
    const Instruction& what = code[instruction];
    const Operands& operands = operands_of(what.op);
    Line detail;
    if (operands.uses_value) detail = value_of(what);
    if (operands.uses_time) detail = shown(what.time);
    if (what.op == Op::wait) detail = Line::same(scenario.locks.at(scenario.conditions.at(what.target).lock).name);
    if (operands.target == TargetKind::none) return text::fill(sentence_of(what), {detail});
    return text::fill(sentence_of(what), {target_of(scenario, what), detail});
}

} // namespace program

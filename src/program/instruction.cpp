#include "program/instruction.hpp"

#include <array>
#include <cstddef>

namespace program {
namespace {

struct OpRow {
    Op op;
    const char* name;
    Operands operands;
};

using enum Op;
using Target = TargetKind;

// Columns: target, uses value, uses time.
constexpr std::array table = {
    OpRow{compute, "compute", {Target::none, false, true}},
    OpRow{load, "load", {Target::variable, false, false}},
    OpRow{store, "store", {Target::variable, false, false}},
    OpRow{set, "set", {Target::none, true, false}},
    OpRow{add, "add", {Target::none, true, false}},
    OpRow{compare_swap, "compare_swap", {Target::variable, false, false}},
    OpRow{fetch_add, "fetch_add", {Target::variable, true, false}},
    OpRow{Op::lock, "lock", {Target::lock, false, false}},
    OpRow{unlock, "unlock", {Target::lock, false, false}},
    OpRow{read_lock, "read_lock", {Target::lock, false, false}},
    OpRow{read_unlock, "read_unlock", {Target::lock, false, false}},
    OpRow{wait, "wait", {Target::condition, false, false}},
    OpRow{notify_one, "notify_one", {Target::condition, false, false}},
    OpRow{notify_all, "notify_all", {Target::condition, false, false}},
    OpRow{io, "io", {Target::device, false, true}},
    OpRow{sleep, "sleep", {Target::none, false, true}},
    OpRow{yield, "yield", {Target::none, false, false}},
    OpRow{spawn, "spawn", {Target::thread, false, false}},
    OpRow{join, "join", {Target::thread, false, false}},
    OpRow{send, "send", {Target::none, false, true}},
    OpRow{print, "print", {Target::none, false, false}},
    OpRow{jump, "jump", {Target::instruction, false, false}},
    OpRow{jump_if_zero, "jump_if_zero", {Target::instruction, false, false}},
    OpRow{jump_if_failed, "jump_if_failed", {Target::instruction, false, false}},
    OpRow{repeat, "repeat", {Target::instruction, true, false}},
    OpRow{end, "end", {Target::none, false, false}},
};

consteval bool is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].op != static_cast<Op>(i)) return false;
    return table.size() == static_cast<std::size_t>(Op::count);
}
static_assert(is_in_order(), "one row an operation, in the order of Op");

} // namespace

const char* name_of(Op op) {
    return table.at(static_cast<std::size_t>(op)).name;
}

const Operands& operands_of(Op op) {
    return table.at(static_cast<std::size_t>(op)).operands;
}

std::optional<Op> find_op(std::string_view name) {
    for (const OpRow& row : table)
        if (row.name == name) return row.op;
    return std::nullopt;
}

} // namespace program

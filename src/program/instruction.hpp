#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "program/time_law.hpp"

namespace program {

/// What one instruction does. Every thread has one accumulator (`acc`), the value that it last loaded (`seen`) and a
/// flag; that is enough for counters, reference counts and compare-and-swap loops.
enum class Op : std::uint8_t {
    compute,        ///< uses a core for `time`
    load,           ///< acc = seen = variable `target`
    store,          ///< variable `target` = acc
    set,            ///< acc = `value`
    add,            ///< acc += `value`
    compare_swap,   ///< flag = (variable `target` == seen); if so, it becomes acc; else acc = seen = the variable
    fetch_add,      ///< acc = seen = variable `target`, which becomes `value` more: one atomic step
    lock,           ///< takes lock `target` alone
    unlock,         ///< lets go of it
    read_lock,      ///< takes reader-writer lock `target` together with other readers
    read_unlock,    ///< lets go of it
    wait,           ///< on condition `target`: lets its lock go, sleeps until notified, takes the lock again
    notify_one,     ///< wakes the thread that has waited longest on condition `target`
    notify_all,     ///< wakes all of them
    io,             ///< device `target` works for `time`; no core is used, and a GIL is let go of meanwhile
    sleep,          ///< off its core for `time`
    yield,          ///< to the end of the run queue
    spawn,          ///< starts thread `target`
    join,           ///< stops until thread `target` has ended
    send,           ///< hands data to another process: uses a core for `time` (copying), no GIL of another is needed
    print,          ///< writes acc to the output
    jump,           ///< to instruction `target`, counted from 0
    jump_if_zero,   ///< to `target` when acc == 0
    jump_if_failed, ///< to `target` when the flag is false
    repeat,         ///< to `target` until this was reached `value` times; 0: for ever
    end,            ///< the thread is over; also implied behind the last instruction
    count
};

/// The stable name in the text form ("compare_swap").
const char* name_of(Op op);
/// The operation of this name, or nothing.
std::optional<Op> find_op(std::string_view name);

/// What an instruction's `target` is an index of.
enum class TargetKind : std::uint8_t { none, variable, lock, condition, device, thread, instruction };

/// Which fields of an instruction mean something; the others stay as they are made.
struct Operands {
    TargetKind target;
    bool uses_value;
    bool uses_time;
};
const Operands& operands_of(Op op);

struct Instruction {
    Op op = Op::end;
    bool is_one_call = false; ///< of compute: one call into C, in which a GIL is never checked (sort())
    std::uint16_t target = 0; ///< index of a lock, variable, condition, device, thread or instruction; behind the last
                              ///< one is the end of the thread
    std::int64_t value = 0;
    TimeLaw time;
    std::string cpp;    ///< the line of C++ that this stands for; empty: the usual one, see line_of()
    std::string python; ///< the line of Python, likewise

    bool operator==(const Instruction&) const = default;
};

} // namespace program

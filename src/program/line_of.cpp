#include "program/line_of.hpp"

#include <array>

#include "program/duration.hpp"

namespace program {
namespace {

/// The usual lines. $ is the name of the target (of a jump: "L3"), ^ the value, ~ the time, % the lock of a condition,
/// @ the way in which Python jumps there.
struct Lines {
    Op op;
    const char* cpp;
    const char* python;
};

constexpr std::array table = {
    Lines{Op::compute, "work(~);", "work(~)"},
    Lines{Op::load, "acc = seen = $;", "acc = seen = $"},
    Lines{Op::store, "$ = acc;", "$ = acc"},
    Lines{Op::set, "acc = ^;", "acc = ^"},
    Lines{Op::add, "acc += ^;", "acc += ^"},
    Lines{Op::compare_swap, "ok = $.compare_exchange_strong(seen, acc);", "ok = $.compare_and_swap(seen, acc)"},
    Lines{Op::fetch_add, "acc = $.fetch_add(^);", "acc = $.fetch_add(^)"},
    Lines{Op::lock, "$.lock();", "$.acquire()"},
    Lines{Op::unlock, "$.unlock();", "$.release()"},
    Lines{Op::read_lock, "$.lock_shared();", "$.acquire_read()"},
    Lines{Op::read_unlock, "$.unlock_shared();", "$.release_read()"},
    Lines{Op::wait, "$.wait(%);", "$.wait()"},
    Lines{Op::notify_one, "$.notify_one();", "$.notify()"},
    Lines{Op::notify_all, "$.notify_all();", "$.notify_all()"},
    Lines{Op::io, "$.request(~);", "$.request(~)"},
    Lines{Op::sleep, "std::this_thread::sleep_for(~);", "time.sleep(~)"},
    Lines{Op::yield, "std::this_thread::yield();", "time.sleep(0)"},
    Lines{Op::spawn, "$ = std::thread(run_$);", "$.start()"},
    Lines{Op::join, "$.join();", "$.join()"},
    Lines{Op::send, "send(pipe, data);", "pipe.send(data)"},
    Lines{Op::print, "std::cout << acc << '\\n';", "print(acc)"},
    Lines{Op::jump, "goto $;", "@  # $"},
    Lines{Op::jump_if_zero, "if (acc == 0) goto $;", "if acc == 0: @  # $"},
    Lines{Op::jump_if_failed, "if (!ok) goto $;", "if not ok: @  # $"},
    Lines{Op::repeat, "} while (++i < ^);", "for i in range(^):"},
    Lines{Op::end, "return;", "return"},
};

consteval bool is_in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].op != static_cast<Op>(i)) return false;
    return table.size() == static_cast<std::size_t>(Op::count);
}
static_assert(is_in_order(), "one row an operation, in the order of Op");

/// 5ms in C++, as std::chrono has it; 5 * ms in Python.
std::string time_in(CodeLanguage language, Nanoseconds ns) {
    static constexpr std::array units = {"ns", "us", "ms", "s"};
    const Duration duration = duration_of(ns);
    const char* between = language == CodeLanguage::cpp ? "" : " * ";
    return std::to_string(duration.number) + between + units.at(static_cast<std::size_t>(duration.unit));
}

std::string time_in(CodeLanguage language, const TimeLaw& time) {
    const std::string first = time_in(language, time.a_ns);
    if (time.kind == TimeLaw::Kind::exponential) return "exponential(" + first + ")";
    if (time.kind == TimeLaw::Kind::uniform) return "uniform(" + first + ", " + time_in(language, time.b_ns) + ")";
    return first;
}

const char* pattern_of(const Instruction& instruction, CodeLanguage language) {
    const bool cpp = language == CodeLanguage::cpp;
    if (instruction.op == Op::repeat && instruction.value == 0) return cpp ? "} while (true);" : "while True:";
    if (instruction.op == Op::add && instruction.value < 0) return cpp ? "acc -= ^;" : "acc -= ^";
    const Lines& lines = table.at(static_cast<std::size_t>(instruction.op));
    return cpp ? lines.cpp : lines.python;
}

/// Of `add` its size, since the sign stands in the operator; not computed as -value, which the least int64 has not.
std::string value_of(const Instruction& instruction) {
    std::string digits = std::to_string(instruction.value);
    return instruction.op == Op::add && instruction.value < 0 ? digits.substr(1) : digits;
}

} // namespace

std::string target_name(const Scenario& scenario, const Instruction& instruction) {
    const std::size_t target = instruction.target;
    switch (operands_of(instruction.op).target) {
    case TargetKind::variable:
        return scenario.variables.at(target).name;
    case TargetKind::lock:
        return scenario.locks.at(target).name;
    case TargetKind::condition:
        return scenario.conditions.at(target).name;
    case TargetKind::device:
        return scenario.devices.at(target).name;
    case TargetKind::thread:
        return scenario.threads.at(target).name;
    case TargetKind::instruction:
        return "L" + std::to_string(target + 1);
    case TargetKind::none:
        break;
    }
    return {};
}

std::string line_of(const Scenario& scenario, std::size_t thread, std::size_t instruction, CodeLanguage language) {
    static const Instruction the_end;
    const std::vector<Instruction>& code = scenario.threads.at(thread).code;
    const Instruction& what = instruction < code.size() ? code[instruction] : the_end;
    const std::string& own = language == CodeLanguage::cpp ? what.cpp : what.python;
    if (!own.empty()) return own;

    std::string line;
    for (const char* c = pattern_of(what, language); *c != '\0'; ++c) {
        if (*c == '$')
            line += target_name(scenario, what);
        else if (*c == '^')
            line += value_of(what);
        else if (*c == '~')
            line += time_in(language, what.time);
        else if (*c == '@')
            line += what.target <= instruction ? "continue" : "break";
        else if (*c == '%')
            line += scenario.locks.at(scenario.conditions.at(what.target).lock).name;
        else
            line += *c;
    }
    return line;
}

} // namespace program

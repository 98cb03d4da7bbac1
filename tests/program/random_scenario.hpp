#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "program/scenario.hpp"

namespace program_tests {

/// SplitMix64 with a few ways to choose; small enough to be seen through.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// 0 to count - 1.
    int below(int count) { return static_cast<int>(bits() % static_cast<std::uint64_t>(count)); }
    bool one_in(int count) { return below(count) == 0; }

private:
    std::uint64_t state_;
};

/// A string of ASCII signs, Hangul and an emoji; no control characters.
inline std::string random_text(Chance& chance, int most_characters) {
    static const char* const odd[] = {"한", "글", "é", "😀", "-", "~", ".", ":",
                                      ",",  " ",  "%", "&",  "=", "#", "_", "+"};
    std::string out;
    for (int i = chance.below(most_characters + 1); i > 0; --i) {
        if (chance.one_in(2))
            out += static_cast<char>('a' + chance.below(26));
        else if (chance.one_in(2))
            out += odd[chance.below(16)];
        else
            out += static_cast<char>(' ' + chance.below(95));
    }
    return out;
}

class RandomScenario {
public:
    explicit RandomScenario(std::uint64_t seed) : chance_(seed) {}

    /// Without fault by construction: tests assert it.
    program::Scenario make() {
        s_.name = random_text(chance_, 10);
        make_machine();
        make_objects();
        make_threads();
        return s_;
    }

private:
    using Nanoseconds = program::Nanoseconds;

    Nanoseconds time(Nanoseconds least = 0) {
        static constexpr Nanoseconds scales[] = {1, 1000, 1'000'000, 1'000'000'000};
        return std::max(least, chance_.below(2000) * scales[chance_.below(4)]);
    }
    program::TimeLaw law() {
        if (chance_.one_in(3)) return program::TimeLaw::exponential(time());
        if (chance_.one_in(2)) {
            const Nanoseconds least = time();
            return program::TimeLaw::uniform(least, least + time());
        }
        return program::TimeLaw::constant(time());
    }
    /// Different from all others by its number.
    std::string name(const char* stem, int number) {
        return stem + random_text(chance_, 6) + "n" + std::to_string(number);
    }
    std::uint16_t index(std::size_t count) {
        return static_cast<std::uint16_t>(chance_.below(static_cast<int>(count)));
    }

    void make_machine() {
        program::Scheduling& machine = s_.scheduling;
        if (chance_.one_in(2)) machine.cores = 1 + chance_.below(program::most_cores);
        if (chance_.one_in(2)) machine.quantum_ns = time();
        if (chance_.one_in(2)) machine.switch_ns = time();
        if (chance_.one_in(4)) machine.tick_ns = time();
        if (chance_.one_in(4)) machine.wake_preempts = false;
        if (chance_.one_in(2)) s_.duration_ns = time();
        if (chance_.one_in(4)) s_.costs = program::Costs::free();
        for (const program::CostField& field : program::cost_fields)
            if (chance_.one_in(5)) s_.costs.*field.ns = time();
    }

    void make_objects() {
        for (int i = chance_.below(4); i > 0; --i) {
            const auto initial = chance_.one_in(2) ? 0 : static_cast<std::int64_t>(chance_.bits());
            s_.variables.push_back({name("x", i), initial});
        }
        for (int i = chance_.below(4); i > 0; --i) {
            program::Lock lock{name("m", i), static_cast<program::LockKind>(chance_.below(14)), {}, 0};
            for (std::uint16_t x = 0; x < s_.variables.size(); ++x)
                if (chance_.one_in(2)) lock.protects.push_back(x);
            if (chance_.one_in(4)) lock.handoff_ns = time();
            s_.locks.push_back(lock);
            if (chance_.one_in(2))
                s_.conditions.push_back({name("c", i), static_cast<std::uint16_t>(s_.locks.size() - 1)});
        }
        for (int i = chance_.below(3); i > 0; --i) s_.devices.push_back({name("d", i), chance_.below(4)});
        for (int i = chance_.below(3); i > 0; --i) {
            program::Interpreter one{name("p", i), static_cast<program::GilKind>(chance_.below(3))};
            if (chance_.one_in(2)) one.interval_ns = time(1);
            if (chance_.one_in(2)) one.check_ticks = 1 + chance_.below(2000);
            if (chance_.one_in(2)) one.bytecode_ns = time(1);
            s_.interpreters.push_back(one);
        }
    }

    void make_threads() {
        int number = 0;
        for (int groups = 1 + chance_.below(3); groups > 0; --groups) {
            program::Thread thread;
            const int count = chance_.one_in(2) ? 1 : 2 + chance_.below(11);
            const std::string stem = name("T", ++number);
            if (!s_.interpreters.empty()) thread.interpreter = index(s_.interpreters.size());
            if (chance_.one_in(4)) thread.starts_at_ns = time();
            if (number > 1 && chance_.one_in(4))
                thread.code = s_.threads[index(s_.threads.size())].code;
            else
                make_code(thread.code);
            for (int i = 1; i <= count; ++i) {
                thread.name = count > 1 ? stem + std::to_string(i) : stem;
                s_.threads.push_back(thread);
            }
        }
        if (chance_.one_in(2)) add_child();
    }

    /// A thread that another starts and waits for. Placed in front, where no jump leads back.
    void add_child() {
        const auto child = static_cast<std::uint16_t>(s_.threads.size());
        program::Thread thread = s_.threads.back();
        thread.name = name("child", 0);
        thread.starts = false;
        thread.starts_at_ns = 0;
        s_.threads.push_back(thread);
        auto& code = s_.threads[0].code;
        for (program::Instruction& instruction : code)
            if (program::operands_of(instruction.op).target == program::TargetKind::instruction)
                instruction.target += 2;
        code.insert(code.begin(),
                    {{.op = program::Op::spawn, .target = child}, {.op = program::Op::join, .target = child}});
    }

    void make_code(std::vector<program::Instruction>& code) {
        using program::Op;
        // The first takes time, so that an endless loop back to it is sound.
        code.push_back(
            {.op = Op::compute, .is_one_call = chance_.one_in(2), .time = program::TimeLaw::constant(time(1))});
        for (int i = chance_.below(12); i > 0; --i) make_instruction(code);
        if (chance_.one_in(2)) code.push_back({.op = Op::repeat, .value = chance_.one_in(2) ? 0 : chance_.below(1000)});
        if (chance_.one_in(8)) code.push_back({.op = Op::jump, .target = 0});
        for (program::Instruction& instruction : code) {
            if (chance_.one_in(6)) instruction.cpp = random_text(chance_, 30);
            if (chance_.one_in(6)) instruction.python = random_text(chance_, 30);
        }
    }

    void make_instruction(std::vector<program::Instruction>& code) {
        using program::Op;
        const auto op = static_cast<Op>(chance_.below(static_cast<int>(Op::count)));
        program::Instruction one{.op = op};
        const program::Operands& operands = program::operands_of(op);
        if (operands.uses_time) one.time = law();
        if (operands.uses_value) one.value = static_cast<std::int64_t>(chance_.bits());
        switch (op) {
        case Op::lock:
        case Op::unlock:
        case Op::read_lock:
        case Op::read_unlock:
        case Op::wait:
            make_section(code);
            return;
        case Op::spawn:
        case Op::join:
        case Op::end:
            return;
        case Op::repeat:
            one.value = 1 + chance_.below(1000);
            break;
        case Op::jump: // forward, to what comes next
            one.target = static_cast<std::uint16_t>(code.size() + 1);
            break;
        default:
            break;
        }
        if (operands.target == program::TargetKind::variable) {
            if (s_.variables.empty()) return;
            one.target = index(s_.variables.size());
        }
        if (operands.target == program::TargetKind::condition) {
            if (s_.conditions.empty()) return;
            one.target = index(s_.conditions.size());
        }
        if (operands.target == program::TargetKind::device) {
            if (s_.devices.empty()) return;
            one.target = index(s_.devices.size());
        }
        code.push_back(one);
    }

    void make_section(std::vector<program::Instruction>& code) {
        using program::Op;
        if (s_.locks.empty()) return;
        const std::uint16_t lock = index(s_.locks.size());
        const bool reads = program::is_reader_writer(s_.locks[lock].kind) && chance_.one_in(2);
        code.push_back({.op = reads ? Op::read_lock : Op::lock, .target = lock});
        for (std::uint16_t c = 0; c < s_.conditions.size(); ++c)
            if (!reads && s_.conditions[c].lock == lock) code.push_back({.op = Op::wait, .target = c});
        code.push_back({.op = Op::compute, .time = law()});
        code.push_back({.op = reads ? Op::read_unlock : Op::unlock, .target = lock});
    }

    Chance chance_;
    program::Scenario s_;
};

} // namespace program_tests

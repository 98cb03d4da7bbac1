#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "program/handles.hpp"
#include "program/scenario.hpp"

namespace program {

/// Writes the code of one thread, or of several that run the same; made by Builder::thread() and threads(). Each call
/// appends an instruction and gives the builder back.
class CodeBuilder {
public:
    CodeBuilder& compute(TimeLaw time) { return append({.op = Op::compute, .time = time}); }
    CodeBuilder& compute(Nanoseconds ns) { return compute(TimeLaw::constant(ns)); }
    /// One call into C, in which a GIL is never checked.
    CodeBuilder& call(TimeLaw time) { return append({.op = Op::compute, .is_one_call = true, .time = time}); }
    CodeBuilder& call(Nanoseconds ns) { return call(TimeLaw::constant(ns)); }

    CodeBuilder& load(VariableHandle x) { return append({.op = Op::load, .target = x.index}); }
    CodeBuilder& store(VariableHandle x) { return append({.op = Op::store, .target = x.index}); }
    CodeBuilder& set(std::int64_t value) { return append({.op = Op::set, .value = value}); }
    CodeBuilder& add(std::int64_t value) { return append({.op = Op::add, .value = value}); }
    CodeBuilder& compare_swap(VariableHandle x) { return append({.op = Op::compare_swap, .target = x.index}); }
    CodeBuilder& fetch_add(VariableHandle x, std::int64_t value) {
        return append({.op = Op::fetch_add, .target = x.index, .value = value});
    }

    CodeBuilder& lock(LockHandle m) { return append({.op = Op::lock, .target = m.index}); }
    CodeBuilder& unlock(LockHandle m) { return append({.op = Op::unlock, .target = m.index}); }
    CodeBuilder& read_lock(LockHandle m) { return append({.op = Op::read_lock, .target = m.index}); }
    CodeBuilder& read_unlock(LockHandle m) { return append({.op = Op::read_unlock, .target = m.index}); }
    CodeBuilder& wait(ConditionHandle c) { return append({.op = Op::wait, .target = c.index}); }
    CodeBuilder& notify_one(ConditionHandle c) { return append({.op = Op::notify_one, .target = c.index}); }
    CodeBuilder& notify_all(ConditionHandle c) { return append({.op = Op::notify_all, .target = c.index}); }

    CodeBuilder& io(DeviceHandle d, TimeLaw time) { return append({.op = Op::io, .target = d.index, .time = time}); }
    CodeBuilder& io(DeviceHandle d, Nanoseconds ns) { return io(d, TimeLaw::constant(ns)); }
    CodeBuilder& sleep(TimeLaw time) { return append({.op = Op::sleep, .time = time}); }
    CodeBuilder& sleep(Nanoseconds ns) { return sleep(TimeLaw::constant(ns)); }
    CodeBuilder& send(TimeLaw time) { return append({.op = Op::send, .time = time}); }
    CodeBuilder& send(Nanoseconds ns) { return send(TimeLaw::constant(ns)); }
    CodeBuilder& yield() { return append({.op = Op::yield}); }
    CodeBuilder& spawn(ThreadHandle t) { return append({.op = Op::spawn, .target = t.index}); }
    CodeBuilder& join(ThreadHandle t) { return append({.op = Op::join, .target = t.index}); }
    CodeBuilder& print() { return append({.op = Op::print}); }
    CodeBuilder& end() { return append({.op = Op::end}); }

    /// Names the place of the next instruction; a name twice means the later place.
    CodeBuilder& label(std::string_view name);
    /// To a label that stands anywhere in this code. A label that is missing makes a jump out of the code, which
    /// find_fault() reports.
    CodeBuilder& jump(std::string_view label) { return append_jump({.op = Op::jump}, label); }
    CodeBuilder& jump_if_zero(std::string_view label) { return append_jump({.op = Op::jump_if_zero}, label); }
    CodeBuilder& jump_if_failed(std::string_view label) { return append_jump({.op = Op::jump_if_failed}, label); }

    /// What `body` appends, `times` times over: `loop(3, [&](CodeBuilder& t) { t.compute(5); })`.
    template <typename Body>
    CodeBuilder& loop(std::int64_t times, Body body) {
        const std::size_t first = code_.size();
        body(*this);
        return append({.op = Op::repeat, .target = static_cast<std::uint16_t>(first), .value = times});
    }
    template <typename Body>
    CodeBuilder& forever(Body body) {
        return loop(0, std::move(body));
    }
    /// All that stands here so far, for ever.
    CodeBuilder& forever() { return append({.op = Op::repeat}); }

    /// The line of C++ and of Python of the instruction before; without them line_of() has the usual ones.
    CodeBuilder& lines(std::string_view cpp, std::string_view python);

    /// About the threads themselves, wherever among the instructions it stands.
    CodeBuilder& on(InterpreterHandle interpreter);
    CodeBuilder& starts_at(Nanoseconds ns);
    CodeBuilder& spawned();
    /// The i-th thread that runs this code.
    ThreadHandle handle(int i = 0) const { return {static_cast<std::uint16_t>(first_thread_ + i)}; }

private:
    friend class Builder;
    explicit CodeBuilder(int first_thread) : first_thread_(first_thread) {}

    CodeBuilder& append(Instruction instruction);
    CodeBuilder& append_jump(Instruction instruction, std::string_view label);
    std::size_t place_of(std::string_view label) const;
    /// A thread without its name.
    Thread finished() const;

    struct Jump {
        std::size_t instruction;
        std::string label;
    };
    int first_thread_;
    Thread thread_;
    std::vector<Instruction> code_;
    std::vector<Jump> jumps_;
    std::vector<std::pair<std::string, std::size_t>> labels_;
};

} // namespace program

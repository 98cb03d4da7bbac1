#include <string>
#include <unordered_map>

#include "program/line_of.hpp"
#include "program/text_form.hpp"
#include "program/text_words.hpp"

namespace program {
namespace {

class Writer {
public:
    explicit Writer(const Scenario& scenario) : s_(scenario) {}

    std::string written() {
        if (!s_.name.empty()) item("name").string(s_.name);
        write_machine();
        write_objects();
        for (std::size_t i = 0; i < s_.threads.size();) i += write_threads(i);
        return std::move(out_);
    }

private:
    Writer& item(const char* word) {
        out_ += '~';
        out_ += word;
        return *this;
    }
    Writer& part(std::string_view word = {}) {
        out_ += ':';
        out_ += word;
        return *this;
    }
    Writer& string(std::string_view text, char separator = ':') {
        out_ += separator;
        words::append_string(out_, text);
        return *this;
    }
    Writer& number(std::int64_t value, char separator = ':') {
        out_ += separator;
        out_ += std::to_string(value);
        return *this;
    }
    Writer& time(Nanoseconds ns, char separator = ':') {
        out_ += separator;
        words::append_time(out_, ns);
        return *this;
    }

    void write_machine() {
        const Scheduling usual;
        const Scheduling& own = s_.scheduling;
        if (own.cores != usual.cores) item("cores").number(own.cores);
        if (s_.duration_ns != 0) item("for").time(s_.duration_ns);
        if (own.quantum_ns != usual.quantum_ns) item("quantum").time(own.quantum_ns);
        if (own.switch_ns != usual.switch_ns) item("switch").time(own.switch_ns);
        if (own.tick_ns != usual.tick_ns) item("tick").time(own.tick_ns);
        if (!own.wake_preempts) item("nowake");
        if (s_.costs == Costs()) return;
        item("costs");
        if (s_.costs == Costs::free()) {
            part("free");
            return;
        }
        for (const CostField& field : cost_fields)
            if (s_.costs.*field.ns != Costs().*field.ns) part(field.name).time(s_.costs.*field.ns, ',');
    }

    void write_objects() {
        for (const Variable& one : s_.variables) {
            item("var").string(one.name);
            if (one.initial != 0) number(one.initial);
        }
        for (const Lock& one : s_.locks) {
            item("lock").string(one.name);
            if (one.kind != LockKind()) part(traits_of(one.kind).id);
            if (!one.protects.empty()) part("guards");
            for (const std::uint16_t variable : one.protects) string(s_.variables[variable].name, ',');
            if (one.handoff_ns != 0) part("handoff").time(one.handoff_ns, ',');
        }
        for (const Condition& one : s_.conditions) item("cond").string(one.name).string(s_.locks[one.lock].name);
        for (const Device& one : s_.devices) {
            item("device").string(one.name);
            if (one.servers != 0) number(one.servers);
        }
        const Interpreter usual;
        for (const Interpreter& one : s_.interpreters) {
            item("interpreter").string(one.name);
            if (one.gil != usual.gil) part(name_of(one.gil));
            if (one.interval_ns != usual.interval_ns) part("interval").time(one.interval_ns, ',');
            if (one.check_ticks != usual.check_ticks) part("check").number(one.check_ticks, ',');
            if (one.bytecode_ns != usual.bytecode_ns) part("bytecode").time(one.bytecode_ns, ',');
        }
    }

    /// How many threads from here on are the same but for the names T1, T2, …
    std::size_t count_alike(std::size_t first) const {
        const Thread& thread = s_.threads[first];
        if (thread.name.size() < 2 || !thread.name.ends_with('1')) return 1;
        const std::string base = thread.name.substr(0, thread.name.size() - 1);
        std::size_t count = 1;
        for (; first + count < s_.threads.size(); ++count) {
            const Thread& next = s_.threads[first + count];
            if (next.name != base + std::to_string(count + 1) || next.interpreter != thread.interpreter ||
                next.starts != thread.starts || next.starts_at_ns != thread.starts_at_ns || next.code != thread.code)
                break;
        }
        return count;
    }

    /// Writes one item and says how many threads it was.
    std::size_t write_threads(std::size_t first) {
        const Thread& thread = s_.threads[first];
        const std::size_t count = count_alike(first);
        std::string_view name = thread.name;
        if (count > 1) name.remove_suffix(1);
        item("thread").string(name);
        if (count > 1) part("times").number(static_cast<std::int64_t>(count), ',');
        if (thread.interpreter != 0) part("on").string(s_.interpreters[thread.interpreter].name, ',');
        if (thread.starts_at_ns != 0) part("at").time(thread.starts_at_ns, ',');
        if (!thread.starts) part("spawned");

        const std::size_t behind_head = out_.size();
        for (const Instruction& instruction : thread.code) write_instruction(instruction);
        std::string code = out_.substr(behind_head);
        std::string like = ":like,";
        if (const auto earlier = first_with_code_.find(code); earlier != first_with_code_.end())
            words::append_string(like, earlier->second);
        else
            first_with_code_.emplace(code, thread.name);
        if (like.size() > 6 && like.size() < code.size()) out_.replace(behind_head, std::string::npos, like);
        return count;
    }

    void write_instruction(const Instruction& instruction) {
        out_ += '.';
        out_ += name_of(instruction.op);
        const Operands& operands = operands_of(instruction.op);
        const bool is_place = operands.target == TargetKind::instruction;
        const bool is_repeat = instruction.op == Op::repeat;
        if (is_place && !(is_repeat && instruction.target == 0 && instruction.value == 0))
            number(instruction.target + 1);
        if (!is_place && operands.target != TargetKind::none) string(target_name(s_, instruction));
        if (operands.uses_value && !(is_repeat && instruction.value == 0)) number(instruction.value);
        if (operands.uses_time) words::append_law(part().out_, instruction.time);
        if (instruction.is_one_call) part("call");
        if (!instruction.cpp.empty()) part("cpp").string(instruction.cpp, ',');
        if (!instruction.python.empty()) part("python").string(instruction.python, ',');
    }

    const Scenario& s_;
    std::string out_ = "s1";
    std::unordered_map<std::string, std::string> first_with_code_;
};

} // namespace

std::string write(const Scenario& scenario) {
    return Writer(scenario).written();
}

} // namespace program

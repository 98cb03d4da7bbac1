#include "program/text_reader.hpp"

#include "program/fault.hpp"
#include "program/text_reader_parts.hpp"
#include "text/faults.hpp"
#include "text/scenario_text.hpp"

namespace program {

namespace t = text::scenario_text;
namespace kind = text::faults;
using text::Line;

bool TextReader::read_item(Piece item) {
    // A thread's instructions are parted by points, which nothing else has.
    Pieces fields(item, '.');
    const Piece head = fields.next();
    Pieces parts(head, ':');
    const Piece word = parts.next();
    if (word.text == "thread") return read_thread(item);
    if (fields.more()) return fail(fields.next(), text::fill(t::surplus, {quoted(word), Line::same(".")}));

    bool is_known = true;
    if (!read_machine(word, parts, is_known)) return false;
    if (is_known) return no_more(parts, word);
    if (word.text == "var") return read_variable(word, parts);
    if (word.text == "lock") return read_lock(word, parts);
    if (word.text == "cond") return read_condition(word, parts);
    if (word.text == "device") return read_device(word, parts);
    if (word.text == "interpreter") return read_interpreter(word, parts);
    return fail(word,
                text::fill(t::unknown_item,
                           {quoted(word), Line::same("name, cores, for, quantum, switch, tick, nowake, costs, var, "
                                                     "lock, cond, device, interpreter, thread")}));
}

bool TextReader::read_machine(Piece word, Pieces& parts, bool& is_known) {
    Scheduling& machine = s_.scheduling;
    Piece part;
    if (word.text == "name")
        return once(word) && next(parts, word, t::a_name, part) && read_string(part, most_name_bytes, s_.name);
    if (word.text == "cores") {
        std::int64_t cores = 0;
        if (!once(word) || !next(parts, word, t::a_number, part) || !read_number(part, 1, most_cores, cores))
            return false;
        machine.cores = static_cast<int>(cores);
        return true;
    }
    if (word.text == "nowake") {
        machine.wake_preempts = false;
        return once(word);
    }
    if (word.text == "costs") return once(word) && read_costs(word, parts);
    const struct {
        std::string_view word;
        Nanoseconds& ns;
    } times[] = {{"for", s_.duration_ns},
                 {"quantum", machine.quantum_ns},
                 {"switch", machine.switch_ns},
                 {"tick", machine.tick_ns}};
    for (const auto& [name, ns] : times)
        if (word.text == name) return once(word) && next(parts, word, t::a_time, part) && read_time(part, ns);
    is_known = false;
    return true;
}

bool TextReader::read_costs(Piece word, Pieces& parts) {
    while (parts.more()) {
        Pieces elements(parts.next(), ',');
        const Piece name = elements.next();
        if (name.text == "free") {
            s_.costs = Costs::free();
            if (!no_more(elements, name)) return false;
            continue;
        }
        const CostField* found = nullptr;
        for (const CostField& field : cost_fields)
            if (name.text == field.name) found = &field;
        if (!found) return fail(name, text::fill(t::unknown_option, {quoted(word), quoted(name)}));
        Piece time;
        if (!next(elements, name, t::a_time, time) || !read_time(time, s_.costs.*found->ns)) return false;
        if (!no_more(elements, name)) return false;
    }
    return true;
}

bool TextReader::read_variable(Piece word, Pieces& parts) {
    Piece part;
    Variable variable;
    if (!next(parts, word, t::a_name, part)) return false;
    if (!take_name(part, most_objects, kind::a_variable, variables_, variable.name)) return false;
    if (parts.more() && !read_number(parts.next(), least_number, most_number, variable.initial)) return false;
    s_.variables.push_back(std::move(variable));
    return no_more(parts, word);
}

bool TextReader::read_lock(Piece word, Pieces& parts) {
    Piece part;
    Lock lock;
    if (!next(parts, word, t::a_name, part)) return false;
    if (!take_name(part, most_objects, kind::a_lock, locks_, lock.name)) return false;
    std::set<std::string_view> seen;
    bool has_kind = false;
    while (parts.more()) {
        Pieces elements(parts.next(), ',');
        const Piece option = elements.next();
        if (!seen.insert(option.text).second) return fail(option, text::fill(t::given_twice, {quoted(option)}));
        if (const LockTraits* traits = find_lock_kind(option.text)) {
            if (has_kind) return fail(option, text::fill(t::surplus, {quoted(word), quoted(option)}));
            lock.kind = traits->kind;
            has_kind = true;
        } else if (option.text == "handoff") {
            if (!next(elements, option, t::a_time, part) || !read_time(part, lock.handoff_ns)) return false;
        } else if (option.text == "guards") {
            std::set<std::uint16_t> guarded;
            while (elements.more()) {
                std::uint16_t index = 0;
                const Piece name = elements.next();
                if (!read_reference(name, kind::a_variable, variables_, index)) return false;
                if (!guarded.insert(index).second) return fail(name, text::fill(t::given_twice, {quoted(name)}));
                lock.protects.push_back(index);
            }
        } else {
            return fail(option, text::fill(t::unknown_option, {quoted(word), quoted(option)}));
        }
        if (!no_more(elements, option)) return false;
    }
    s_.locks.push_back(std::move(lock));
    return true;
}

bool TextReader::read_condition(Piece word, Pieces& parts) {
    Piece name, lock;
    Condition condition;
    if (!next(parts, word, t::a_name, name)) return false;
    if (!take_name(name, most_objects, kind::a_condition, conditions_, condition.name)) return false;
    if (!next(parts, word, kind::a_lock, lock)) return false;
    if (!read_reference(lock, kind::a_lock, locks_, condition.lock)) return false;
    s_.conditions.push_back(std::move(condition));
    return no_more(parts, word);
}

bool TextReader::read_device(Piece word, Pieces& parts) {
    Piece name;
    Device device;
    std::int64_t servers = 0;
    if (!next(parts, word, t::a_name, name)) return false;
    if (!take_name(name, most_objects, kind::a_device, devices_, device.name)) return false;
    if (parts.more() && !read_number(parts.next(), 0, most_threads, servers)) return false;
    device.servers = static_cast<int>(servers);
    s_.devices.push_back(std::move(device));
    return no_more(parts, word);
}

bool TextReader::read_interpreter(Piece word, Pieces& parts) {
    Piece part;
    Interpreter one;
    if (!next(parts, word, t::a_name, part)) return false;
    if (!take_name(part, most_objects, kind::an_interpreter, interpreters_, one.name)) return false;
    bool is_first = true;
    while (parts.more()) {
        Pieces elements(parts.next(), ',');
        const Piece option = elements.next();
        const auto gil = find_gil_kind(option.text);
        if (gil && is_first) {
            one.gil = *gil;
        } else if (option.text == "interval" || option.text == "bytecode") {
            Nanoseconds& ns = option.text == "interval" ? one.interval_ns : one.bytecode_ns;
            if (!next(elements, option, t::a_time, part) || !read_time(part, ns)) return false;
        } else if (option.text == "check") {
            if (!next(elements, option, t::a_number, part)) return false;
            if (!read_number(part, 1, most_idle_turns, one.check_ticks)) return false;
        } else {
            return fail(option, text::fill(t::unknown_option, {quoted(word), quoted(option)}));
        }
        if (!no_more(elements, option)) return false;
        is_first = false;
    }
    s_.interpreters.push_back(std::move(one));
    return true;
}

Piece TextReader::place_of(int thread, int instruction) const {
    for (const Group& group : groups_) {
        const auto first = static_cast<int>(group.first_thread);
        if (thread < first || thread >= first + static_cast<int>(group.count)) continue;
        const auto index = static_cast<std::size_t>(instruction);
        return instruction >= 0 && index < group.code.size() ? group.code[index] : group.item;
    }
    return {{}, whole_.text.size()};
}

Parsed TextReader::read() {
    if (whole_.text.size() > most_text_bytes) {
        const auto bytes = [](std::size_t count) { return text::grouped(static_cast<long long>(count)); };
        fail({}, text::fill(t::too_long, {bytes(whole_.text.size()), bytes(most_text_bytes)}));
        return std::move(result_);
    }
    Pieces items(whole_, '~');
    const Piece start = items.next();
    bool is_good = start.text == "s1" || fail(start, t::bad_start);
    while (is_good && items.more()) is_good = read_item(items.next());
    if (!is_good || !read_codes()) return std::move(result_);
    if (const Fault fault = first_fault(s_); !fault.sentence.empty())
        fail(place_of(fault.thread, fault.instruction), fault.sentence);
    else
        result_.scenario = std::move(s_);
    return std::move(result_);
}

Parsed read(std::string_view text) {
    return TextReader(text).read();
}

} // namespace program

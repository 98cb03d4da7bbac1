#include "program/fault.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "program/fault_code.hpp"
#include "text/faults.hpp"

namespace program {
namespace {

namespace t = text::faults;
using text::Line;

Line number(std::int64_t value) {
    return Line::same(std::to_string(value));
}

Fault fault(const text::Sentence& sentence, std::initializer_list<Line> parts) {
    return {text::fill(sentence, parts), -1, -1};
}

Fault fault_in_time(const char* name, Nanoseconds ns) {
    if (ns >= 0 && ns <= most_time_ns) return {};
    return fault(t::time_out_of_range, {Line::same(name), number(most_time_ns), number(ns)});
}

Fault fault_in_machine(const Scenario& scenario) {
    const Scheduling& s = scenario.scheduling;
    if (s.cores < 1 || s.cores > most_cores) return fault(t::cores_out_of_range, {number(most_cores), number(s.cores)});
    const struct {
        const char* name;
        Nanoseconds ns;
    } times[] = {
        {"duration", scenario.duration_ns}, {"quantum", s.quantum_ns}, {"switch", s.switch_ns}, {"tick", s.tick_ns}};
    for (const auto& [name, ns] : times)
        if (Fault found = fault_in_time(name, ns); !found.sentence.empty()) return found;
    for (const auto& [name, ns] : cost_fields)
        if (Fault found = fault_in_time(name, scenario.costs.*ns); !found.sentence.empty()) return found;
    if (scenario.name.size() > most_name_bytes || !is_plain_text(scenario.name))
        return fault(t::title_bad, {number(most_name_bytes)});
    return {};
}

/// How many there are, and their names.
template <typename Objects>
Fault fault_in_names(const Objects& objects, std::size_t most, const text::Sentence& kind) {
    if (objects.size() > most)
        return fault(t::too_many, {kind, number(static_cast<std::int64_t>(most)),
                                   number(static_cast<std::int64_t>(objects.size()))});
    std::unordered_set<std::string_view> seen;
    std::int64_t place = 0;
    for (const auto& object : objects) {
        ++place;
        if (object.name.empty()) return fault(t::name_missing, {kind, number(place)});
        if (!is_plain_text(object.name)) return fault(t::name_not_text, {kind, number(place)});
        if (object.name.size() > most_name_bytes) {
            // Its beginning, cut before a character of several bytes.
            std::size_t cut = 16;
            while ((static_cast<unsigned char>(object.name[cut]) & 0xc0) == 0x80) --cut;
            return fault(t::name_too_long, {Line::same(object.name.substr(0, cut)), number(most_name_bytes)});
        }
        if (!seen.insert(object.name).second) return fault(t::name_twice, {kind, Line::same(object.name)});
    }
    return {};
}

Fault fault_in_locks(const Scenario& scenario) {
    for (const Lock& lock : scenario.locks) {
        if (lock.kind >= LockKind::count) return fault(t::lock_unknown_kind, {Line::same(lock.name)});
        if (Fault found = fault_in_time("handoff", lock.handoff_ns); !found.sentence.empty()) return found;
        std::vector<bool> seen(scenario.variables.size());
        for (const std::uint16_t variable : lock.protects) {
            if (variable >= seen.size())
                return fault(t::lock_protects_nothing, {Line::same(lock.name), number(variable + 1)});
            if (seen[variable])
                return fault(t::lock_protects_twice,
                             {Line::same(lock.name), Line::same(scenario.variables[variable].name)});
            seen[variable] = true;
        }
    }
    for (const Condition& condition : scenario.conditions)
        if (condition.lock >= scenario.locks.size())
            return fault(t::condition_without_lock, {Line::same(condition.name), number(condition.lock + 1)});
    return {};
}

Fault fault_in_devices(const Scenario& scenario) {
    for (const Device& device : scenario.devices)
        if (device.servers < 0 || device.servers > most_threads)
            return fault(t::device_servers, {Line::same(device.name), number(most_threads)});
    for (const Interpreter& one : scenario.interpreters) {
        if (one.gil >= GilKind::count) return fault(t::gil_unknown_kind, {Line::same(one.name)});
        for (const Nanoseconds ns : {one.interval_ns, one.bytecode_ns})
            if (Fault found = fault_in_time(one.name.c_str(), ns); !found.sentence.empty()) return found;
        if (one.gil != GilKind::none && (one.bytecode_ns == 0 || one.interval_ns == 0))
            return fault(t::gil_needs_interval, {Line::same(one.name)});
        if (one.check_ticks < 1 || one.check_ticks > most_idle_turns)
            return fault(t::gil_needs_ticks, {Line::same(one.name), number(most_idle_turns)});
    }
    return {};
}

Fault fault_in_thread(const Scenario& scenario, std::size_t index) {
    const Thread& thread = scenario.threads[index];
    const auto at_thread = [&](const Line& reason) {
        return Fault{text::fill(t::at_thread, {Line::same(thread.name), reason}), static_cast<int>(index), -1};
    };
    if (thread.interpreter >= std::max<std::size_t>(scenario.interpreters.size(), 1))
        return at_thread(text::fill(t::thread_without_interpreter, {number(thread.interpreter + 1)}));
    if (thread.starts_at_ns < 0 || thread.starts_at_ns > most_time_ns)
        return at_thread(text::fill(t::time_bad, {number(most_time_ns)}));
    if (!thread.starts && thread.starts_at_ns != 0) return at_thread(t::start_time_unused);
    return fault_in_code(scenario, index);
}

Fault fault_in_threads(const Scenario& scenario) {
    if (scenario.threads.empty()) return fault(t::no_thread, {});
    std::size_t instructions = 0;
    for (const Thread& thread : scenario.threads) instructions += thread.code.size();
    if (instructions > most_instructions)
        return fault(t::too_much_code, {number(static_cast<std::int64_t>(most_instructions))});
    if (std::ranges::none_of(scenario.threads, &Thread::starts)) return fault(t::nobody_starts, {});
    for (std::size_t i = 0; i < scenario.threads.size(); ++i)
        if (Fault found = fault_in_thread(scenario, i); !found.sentence.empty()) return found;
    if (Fault found = fault_in_spawns(scenario); !found.sentence.empty()) return found;
    for (std::size_t i = 0; i < scenario.threads.size(); ++i) {
        if (Fault found = fault_in_locking(scenario, i); !found.sentence.empty()) return found;
        if (Fault found = fault_in_loops(scenario, i); !found.sentence.empty()) return found;
    }
    return {};
}

} // namespace

Fault first_fault(const Scenario& scenario) {
    Fault found = fault_in_machine(scenario);
    const auto then = [&](auto&& check) {
        if (found.sentence.empty()) found = check();
    };
    then([&] { return fault_in_names(scenario.variables, most_objects, t::a_variable); });
    then([&] { return fault_in_names(scenario.locks, most_objects, t::a_lock); });
    then([&] { return fault_in_names(scenario.conditions, most_objects, t::a_condition); });
    then([&] { return fault_in_names(scenario.devices, most_objects, t::a_device); });
    then([&] { return fault_in_names(scenario.interpreters, most_objects, t::an_interpreter); });
    then([&] { return fault_in_names(scenario.threads, most_threads, t::a_thread); });
    then([&] { return fault_in_locks(scenario); });
    then([&] { return fault_in_devices(scenario); });
    then([&] { return fault_in_threads(scenario); });
    return found;
}

} // namespace program

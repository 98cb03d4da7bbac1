#include <array>
#include <cstddef>

#include "sim/happening.hpp"
#include "text/sim.hpp"

namespace sim {
namespace {

namespace words = text::sim;
using text::Line;
using text::Sentence;

/// What {2} of a step's sentence is the name of.
enum class Object : std::uint8_t { none, variable, lock, condition, device, interpreter };

/// The one table, in the order of Did: the sentence, with {0} the thread, {1} the other one, {2} the object and {3} the
/// value; the sentence when there is no other one.
struct Row {
    Sentence with_other;
    Sentence alone;
    Object object = Object::none;
    bool is_time = false; ///< the value is a duration
    bool is_core = false; ///< the value is a core: readers count them from 1
};

const std::array<Row, static_cast<std::size_t>(Did::count)>& table() {
    static const std::array<Row, static_cast<std::size_t>(Did::count)> rows = {{
        {words::nothing, words::nothing},
        {words::began, words::began},
        {words::computed, words::computed},
        {words::loaded, words::loaded, Object::variable},
        {words::stored, words::stored, Object::variable},
        {words::added, words::added},
        {words::set, words::set},
        {words::swapped, words::swapped, Object::variable},
        {words::swap_failed, words::swap_failed, Object::variable},
        {words::fetched, words::fetched, Object::variable},
        {words::acquired, words::acquired, Object::lock},
        {words::got, words::got, Object::lock, true},
        {words::waits, words::waits_alone, Object::lock},
        {words::spins, words::spins_alone, Object::lock},
        {words::probed, words::probed_alone, Object::lock},
        {words::backed_off, words::backed_off, Object::lock, true},
        {words::parked, words::parked, Object::lock},
        {words::released, words::released, Object::lock},
        {words::handed_off, words::released, Object::lock},
        {words::woke, words::released, Object::lock},
        {words::cond_waits, words::cond_waits, Object::condition},
        {words::notified, words::notified_alone, Object::condition},
        {words::io_began, words::io_began, Object::device, true},
        {words::io_ended, words::io_ended, Object::device},
        {words::slept, words::slept, Object::none, true},
        {words::woke_up, words::woke_up},
        {words::yielded, words::yielded},
        {words::spawned, words::spawned},
        {words::joined, words::joined},
        {words::join_waits, words::join_waits},
        {words::sent, words::sent},
        {words::printed, words::printed},
        {words::ended, words::ended},
        {words::preempted, words::preempted},
        {words::dispatched, words::dispatched, Object::none, false, true},
        {words::gil_took_from, words::gil_took, Object::interpreter},
        {words::gil_waits, words::gil_waits_alone, Object::interpreter},
        {words::gil_timed_out, words::gil_timed_out, Object::interpreter},
        {words::gil_requested, words::gil_requested_alone, Object::interpreter},
        {words::gil_dropped, words::gil_dropped, Object::interpreter},
        {words::gil_released, words::gil_released, Object::interpreter},
        {words::wake_preempted, words::wake_preempted},
    }};
    return rows;
}

template <typename Named>
Line name_in(const std::vector<Named>& all, int index) {
    const bool is_there = index >= 0 && static_cast<std::size_t>(index) < all.size();
    return is_there ? Line::same(all[static_cast<std::size_t>(index)].name) : Line::same("?");
}

Line object_name(Object kind, int index, const program::Scenario& scenario) {
    switch (kind) {
    case Object::none:
        break;
    case Object::variable:
        return name_in(scenario.variables, index);
    case Object::lock:
        return name_in(scenario.locks, index);
    case Object::condition:
        return name_in(scenario.conditions, index);
    case Object::device:
        return name_in(scenario.devices, index);
    case Object::interpreter:
        return name_in(scenario.interpreters, index);
    }
    return {};
}

/// 1234 → "1.234 µs": the unit in which the number is at least 1.
Line duration(Nanoseconds ns) {
    const auto value = static_cast<double>(ns);
    if (ns < 1'000) return text::fill(words::nanoseconds, {text::grouped(ns)});
    if (ns < 1'000'000) return text::fill(words::microseconds, {text::fixed(value / 1e3, 3)});
    if (ns < 1'000'000'000) return text::fill(words::milliseconds, {text::fixed(value / 1e6, 3)});
    return text::fill(words::seconds, {text::fixed(value / 1e9, 3)});
}

/// By what the thread lets go of the GIL for.
const Sentence& gil_released(const Happening& happening, const program::Scenario& scenario) {
    const std::vector<program::Instruction>& code = scenario.threads[static_cast<std::size_t>(happening.thread)].code;
    const program::Op op = happening.instruction < code.size() ? code[happening.instruction].op : program::Op::end;
    if (op == program::Op::yield) return words::gil_released_to_yield;
    return op == program::Op::end ? words::gil_released_at_end : words::gil_released;
}

} // namespace

text::Line sentence_of(const Happening& happening, const program::Scenario& scenario) {
    const Row& row = table()[happening.did < Did::count ? static_cast<std::size_t>(happening.did) : 0];
    const Sentence& sentence = happening.did == Did::gil_released ? gil_released(happening, scenario)
                               : happening.other >= 0             ? row.with_other
                                                                  : row.alone;
    return text::fill(
        sentence, {name_in(scenario.threads, happening.thread), name_in(scenario.threads, happening.other),
                   object_name(row.object, happening.object, scenario),
                   row.is_time ? duration(happening.value) : text::grouped(happening.value + (row.is_core ? 1 : 0))});
}

} // namespace sim

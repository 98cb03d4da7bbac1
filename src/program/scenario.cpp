#include "program/scenario.hpp"

#include <algorithm>
#include <array>

#include "program/control_flow.hpp"
#include "program/fault.hpp"

namespace program {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(GilKind::count)> gil_names = {"none", "ticks", "timed"};

} // namespace

const char* name_of(GilKind kind) {
    return gil_names.at(static_cast<std::size_t>(kind));
}

std::optional<GilKind> find_gil_kind(std::string_view name) {
    for (std::size_t i = 0; i < gil_names.size(); ++i)
        if (gil_names[i] == name) return static_cast<GilKind>(i);
    return std::nullopt;
}

text::Line find_fault(const Scenario& scenario) {
    return first_fault(scenario).sentence;
}

bool is_endless(const Scenario& scenario) {
    for (const Thread& thread : scenario.threads)
        if (has_endless_part(thread.code)) return true;
    return false;
}

bool has_gil(const Scenario& scenario) {
    return std::ranges::any_of(scenario.interpreters,
                               [](const Interpreter& each) { return each.gil != GilKind::none; });
}

bool takes_locks(const Thread& thread) {
    return std::ranges::any_of(thread.code, [](const Instruction& each) {
        return each.op == Op::lock || each.op == Op::read_lock || each.op == Op::wait;
    });
}

} // namespace program

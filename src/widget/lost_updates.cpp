#include "widget/lost_updates.hpp"

#include <algorithm>
#include <vector>

#include "sim/machine.hpp"
#include "text/diagnosis.hpp"

namespace widget {
namespace {

using program::Op;
using program::Scenario;
using sim::Did;

constexpr std::int64_t most_steps = 500'000; ///< looked at, so that a frame is not held up

std::vector<bool> unprotected(const Scenario& scenario) {
    std::vector<bool> is_bare(scenario.variables.size(), true);
    for (const program::Lock& lock : scenario.locks)
        for (const std::uint16_t variable : lock.protects) is_bare[variable] = false;
    return is_bare;
}

bool is_stored_bare(const Scenario& scenario, const std::vector<bool>& is_bare) {
    return std::ranges::any_of(scenario.threads, [&](const program::Thread& thread) {
        return std::ranges::any_of(thread.code, [&](const program::Instruction& each) {
            return each.op == Op::store && is_bare[each.target];
        });
    });
}

} // namespace

std::optional<Diagnosis> find_lost_updates(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                                           std::int64_t steps) {
    const std::vector<bool> is_bare = unprotected(*scenario);
    if (!is_stored_bare(*scenario, is_bare)) return std::nullopt;
    const std::size_t variables = scenario->variables.size();
    std::vector<std::int64_t> version(variables, 0);
    std::vector<std::int64_t> value(variables);                                 // before the step
    std::vector<std::int64_t> seen_value(variables * scenario->threads.size()); // what a thread loaded last
    std::vector<std::int64_t> seen(variables * scenario->threads.size(), -1);   // the version that a thread loaded last
    std::int64_t lost = 0;
    trace::Nanoseconds first_ns = 0;
    std::size_t first_variable = 0;
    bool is_found = false;
    sim::Machine machine(scenario, seed);
    for (std::size_t v = 0; v < variables; ++v) value[v] = machine.variable(static_cast<int>(v));
    for (std::int64_t i = 0; i < std::min(steps, most_steps); ++i) {
        const sim::Happening happening = machine.step();
        if (happening.object < 0 || happening.thread < 0) continue;
        const auto variable = static_cast<std::size_t>(happening.object);
        const auto thread = static_cast<std::size_t>(happening.thread);
        switch (happening.did) {
        case Did::loaded:
            seen[thread * variables + variable] = version[variable];
            seen_value[thread * variables + variable] = value[variable];
            break;
        case Did::stored: {
            std::int64_t& loaded = seen[thread * variables + variable];
            if (loaded >= 0 && loaded != version[variable] && is_bare[variable]) {
                // What others made of it since then is overwritten; their updates are worth one each.
                lost += value[variable] - seen_value[thread * variables + variable];
                if (!is_found) first_ns = happening.at_ns;
                if (!is_found) first_variable = variable;
                is_found = true;
            }
            loaded = ++version[variable];
            seen_value[thread * variables + variable] = value[variable] = machine.variable(happening.object);
            break;
        }
        case Did::fetched:
        case Did::swapped:
            ++version[variable];
            value[variable] = machine.variable(happening.object);
            break;
        default:
            break;
        }
    }
    if (!is_found) return std::nullopt;
    return Diagnosis{DiagnosisKind::lost_updates,
                     text::fill(text::diagnosis::lost_updates_is,
                                {text::Line::same(scenario->variables[first_variable].name), text::grouped(lost)}),
                     first_ns};
}

} // namespace widget

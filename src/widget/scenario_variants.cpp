#include "widget/scenario_variants.hpp"

#include <algorithm>
#include <string>

namespace widget {
namespace {

using program::Contention;
using program::Instruction;
using program::Op;
using program::Scenario;
using program::Thread;

/// What the first thread's first round says, if it looks like one.
std::optional<Contention> read_parameters(const Scenario& scenario) {
    if (scenario.threads.empty() || scenario.locks.empty()) return std::nullopt;
    const std::vector<Instruction>& code = scenario.threads.front().code;
    const auto lock = std::ranges::find(code, Op::lock, &Instruction::op);
    const auto unlock = std::find_if(lock, code.end(), [](const Instruction& each) { return each.op == Op::unlock; });
    if (code.front().op != Op::compute || lock == code.end() || unlock == code.end()) return std::nullopt;
    const auto work = std::find_if(lock, unlock, [](const Instruction& each) { return each.op == Op::compute; });
    if (work == unlock) return std::nullopt;
    Contention parameters;
    parameters.threads = static_cast<int>(scenario.threads.size());
    parameters.cores = scenario.scheduling.cores;
    parameters.outside = code.front().time;
    parameters.inside = work->time;
    parameters.locks = static_cast<int>(scenario.locks.size());
    parameters.kind = scenario.locks.front().kind;
    parameters.handoff_ns = scenario.locks.front().handoff_ns;
    parameters.counts = std::ranges::any_of(code, [](const Instruction& each) { return each.op == Op::load; });
    parameters.duration_ns = scenario.duration_ns;
    return parameters;
}

} // namespace

program::Costs usual_costs(program::LockKind kind) {
    const bool is_free = kind == program::LockKind::fifo || !program::traits_of(kind).is_real;
    return is_free ? program::Costs::free() : program::Costs{};
}

std::optional<Contention> parameters_of(const Scenario& scenario) {
    std::optional<Contention> parameters = read_parameters(scenario);
    if (!parameters) return std::nullopt;
    for (const Contention::Choice choice : {Contention::Choice::in_turn, Contention::Choice::by_thread}) {
        parameters->choice = choice;
        Scenario like = program::contention(*parameters);
        like.name = scenario.name;
        like.scheduling = scenario.scheduling;
        like.costs = scenario.costs;
        if (like == scenario) return parameters;
    }
    return std::nullopt;
}

bool has_like_threads(const Scenario& scenario) {
    if (const auto parameters = parameters_of(scenario)) return true;
    if (scenario.threads.empty()) return false;
    const Thread& first = scenario.threads.front();
    return std::ranges::all_of(scenario.threads, [&](const Thread& each) {
        return each.starts && each.code == first.code && each.interpreter == first.interpreter &&
               each.starts_at_ns == first.starts_at_ns;
    });
}

Scenario with_threads(const Scenario& scenario, int threads) {
    if (auto parameters = parameters_of(scenario)) {
        parameters->threads = threads;
        Scenario other = program::contention(*parameters);
        other.name = scenario.name;
        other.scheduling = scenario.scheduling;
        other.costs = scenario.costs;
        return other;
    }
    Scenario other = scenario;
    const Thread like = scenario.threads.front();
    other.threads.resize(std::min(other.threads.size(), static_cast<std::size_t>(threads)));
    while (static_cast<int>(other.threads.size()) < threads) {
        Thread another = like;
        another.name = "+" + std::to_string(other.threads.size() + 1); // no name that a reader chose begins so
        other.threads.push_back(std::move(another));
    }
    return other;
}

std::optional<Scenario> with_kind(const Scenario& scenario, program::LockKind kind) {
    Scenario other = scenario;
    if (other.costs == program::Costs{} || other.costs == program::Costs::free()) other.costs = usual_costs(kind);
    for (program::Lock& lock : other.locks) lock.kind = kind;
    if (!program::find_fault(other).empty()) return std::nullopt;
    return other;
}

} // namespace widget

#include "widget/scenario_variants.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace widget {
namespace {

using program::Contention;
using program::Instruction;
using program::Op;
using program::Scenario;
using program::Thread;

bool takes(const Instruction& each) {
    return each.op == Op::lock || each.op == Op::read_lock;
}

bool lets_go(const Instruction& each) {
    return each.op == Op::unlock || each.op == Op::read_unlock;
}

/// The shares of readers that the counted loops of such a thread can come from: of two the first reads; beside one
/// there is a single section of the other use; without any there may be one of each.
std::vector<int> possible_shares(const std::vector<Instruction>& code) {
    std::vector<std::int64_t> turns;
    for (const Instruction& each : code)
        if (each.op == Op::repeat && each.value > 0) turns.push_back(each.value);
    const auto share = [](std::int64_t reads, std::int64_t writes) {
        return static_cast<int>(100 * reads / std::max<std::int64_t>(1, reads + writes));
    };
    if (turns.empty()) return {0, 50, 100};
    if (turns.size() == 1) return {share(turns[0], 1), share(1, turns[0])};
    return {share(turns[0], turns[1])};
}

/// What the first thread's first round says, if it looks like one.
std::optional<Contention> read_parameters(const Scenario& scenario) {
    if (scenario.threads.empty() || scenario.locks.empty()) return std::nullopt;
    const std::vector<Instruction>& code = scenario.threads.front().code;
    const auto lock = std::ranges::find_if(code, takes);
    const auto unlock = std::find_if(lock, code.end(), lets_go);
    if (code.empty() || code.front().op != Op::compute || lock == code.end() || unlock == code.end())
        return std::nullopt;
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

/// contention() with what it does not decide taken from `scenario`.
Scenario made_like(const Scenario& scenario, const Contention& parameters) {
    Scenario made = program::contention(parameters);
    made.name = scenario.name;
    made.scheduling = scenario.scheduling;
    made.costs = scenario.costs;
    return made;
}

} // namespace

program::Costs usual_costs(program::LockKind kind) {
    const bool is_free = kind == program::LockKind::fifo || !program::traits_of(kind).is_real;
    return is_free ? program::Costs::free() : program::Costs{};
}

std::optional<Contention> parameters_of(const Scenario& scenario) {
    std::optional<Contention> parameters = read_parameters(scenario);
    if (!parameters) return std::nullopt;
    for (const int share : possible_shares(scenario.threads.front().code))
        for (const Contention::Choice choice : {Contention::Choice::in_turn, Contention::Choice::by_thread}) {
            parameters->readers_percent = share;
            parameters->choice = choice;
            if (made_like(scenario, *parameters) == scenario) return parameters;
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
        return made_like(scenario, *parameters);
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
    if (auto parameters = parameters_of(scenario)) { // so that readers share the lock where they can
        parameters->kind = kind;
        other = made_like(scenario, *parameters);
    }
    if (other.costs == program::Costs{} || other.costs == program::Costs::free()) other.costs = usual_costs(kind);
    for (program::Lock& lock : other.locks) lock.kind = kind;
    if (!program::find_fault(other).empty()) return std::nullopt;
    return other;
}

} // namespace widget

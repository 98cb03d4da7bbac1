#pragma once

#include <optional>

#include "program/contention.hpp"
#include "program/scenario.hpp"

/// Scenarios made from another by one change, for curves.
namespace widget {

/// What cache lines and system calls cost, with a lock of this kind: nothing with the models that stand apart from all
/// that, so that queueing theory can be read off them.
program::Costs usual_costs(program::LockKind kind);

/// The parameters whose contention() is this scenario, whatever its name and duration; nothing when it is another.
std::optional<program::Contention> parameters_of(const program::Scenario& scenario);

/// Whether all threads do the same and start by themselves, so that there may be more or fewer of them. A lock that
/// they take in turn does not make them differ.
bool has_like_threads(const program::Scenario& scenario);

/// The same with `threads` of them. Only for has_like_threads().
program::Scenario with_threads(const program::Scenario& scenario, int threads);

/// The same with every lock of this kind (and, unless the scenario has costs of its own, the usual ones), or nothing
/// where that cannot be run: readers need a lock for readers, unless the scenario has parameters and can be made anew.
std::optional<program::Scenario> with_kind(const program::Scenario& scenario, program::LockKind kind);

} // namespace widget

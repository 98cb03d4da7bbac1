#pragma once

#include "program/scenario.hpp"

/// What the table of presets is made from.
namespace program::preset {

Scenario sort_sequence();
/// Two threads under this GIL; with GilKind::none random() takes the lock of the object that both share.
Scenario sort_threads(GilKind gil);
Scenario sort_processes();

/// Beazley's count-down: one thread twice, or two threads under this GIL.
Scenario count_sequence();
Scenario count_threads(GilKind gil);

/// Beazley's convoy: a thread that answers requests beside one that computes.
Scenario convoy(GilKind gil);
/// Four Python threads on four cores with one shared dict.
Scenario shared_dict(GilKind gil);

/// Four threads on two cores, short sections.
Scenario crowd(LockKind kind);
/// Four threads on four cores, three quarters of the time outside.
Scenario spin_or_mutex(LockKind kind, Nanoseconds section_ns);
/// Three readers that overlap, and a writer.
Scenario library(LockKind kind);
Scenario lock_across_io(bool is_cured);

enum class Guard : std::uint8_t { nothing, lock, atomic };
Scenario reference_count(Guard guard);

} // namespace program::preset

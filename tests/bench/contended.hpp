#pragma once

#include <memory>

#include "program/contention.hpp"

/// As many cores as threads, which want one lock again and again, for ever: work inside 500 ns, outside 2 µs, both
/// exponential. What the simulator is timed with.
inline std::shared_ptr<const program::Scenario> contended(program::LockKind kind, int threads) {
    program::Contention parameters;
    parameters.kind = kind;
    parameters.threads = threads;
    parameters.cores = threads;
    parameters.inside = program::TimeLaw::exponential(500);
    parameters.outside = program::TimeLaw::exponential(2'000);
    parameters.duration_ns = 0;
    return std::make_shared<const program::Scenario>(program::contention(parameters));
}

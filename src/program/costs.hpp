#pragma once

#include <array>

#include "program/time_law.hpp"

namespace program {

/// What the memory system and the kernel charge, in nanoseconds. The defaults were measured on two virtual cores (Xeon,
/// KVM, Linux 6.18, 2026-11; medians of three): half of a cache line's way there and back, and so on. A line serves one
/// transfer at a time, so that P cores that want it wait for one another.
struct Costs {
    Nanoseconds local_ns = 1;            ///< access to a line that this core owns or shares
    Nanoseconds atomic_ns = 7;           ///< read-modify-write on a line that this core owns
    Nanoseconds transfer_ns = 85;        ///< a line comes from another core, to own or to share
    Nanoseconds invalidate_ns = 10;      ///< for each further core that shared a line which is now written
    Nanoseconds pause_ns = 17;           ///< one turn of a spin loop
    Nanoseconds park_ns = 1'500;         ///< the kernel puts a thread to sleep (core time of the sleeper)
    Nanoseconds wake_ns = 1'500;         ///< the kernel wakes one (core time of the waker)
    Nanoseconds wake_latency_ns = 4'500; ///< from the wake to the woken thread running on an idle core
    Nanoseconds syscall_ns = 133;        ///< a system call that finds nothing to do

    static constexpr Costs free() { return {0, 0, 0, 0, 0, 0, 0, 0, 0}; }
    bool operator==(const Costs&) const = default;
};

/// One cost and its stable name in the text form.
struct CostField {
    const char* name;
    Nanoseconds Costs::* ns;
};
inline constexpr std::array cost_fields = {
    CostField{"local", &Costs::local_ns},       CostField{"atomic", &Costs::atomic_ns},
    CostField{"transfer", &Costs::transfer_ns}, CostField{"invalidate", &Costs::invalidate_ns},
    CostField{"pause", &Costs::pause_ns},       CostField{"park", &Costs::park_ns},
    CostField{"wake", &Costs::wake_ns},         CostField{"wake_latency", &Costs::wake_latency_ns},
    CostField{"syscall", &Costs::syscall_ns},
};
static_assert(sizeof(Costs) == cost_fields.size() * sizeof(Nanoseconds), "every cost has its name");

} // namespace program

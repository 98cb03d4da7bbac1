#pragma once

#include <cstdint>
#include <optional>

#include "trace/trace.hpp"

namespace measure {

/// What the system counted for one thread.
struct ThreadUsage {
    trace::Nanoseconds cpu_ns = 0;         ///< on a core
    std::int64_t switches = 0;             ///< times that it gave its core up by itself: to sleep
    std::int64_t involuntary_switches = 0; ///< times that it was taken off, or offered its core (give_way())
};

/// Of the calling thread, since it began. Nothing where the system does not tell: in a page.
std::optional<ThreadUsage> thread_usage();

/// Its ThreadUsage::cpu_ns alone, which costs one system call; -1 where the system does not tell.
trace::Nanoseconds thread_cpu_ns();

} // namespace measure

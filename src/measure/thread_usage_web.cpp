#include "measure/thread_usage.hpp"

namespace measure {

std::optional<ThreadUsage> thread_usage() {
    return std::nullopt;
}

trace::Nanoseconds thread_cpu_ns() {
    return -1;
}

} // namespace measure

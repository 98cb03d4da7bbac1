#include <sys/resource.h>

#include <ctime>

#include "measure/thread_usage.hpp"

namespace measure {

std::optional<ThreadUsage> thread_usage() {
    rusage usage{};
    if (::getrusage(RUSAGE_THREAD, &usage) != 0) return std::nullopt;
    return ThreadUsage{thread_cpu_ns(), usage.ru_nvcsw, usage.ru_nivcsw};
}

trace::Nanoseconds thread_cpu_ns() {
    timespec time{};
    if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) != 0) return -1;
    return static_cast<trace::Nanoseconds>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace measure

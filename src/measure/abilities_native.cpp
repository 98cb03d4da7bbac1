#include "measure/abilities.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>
#include <thread>

namespace measure {
namespace {

/// Linux: what the kernel thinks can be had without swapping. 0 where it does not say.
std::uint64_t available_bytes() {
    std::ifstream info("/proc/meminfo");
    std::string key;
    std::uint64_t kilobytes = 0;
    while (info >> key >> kilobytes) {
        if (key == "MemAvailable:") return kilobytes * 1024;
        info.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return 0;
}

/// Linux: what this container may still take, no limit where nothing says so.
std::uint64_t allowed_bytes() {
    std::ifstream limit("/sys/fs/cgroup/memory.max");
    std::ifstream used("/sys/fs/cgroup/memory.current");
    std::uint64_t most = 0;
    std::uint64_t now = 0;
    if (!(limit >> most)) return std::numeric_limits<std::uint64_t>::max();
    used >> now;
    return most - std::min(most, now);
}

std::uint64_t half_of_physical_bytes() {
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 2 : 0;
}

} // namespace

Abilities abilities() {
    std::uint64_t bytes = available_bytes();
    if (bytes == 0) bytes = half_of_physical_bytes();
    bytes = std::min(bytes, allowed_bytes());
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    // The children hold the data once more, and the rest of the machine lives too.
    return {.threads = true,
            .processes = true,
            .memory_bytes = bytes / 5 * 2,
            .hardware_threads = std::max(cores, 1),
            .one_clock = true};
}

} // namespace measure

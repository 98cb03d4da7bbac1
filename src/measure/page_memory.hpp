#pragma once

#include <algorithm>
#include <cstdint>

/// How much data a run may have in a page, whose memories are several.
namespace measure {

/// In either tier every number lies in up to three places: where it is sorted first (the program's own heap, or without
/// threads the first worker), in the memory of a worker, and in the parcel in which a worker sends it. Each may take an
/// eighth of the device, the three of them less than half, and at most half of what the one wasm memory can hold that
/// has all units at once.
constexpr std::uint64_t workers_bytes(double device_gigabytes) {
    constexpr double most_gigabytes = 1;
    return static_cast<std::uint64_t>(std::min(device_gigabytes / 8, most_gigabytes) * 1e9);
}

/// Abilities::memory_bytes of a page: with threads the data must have room in the heap, and where there are workers in
/// them as well.
constexpr std::uint64_t page_memory_bytes(bool threads, bool workers, std::uint64_t heap_bytes,
                                          double device_gigabytes) {
    const std::uint64_t in_workers = workers_bytes(device_gigabytes);
    if (!threads) return in_workers;
    return workers ? std::min(heap_bytes, in_workers) : heap_bytes;
}

} // namespace measure

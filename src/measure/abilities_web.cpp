#include "measure/abilities.hpp"

#include <emscripten.h>
#include <emscripten/heap.h>
#include <emscripten/threading.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>

#include "measure/page_memory.hpp"
#include "measure/workers_web.hpp"

// clang-format off
EM_JS(int, navigator_cores, (), { return globalThis.navigator?.hardwareConcurrency ?? 1; })
// In gigabytes, rounded by the browser; 0 where it does not say. Phones that do not say get the least.
EM_JS(double, navigator_memory, (), {
    const about = globalThis.navigator ?? {};
    return about.deviceMemory ?? (/Mobi|Android/.test(about.userAgent) || about.maxTouchPoints > 1 ? 2 : 8);
})
// clang-format on

namespace measure {
namespace {

/// For the threads' stacks, their records, the pictures and the rest of the page.
constexpr std::uint64_t reserve_bytes = 48'000'000;

/// What the heap still has, whether it has a fixed size or may grow.
std::uint64_t free_heap_bytes() {
    const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    const std::uint64_t bytes = emscripten_get_heap_max() - end + static_cast<std::uint64_t>(::mallinfo().fordblks);
    return bytes > reserve_bytes ? bytes - reserve_bytes : 0;
}

} // namespace

Abilities abilities() {
    const bool threads = emscripten_has_threading_support() != 0;
    const bool workers = Workers::exist();
    return {
        .threads = threads,
        .processes = workers,
        .memory_bytes = page_memory_bytes(threads, workers, free_heap_bytes(), navigator_memory()),
        .hardware_threads = std::max(navigator_cores(), 1),
    };
}

} // namespace measure

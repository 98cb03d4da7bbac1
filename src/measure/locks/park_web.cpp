#include <emscripten/threading.h>

#include "measure/locks/park.hpp"

namespace measure {

void park(ParkWord& word, std::uint32_t expected, trace::Nanoseconds at_most_ns) {
    emscripten_futex_wait(&word, expected, static_cast<double>(at_most_ns) * 1e-6);
}

void unpark(ParkWord& word, int most) {
    emscripten_futex_wake(&word, most);
}

/// sched_yield() does nothing in a page. Workers are threads of the system all the same, and one that sleeps for a
/// moment lets another have its core.
void give_way() {
    static ParkWord nobody_wakes = 0;
    park(nobody_wakes, 0, 20'000);
}

} // namespace measure

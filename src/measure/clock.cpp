#include "measure/clock.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

namespace measure {

trace::Nanoseconds now_ns() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

double clock_step_ns(Clock clock) {
    constexpr trace::Nanoseconds patience = 5'000'000;
    constexpr int enough = 1'000;
    constexpr int least = 3; // one may be a time without a core
    trace::Nanoseconds smallest = std::numeric_limits<trace::Nanoseconds>::max();
    const trace::Nanoseconds start = clock();
    trace::Nanoseconds last = start;
    for (int seen = 0; seen < enough && (seen < least || last - start < patience);) {
        const trace::Nanoseconds now = clock();
        if (now == last) continue;
        if (now > last) smallest = std::min(smallest, now - last); // WebKit's was seen to step back by 40 µs
        last = now;
        ++seen;
    }
    return static_cast<double>(smallest);
}

} // namespace measure

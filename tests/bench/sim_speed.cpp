// What ./dev bench sim puts beside one another, of one build, natively or under node; a line a lock.
//   sim_speed speed THREADS [LOCK…]     "fifo 19000000": events a second on one core
//   sim_speed history THREADS [LOCK…]   "fifo 0.4 9.2 40.1": in a run of a million events the slowest jump back from
//   its
//                                       end in ms, then bytes an event to go back, and bytes an event of the trace
// Without a lock: every lock there is.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "bench/contended.hpp"
#include "sim/history.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

/// Measured in parts of about a millisecond, of which one in ten is faster than what is told: the others also hold what
/// somebody else did on the core, or code that node has not compiled yet.
void tell_speed(const program::LockTraits& lock, int threads) {
    sim::Machine machine(contended(lock.kind, threads), 1);
    machine.run(program::most_time_ns, 1'000'000); // a virtual machine compiles what has run for a while
    std::vector<double> speeds;
    const auto began = Clock::now();
    while (seconds_since(began) < 0.3 || speeds.size() < 100) {
        const std::int64_t before = machine.events();
        const auto part_began = Clock::now();
        machine.run(program::most_time_ns, 15'000);
        speeds.push_back(static_cast<double>(machine.events() - before) / seconds_since(part_began));
    }
    const auto told = speeds.begin() + static_cast<std::ptrdiff_t>(speeds.size() * 9 / 10);
    std::ranges::nth_element(speeds, told);
    std::printf("%s %.0f\n", lock.id.data(), *told);
}

void tell_history(const program::LockTraits& lock, int threads) {
    constexpr std::int64_t events = 1'000'000;
    constexpr std::int64_t targets = 200;
    sim::History history(contended(lock.kind, threads), 1);
    history.extend(events);
    double slowest_s = 0;
    for (std::int64_t i = 1; i <= targets; ++i) {
        const std::int64_t target = 1 + i * 999'983 / targets * 7 % (events - 1); // all over the run, as if at random
        double least_s = 1e9; // of three: somebody else may have had the core
        for (int turn = 0; turn < 3; ++turn) {
            history.go(events);
            const auto began = Clock::now();
            history.go(target);
            least_s = std::min(least_s, seconds_since(began));
        }
        slowest_s = std::max(slowest_s, least_s);
    }
    std::printf("%s %.4f %.2f %.2f\n", lock.id.data(), slowest_s * 1e3,
                static_cast<double>(history.bytes()) / static_cast<double>(events),
                static_cast<double>(history.trace().span_count() * sizeof(trace::Span)) / static_cast<double>(events));
}

} // namespace

int main(int count, char** words) {
    const std::vector<std::string_view> given(words + 1, words + count);
    const int threads = given.size() > 1 ? std::atoi(words[2]) : 0;
    const bool is_known = !given.empty() && (given[0] == "speed" || given[0] == "history");
    if (!is_known || threads < 1 || threads > program::most_threads) {
        std::fprintf(stderr, "usage: sim_speed speed|history THREADS [LOCK…]\n");
        return 2;
    }
    for (const program::LockTraits& lock : program::lock_table()) {
        if (given.size() > 2 && std::ranges::find(given.begin() + 2, given.end(), lock.id) == given.end()) continue;
        given[0] == "speed" ? tell_speed(lock, threads) : tell_history(lock, threads);
    }
    return 0;
}

// How many events a second the simulator does on one core, natively or under node: one line for each kind of lock asked
// for, "fifo 19000000". Usage: sim_speed THREADS LOCK…; ./dev bench sim puts the builds beside one another.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "bench/contended.hpp"
#include "sim/machine.hpp"

namespace {

double events_per_s(program::LockKind kind, int threads) {
    using Clock = std::chrono::steady_clock;
    sim::Machine machine(contended(kind, threads), 1);
    machine.run(program::most_time_ns, 100'000); // a virtual machine compiles what has run for a while
    const std::int64_t before = machine.events();
    const auto began = Clock::now();
    double seconds = 0;
    while (seconds < 0.5) {
        machine.run(program::most_time_ns, 100'000);
        seconds = std::chrono::duration<double>(Clock::now() - began).count();
    }
    return static_cast<double>(machine.events() - before) / seconds;
}

} // namespace

int main(int count, char** words) {
    const int threads = count > 1 ? std::atoi(words[1]) : 0;
    if (threads < 1 || threads > program::most_threads) {
        std::fprintf(stderr, "usage: sim_speed THREADS LOCK…\n");
        return 2;
    }
    for (int i = 2; i < count; ++i) {
        for (const program::LockTraits& traits : program::lock_table())
            if (traits.id == std::string_view(words[i]))
                std::printf("%s %.0f\n", words[i], events_per_s(traits.kind, threads));
    }
    return 0;
}

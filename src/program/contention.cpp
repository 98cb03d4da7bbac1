#include "program/contention.hpp"

#include <algorithm>

#include "program/builder.hpp"

namespace program {
namespace {

struct Guarded {
    LockHandle lock;
    VariableHandle counter;
    std::string name; ///< of the counter
};

void append_round(CodeBuilder& thread, const Contention& parameters, const Guarded& guarded) {
    thread.compute(parameters.outside).lines("think();", "think()");
    thread.lock(guarded.lock);
    if (parameters.counts) thread.load(guarded.counter).add(1).store(guarded.counter);
    thread.compute(parameters.inside).lines("update(" + guarded.name + ");", "update(" + guarded.name + ")");
    thread.unlock(guarded.lock);
}

} // namespace

Scenario contention(const Contention& parameters) {
    Builder b("contention");
    b.cores(parameters.cores).duration(parameters.duration_ns);
    const int locks = std::clamp(parameters.locks, 1, most_objects + 1);
    std::vector<Guarded> guarded;
    for (int i = 1; i <= locks; ++i) {
        const std::string suffix = locks == 1 ? "" : std::to_string(i);
        const LockHandle lock = b.lock("m" + suffix, parameters.kind, parameters.handoff_ns);
        const VariableHandle counter = b.variable("x" + suffix);
        b.protects(lock, {counter});
        guarded.push_back({lock, counter, "x" + suffix});
    }
    const int threads = std::min(parameters.threads, most_threads + 1);
    for (int i = 0; i < threads; ++i) {
        CodeBuilder& thread = b.thread("T" + std::to_string(i + 1));
        const int rounds = parameters.choice == Contention::Choice::in_turn ? locks : 1;
        for (int round = 0; round < rounds; ++round)
            append_round(thread, parameters, guarded[static_cast<std::size_t>((i + round) % locks)]);
        thread.forever();
    }
    return b.build();
}

} // namespace program

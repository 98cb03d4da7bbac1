#include "program/contention.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "program/builder.hpp"

namespace program {
namespace {

struct Guarded {
    LockHandle lock;
    VariableHandle counter;
    std::string name; ///< of the counter
};

enum class Use : std::uint8_t { read, write };

void append_round(CodeBuilder& thread, const Contention& parameters, const Guarded& guarded, Use use) {
    const bool is_shared = use == Use::read && is_reader_writer(parameters.kind);
    const std::string call = (use == Use::read ? "look(" : "update(") + guarded.name + ")";
    thread.compute(parameters.outside).lines("think();", "think()");
    if (is_shared)
        thread.read_lock(guarded.lock);
    else
        thread.lock(guarded.lock);
    if (parameters.counts) thread.load(guarded.counter);
    if (parameters.counts && use == Use::write) thread.add(1).store(guarded.counter);
    thread.compute(parameters.inside).lines(call + ";", call);
    if (is_shared)
        thread.read_unlock(guarded.lock);
    else
        thread.unlock(guarded.lock);
}

/// How many sections of each use a thread has in a row. Of a share that is out of range one is negative, which is a
/// loop that find_fault() refuses.
struct Row {
    Use use;
    int times;
};
std::array<Row, 2> rows_of(const Contention& parameters) {
    const int reads = parameters.readers_percent;
    const int writes = 100 - reads;
    const int common = std::gcd(reads, writes);
    return {Row{Use::read, reads / common}, Row{Use::write, writes / common}};
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
        for (const Row& row : rows_of(parameters)) {
            const auto append_rounds = [&](CodeBuilder& body) {
                for (int round = 0; round < rounds; ++round)
                    append_round(body, parameters, guarded[static_cast<std::size_t>((i + round) % locks)], row.use);
            };
            if (row.times == 1)
                append_rounds(thread);
            else if (row.times != 0)
                thread.loop(row.times, append_rounds);
        }
        thread.forever();
    }
    return b.build();
}

} // namespace program

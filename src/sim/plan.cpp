#include "sim/plan.hpp"

#include <utility>

#include "sim/event_queue.hpp"

namespace sim {
namespace {

using program::Op;

bool is_release(Op op) {
    return op == Op::unlock || op == Op::read_unlock;
}

/// Whether a release follows instruction `at` of these, jumps that are always taken followed through.
bool leads_to_release(const std::vector<Code>& codes, std::size_t first, std::size_t at) {
    ++at;
    for (int jumps = 0; codes[first + at].op == Op::jump && jumps < 100; ++jumps) at = codes[first + at].target;
    return is_release(codes[first + at].op);
}

} // namespace

Plan::Plan(std::shared_ptr<const program::Scenario> made) : scenario(std::move(made)) {
    threads = static_cast<int>(scenario->threads.size());
    cores = scenario->scheduling.cores;
    end_ns = scenario->duration_ns > 0 ? scenario->duration_ns : EventQueue::end_of_time;
    for (const program::Thread& thread : scenario->threads) {
        first.push_back(static_cast<std::uint32_t>(codes.size()));
        for (const program::Instruction& each : thread.code) {
            Code code{each.time, each.value, -1, each.target, each.op, each.is_one_call, false};
            if (code.op == Op::repeat) code.counter = counters++;
            codes.push_back(code);
        }
        codes.emplace_back();
        for (std::size_t at = first.back(); at + 1 < codes.size(); ++at)
            codes[at].releases_next = leads_to_release(codes, first.back(), at - first.back());
    }
    lines = static_cast<std::int32_t>(scenario->variables.size());
    for (const program::Lock& lock : scenario->locks) {
        lock_lines.push_back(lines);
        protocols.push_back(&protocol_of(lock.kind));
        lines += lines_of(lock.kind, threads);
    }
}

} // namespace sim

#include "measure/scenario_refusal.hpp"

#include "measure/scenario_board.hpp"
#include "text/measured.hpp"

namespace measure {
namespace {

namespace words = text::measured;

text::Line megabytes(std::uint64_t bytes) {
    return text::grouped(static_cast<long long>((bytes + 999'999) / 1'000'000));
}

} // namespace

text::Line why_not_here(const program::Scenario& scenario, const Abilities& here) {
    if (!here.threads) return words::no_threads;
    if (text::Line fault = program::find_fault(scenario); !fault.empty()) return fault;
    if (scenario.threads.size() > static_cast<std::size_t>(Crew::most_members))
        return text::fill(words::too_many_threads, {text::grouped(static_cast<long long>(scenario.threads.size())),
                                                    text::grouped(Crew::most_members)});
    for (const program::Lock& lock : scenario.locks) {
        const program::LockTraits& traits = program::traits_of(lock.kind);
        if (!traits.is_real) return text::fill(words::model_only, {text::Line::same(lock.name), traits.name});
    }
    const std::uint64_t needed = ScenarioBoard::bytes_of(scenario);
    if (needed > here.memory_bytes)
        return text::fill(words::too_little_memory, {megabytes(needed), megabytes(here.memory_bytes)});
    return {};
}

text::Line sentence_of(Failure failure, std::int64_t detail) {
    if (failure == Failure::thread_refused) return text::fill(words::thread_refused, {text::grouped(detail)});
    if (failure == Failure::thread_did_not_start)
        return text::fill(words::thread_did_not_start, {text::fixed(static_cast<double>(detail) / 1e3, 1)});
    return text::fill(words::out_of_memory, {megabytes(static_cast<std::uint64_t>(detail))});
}

} // namespace measure

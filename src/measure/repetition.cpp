#include "measure/repetition.hpp"

#include <algorithm>
#include <cstdlib>

namespace measure {
namespace {

std::size_t size_of(const Repetition& repetition) {
    return repetition.trace.span_count() + repetition.trace.marks.size();
}

trace::Nanoseconds median_wall_ns(const std::vector<Repetition>& repetitions) {
    std::vector<trace::Nanoseconds> walls;
    for (const Repetition& repetition : repetitions) walls.push_back(repetition.wall_ns);
    std::ranges::sort(walls);
    return walls[walls.size() / 2];
}

} // namespace

void bound_traces(std::vector<Repetition>& repetitions, std::size_t most) {
    std::size_t total = 0;
    std::vector<Repetition*> whole;
    for (Repetition& repetition : repetitions) {
        if (repetition.trace.lanes.empty()) continue;
        total += size_of(repetition);
        whole.push_back(&repetition);
    }
    if (total <= most) return;
    const trace::Nanoseconds median = median_wall_ns(repetitions);
    std::ranges::sort(whole, {}, [&](const Repetition* each) { return std::abs(each->wall_ns - median); });
    for (; total > most && whole.size() > 1; whole.pop_back()) {
        total -= size_of(*whole.back());
        whole.back()->trace = {};
    }
}

} // namespace measure

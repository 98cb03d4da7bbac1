#pragma once

#include <algorithm>

#include "measure/board.hpp"
#include "measure/generate.hpp"
#include "measure/quick_sort.hpp"

namespace measure {

/// Tells a board how far a unit is, and a checkpoint whether to go on.
class UnitProgress {
public:
    UnitProgress(std::atomic<float>& done, const std::atomic<bool>& stop, std::size_t n)
        : done_(done), stop_(stop), generating_(1.5 * static_cast<double>(n)), all_(generating_ + sort_work(n)) {}

    bool generated(std::size_t elements) { return tell(1.5 * static_cast<double>(elements)); }
    bool sorted(std::size_t work) { return tell(generating_ + (sorted_ += static_cast<double>(work))); }

private:
    bool tell(double work) {
        done_.store(static_cast<float>(std::min(work / all_, 1.0)), std::memory_order_relaxed);
        return !stop_.load(std::memory_order_relaxed);
    }

    std::atomic<float>& done_;
    const std::atomic<bool>& stop_;
    const double generating_; ///< in passes over one element, as sort_work
    const double all_;
    double sorted_ = 0;
};

/// Before a repetition: what an earlier one left must not pass for the result of this one.
inline void spoil(std::span<double> values) {
    for (std::size_t i = 0; i < values.size(); i += 4'096) values[i] = -1;
}

/// The work unit: fills `values` and sorts them. `enter(state)` is called before each part, `each()` before every
/// element generated, `between()` at every checkpoint of the sort. False when progress said to stop.
template <class Enter, class Each, class Between>
bool do_unit(std::span<double> values, std::uint64_t seed, UnitProgress progress, Enter&& enter, Each&& each,
             Between&& between) {
    enter(trace::State::generate);
    if (!generate(values, seed, each, [&](std::size_t n) { return progress.generated(n); })) return false;
    enter(trace::State::sort);
    return quick_sort(values, [&](std::size_t work) {
        between();
        return progress.sorted(work);
    });
}

} // namespace measure

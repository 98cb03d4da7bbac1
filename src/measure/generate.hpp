#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "measure/split_mix.hpp"

namespace measure {

/// Fills `values` with uniform doubles in [0, 1) from SplitMix64(seed). `each()` is called before every element, as an
/// interpreter looks at its flags between bytecodes; `checkpoint(done)`, done = elements so far, at least every 16,384
/// elements: when it returns false the rest stays as it was and the result is false.
template <class Each, class Checkpoint>
bool generate(std::span<double> values, std::uint64_t seed, Each&& each, Checkpoint&& checkpoint) {
    constexpr std::size_t stretch = 16'384;
    SplitMix64 random(seed);
    for (std::size_t begin = 0; begin < values.size(); begin += stretch) {
        const std::size_t end = std::min(begin + stretch, values.size());
        for (std::size_t i = begin; i < end; ++i) {
            each();
            values[i] = random.next_double();
        }
        if (!checkpoint(end)) return false;
    }
    return true;
}

} // namespace measure

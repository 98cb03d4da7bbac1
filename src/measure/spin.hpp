#pragma once

#include <cstdint>

#include "measure/split_mix.hpp"

namespace measure {

/// What calibration counts: `rounds` dependent steps on integers, without memory. Returns a number to be used, so that
/// the work is done. Never inlined: a browser takes up its better code of a function only when it is called anew, so
/// that a loop around the work, entered once, would stay slow.
[[gnu::noinline]] inline std::uint64_t spin(std::uint64_t start, int rounds) {
    for (int round = 0; round < rounds; ++round) start = mix_bits(start + 1);
    return start;
}

} // namespace measure

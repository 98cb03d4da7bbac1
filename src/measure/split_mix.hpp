#pragma once

#include <cstdint>

namespace measure {

/// The finalizer of SplitMix64: a bijection of 64-bit words in which every input bit reaches every output bit.
constexpr std::uint64_t mix_bits(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants of
/// Vigna's public-domain splitmix64.c. The same numbers on every platform, which <random>'s distributions do not give.
class SplitMix64 {
public:
    explicit constexpr SplitMix64(std::uint64_t seed) : state_(seed) {}

    constexpr std::uint64_t next() { return mix_bits(state_ += 0x9e3779b97f4a7c15u); }

    /// Uniform in [0, 1), a multiple of 2^-53: the upper 53 bits.
    constexpr double next_double() { return static_cast<double>(next() >> 11) * 0x1p-53; }

private:
    std::uint64_t state_;
};

/// The seed of one unit's generator. Mixed, because generators whose seeds differ by a multiple of SplitMix64's step
/// give the same numbers shifted.
constexpr std::uint64_t unit_seed(std::uint64_t seed, int unit) {
    return mix_bits(mix_bits(seed) + static_cast<std::uint64_t>(unit));
}

} // namespace measure

#pragma once

#include <cstdint>

#include "program/time_law.hpp"

namespace sim {

/// The finalizer of SplitMix64: a bijection of 64-bit words in which every input bit reaches every output bit.
constexpr std::uint64_t mix_bits(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; constants of Vigna's
/// public-domain splitmix64.c. Integers only, so that the draws are the same on every platform; so are the
/// distributions below, which neither <random> nor a libm's log would give.
///
/// Always one number ahead, and behind an exponential draw its logarithm too: an event waits for the time that it
/// draws, and what is ready beforehand costs it nothing.
class Random {
public:
    Random() { prepare(); }
    /// Stream `stream` of a seed. Mixed, because generators whose seeds differ by a multiple of SplitMix64's step give
    /// the same numbers shifted.
    Random(std::uint64_t seed, std::uint64_t stream) : state_(mix_bits(mix_bits(seed) + stream)) { prepare(); }

    std::uint64_t next() {
        const std::uint64_t drawn = ready_;
        prepare();
        return drawn;
    }

    /// Uniform in 0 … `most`, by masking and drawing again: no value is favoured, fewer than two draws on average.
    std::uint64_t up_to(std::uint64_t most);

    /// A duration of this law, in whole nanoseconds; exponential ones are rounded to the nearest.
    program::Nanoseconds draw(const program::TimeLaw& law);
    /// Exponential with this mean, by inversion.
    program::Nanoseconds exponential(program::Nanoseconds mean_ns);

    bool operator==(const Random& other) const { return state_ == other.state_; }

private:
    static constexpr std::uint64_t unknown = ~std::uint64_t{0};

    void prepare() {
        ready_ = mix_bits(state_ += 0x9e3779b97f4a7c15u);
        log_ = unknown;
    }

    std::uint64_t state_ = 0; ///< that `ready_` was made from
    std::uint64_t ready_ = 0; ///< the next number
    std::uint64_t log_ = 0;   ///< minus_log(ready_ | 1), or unknown
};

/// -ln(u / 2^64) in units of 2^-32, for u from 1: an exponential variable with mean 1. Integer arithmetic with a table
/// of 256 logarithms and two terms of the series between them; off by less than 2^-26 (tested against libm).
std::uint64_t minus_log(std::uint64_t u);

} // namespace sim

#pragma once

#include <bit>
#include <cstdint>
#include <span>

#include "measure/split_mix.hpp"

namespace measure {

/// A fingerprint of a multiset of doubles: the same for every order, and for nothing else but by a chance of 2^-64. Sum
/// and exclusive or of the mixed bit patterns; mixed, because sums of the plain ones agree for many different sets.
struct Checksum {
    std::uint64_t sum = 0;
    std::uint64_t exclusive = 0;
    std::uint64_t count = 0;

    void add(double value) {
        const std::uint64_t mixed = mix_bits(std::bit_cast<std::uint64_t>(value) + 0x9e3779b97f4a7c15u);
        sum += mixed;
        exclusive ^= mixed;
        ++count;
    }
    void add(std::span<const double> values) {
        for (const double value : values) add(value);
    }
    bool operator==(const Checksum&) const = default;
};

/// Reads an output from front to back, in parts of any size, and tells whether it is its input, sorted.
class OutputCheck {
public:
    /// O(part).
    void read(std::span<const double> part) {
        for (const double value : part) {
            sorted_ &= last_ <= value; // false for NaN
            last_ = value;
            checksum_.add(value);
        }
    }
    /// `input`: the checksum of what the generator gave.
    bool passes(const Checksum& input) const { return sorted_ && checksum_ == input; }

private:
    Checksum checksum_;
    double last_ = 0; // every value is in [0, 1)
    bool sorted_ = true;
};

} // namespace measure

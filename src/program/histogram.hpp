#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "program/time_law.hpp"

namespace program {

/// How long something took, in nanoseconds: exact below 32 ns, then 16 buckets to each power of two (as HdrHistogram
/// does), so that a bucket is never wider than 1/16 (6.25 %) of the values in it, at a constant 960 counters.
///
/// The bucket of a value v ≥ 32 with 2^k ≤ v < 2^(k+1) is 16 (k - 4) + v / 2^(k-4): which power, and the four bits
/// behind the leading one. Up to 4 billion values fit into a bucket.
class Histogram {
public:
    static constexpr int bucket_count = 960; ///< 32 + 16 for each k from 5 to 62

    /// A negative value, which only an unsteady clock could give, counts as 0.
    void add(Nanoseconds ns) {
        const Nanoseconds value = ns > 0 ? ns : 0;
        ++buckets_[static_cast<std::size_t>(bucket_of(value))];
        ++count_;
        sum_ += value;
        if (value > greatest_) greatest_ = value;
    }
    void merge(const Histogram& other);

    std::int64_t count() const { return count_; }
    /// The least value such that at least `share` (0 to 1) of all are no greater, rounded up to its bucket's end, but
    /// never above the greatest; 0 when there is none (nearest rank: Hyndman & Fan 1996, definition 1).
    /// O(bucket_count).
    Nanoseconds percentile(double share) const;
    Nanoseconds greatest_ns() const { return greatest_; }
    double mean_ns() const;

    /// The bucket that a value of 0 or more falls into: 0 to bucket_count - 1.
    static constexpr int bucket_of(Nanoseconds ns) {
        const auto value = static_cast<std::uint64_t>(ns);
        if (value < 32) return static_cast<int>(value);
        const int shift = static_cast<int>(std::bit_width(value)) - 5;
        return shift * 16 + static_cast<int>(value >> shift);
    }
    /// The least and the greatest value of a bucket.
    static constexpr Nanoseconds first_of(int bucket) {
        if (bucket < 32) return bucket;
        const int shift = bucket / 16 - 1;
        return static_cast<Nanoseconds>(bucket - shift * 16) << shift;
    }
    static constexpr Nanoseconds last_of(int bucket) {
        return bucket < 32 ? bucket : first_of(bucket) + ((Nanoseconds{1} << (bucket / 16 - 1)) - 1);
    }
    /// How many fell into it: what a picture draws.
    std::int64_t in_bucket(int bucket) const { return buckets_[static_cast<std::size_t>(bucket)]; }

    bool operator==(const Histogram&) const = default;

private:
    std::array<std::uint32_t, bucket_count> buckets_ = {};
    std::int64_t count_ = 0;
    std::int64_t sum_ = 0;
    Nanoseconds greatest_ = 0;
};

} // namespace program

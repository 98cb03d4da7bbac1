#pragma once

#include <vector>

#include "program/histogram.hpp"

/// Waiting times on a logarithmic axis. Pure.
namespace widget {

/// Six bins to a power of ten.
struct WaitBin {
    double from_ns = 0;
    double to_ns = 0;
    double share = 0; ///< of all values, 0 to 1
};

struct WaitBins {
    double no_wait = 0;        ///< share of what took less than the axis shows
    std::vector<WaitBin> bins; ///< without a gap, from the first that is not empty to the last; one at least
    double tallest = 0;        ///< the greatest share, `no_wait` included

    bool empty() const { return bins.empty(); }
    /// Where a time stands between the first bin's beginning (0) and the last one's end (1); outside for other times.
    double place_of(double ns) const;
};

inline constexpr double least_shown_ns = 10;

/// Nothing of an empty histogram.
WaitBins wait_bins(const program::Histogram& waits);

} // namespace widget

#include "widget/wait_bins.hpp"

#include <algorithm>
#include <cmath>

namespace widget {
namespace {

constexpr double bins_a_decade = 6;

int bin_of(double ns) {
    return static_cast<int>(std::floor(std::log10(ns / least_shown_ns) * bins_a_decade + 1e-9));
}

double edge_of(int bin) {
    return least_shown_ns * std::pow(10.0, bin / bins_a_decade);
}

} // namespace

double WaitBins::place_of(double ns) const {
    if (bins.empty()) return 0;
    const double from = std::log10(bins.front().from_ns);
    const double to = std::log10(bins.back().to_ns);
    return (std::log10(std::max(ns, 1e-3)) - from) / (to - from);
}

WaitBins wait_bins(const program::Histogram& waits) {
    WaitBins result;
    if (waits.count() == 0) return result;
    const auto count = static_cast<double>(waits.count());
    std::vector<double> shares;
    int first = -1;
    for (int bucket = 0; bucket < program::Histogram::bucket_count; ++bucket) {
        const std::int64_t in_bucket = waits.in_bucket(bucket);
        if (in_bucket == 0) continue;
        const double share = static_cast<double>(in_bucket) / count;
        const double middle = (static_cast<double>(program::Histogram::first_of(bucket)) +
                               static_cast<double>(program::Histogram::last_of(bucket))) /
                              2;
        if (middle < least_shown_ns) {
            result.no_wait += share;
            continue;
        }
        const int bin = bin_of(middle);
        if (first < 0) first = bin;
        shares.resize(static_cast<std::size_t>(bin - first + 1)); // buckets come in rising order
        shares.back() += share;
    }
    if (shares.empty()) { // nobody waited at all: an axis from its beginning
        first = 0;
        shares.resize(static_cast<std::size_t>(2 * bins_a_decade));
    }
    result.tallest = result.no_wait;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const int bin = first + static_cast<int>(i);
        result.bins.push_back({edge_of(bin), edge_of(bin + 1), shares[i]});
        result.tallest = std::max(result.tallest, shares[i]);
    }
    return result;
}

} // namespace widget

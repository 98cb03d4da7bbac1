#include "measure/work_rate.hpp"

#include <array>
#include <cmath>

namespace measure {
namespace {

/// The result of work that nobody needs goes here, so that it is done.
std::atomic<std::uint64_t> sink = 0;

/// How long `count` computations of `ns` take, per computation. In a function of its own that reads the clock as the
/// runs of a scenario do: once before and once after.
double time_of(const WorkRate& rate, trace::Nanoseconds ns, int count) {
    std::uint64_t number = 1;
    const trace::Nanoseconds start = now_ns();
    for (int i = 0; i < count; ++i) {
        number = spin(number, static_cast<int>(rate.rounds(ns)));
        std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    const trace::Nanoseconds end = now_ns();
    sink.fetch_xor(number, std::memory_order_relaxed);
    return static_cast<double>(end - start) / count;
}

/// Of the best slice: the one that nothing disturbed.
double best_rounds_per_ns(const std::atomic<bool>& stop) {
    constexpr int slices = 12;
    constexpr trace::Nanoseconds slice_ns = 1'000'000;
    double best = 0;
    for (int slice = 0; slice < slices && !stop; ++slice) {
        constexpr int step = 2'000; // some 8 µs
        std::uint64_t number = 1;
        double rounds = 0;
        const trace::Nanoseconds start = now_ns();
        trace::Nanoseconds now = start;
        for (; now - start < slice_ns && !stop; now = now_ns(), rounds += step) number = spin(number, step);
        sink.fetch_xor(number, std::memory_order_relaxed);
        best = std::max(best, rounds / static_cast<double>(std::max<trace::Nanoseconds>(now - start, 1)));
    }
    return best;
}

double least_overhead_ns(const WorkRate& rate, const std::atomic<bool>& stop) {
    constexpr trace::Nanoseconds short_ns = 200;
    constexpr int many = 2'000;
    double least = 2 * short_ns;
    for (int batch = 0; batch < 5 && !stop; ++batch) least = std::min(least, time_of(rate, short_ns, many));
    return std::clamp(least - short_ns, 0.0, static_cast<double>(short_ns));
}

double median_error(const WorkRate& rate, const std::atomic<bool>& stop) {
    constexpr trace::Nanoseconds asked_ns = 2'000;
    std::array<double, 31> errors{};
    for (double& error : errors)
        if (!stop) error = time_of(rate, asked_ns, 100) / static_cast<double>(asked_ns) - 1;
    std::ranges::nth_element(errors, errors.begin() + errors.size() / 2);
    return errors[errors.size() / 2];
}

WorkRate found_once(const std::atomic<bool>& stop) {
    WorkRate rate{.rounds_per_ns = best_rounds_per_ns(stop)};
    rate.overhead_ns = least_overhead_ns(rate, stop);
    rate.error = median_error(rate, stop);
    return rate;
}

} // namespace

WorkRate least_wrong_rate(const std::atomic<bool>& stop, const std::function<WorkRate()>& find, Clock clock) {
    constexpr double good_enough = 0.05;
    constexpr trace::Nanoseconds patience = 150'000'000;
    WorkRate best;
    bool is_found = false;
    const trace::Nanoseconds start = clock();
    do {
        const WorkRate rate = find();
        if (stop) break;
        if (!is_found || std::abs(rate.error) < std::abs(best.error)) best = rate;
        is_found = true;
    } while (std::abs(best.error) > good_enough && clock() - start < patience);
    return best;
}

WorkRate calibrate_work(const std::atomic<bool>& stop) {
    return least_wrong_rate(stop, [&] { return found_once(stop); }, now_ns);
}

} // namespace measure

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "program/contention.hpp"
#include "program/scenario.hpp"
#include "sim/machine.hpp"

namespace widget {

struct CurvePoint {
    int threads = 0;
    double throughput_per_s = 0;
};

/// The throughput of one kind of lock for each number of threads, in rising order; points come in one by one.
struct Curve {
    program::LockKind kind = program::LockKind::futex;
    std::vector<CurvePoint> points;

    const CurvePoint* at(int threads) const;
};

/// Simulates one scenario with other numbers of threads, and with other kinds of lock, in slices. What was simulated
/// once is kept for as long as the sweep lives.
class ThroughputSweep {
public:
    /// `scenario` must have like threads and be without fault.
    ThroughputSweep(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed);

    /// 1, 2, 3, 4, 6, 8, 12, … and the scenario's own number and its double, up to 64.
    const std::vector<int>& thread_counts() const { return counts_; }

    /// Also the other kinds, from now on.
    void want_all_kinds(bool wanted) { wants_all_ = wanted; }
    bool is_complete() const;
    void poll(std::int64_t slice_ns);

    /// The scenario's own kind first; without locks nothing. Empty curves have no points yet.
    const std::vector<Curve>& curves() const { return curves_; }
    /// Rises with each new point.
    std::uint64_t revision() const { return revision_; }
    double done() const;

private:
    std::size_t wanted_curves() const;
    bool begin_next();

    std::shared_ptr<const program::Scenario> scenario_;
    std::uint64_t seed_;
    std::vector<int> counts_;
    std::vector<Curve> curves_;
    std::optional<sim::Machine> machine_; ///< of the point under way
    std::size_t curve_ = 0;
    int threads_ = 0;
    program::Nanoseconds least_ns_ = 0; ///< of virtual time, so that the scheduler has its say
    bool wants_all_ = false;
    std::uint64_t revision_ = 0;
};

} // namespace widget

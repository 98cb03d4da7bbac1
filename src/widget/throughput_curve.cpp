#include "widget/throughput_curve.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "measure/clock.hpp"
#include "program/results.hpp"
#include "widget/scenario_variants.hpp"

namespace widget {
namespace {

using program::Nanoseconds;
using program::Scenario;

constexpr std::int64_t steps_a_glance = 2'000;
constexpr std::int64_t enough_sections = 3'000; ///< of a point: a standard error of a few percent at worst
constexpr std::int64_t most_steps = 300'000;    ///< of a point, however few sections they make
constexpr Nanoseconds quanta = 12;              ///< of a point with more threads than cores: so long at least
constexpr std::array usual_counts = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};

std::int64_t sections_of(const program::Results& results) {
    std::int64_t sections = 0;
    for (const program::ThreadResult& thread : results.threads) sections += thread.sections;
    return sections;
}

} // namespace

const CurvePoint* Curve::at(int threads) const {
    const auto found = std::ranges::find(points, threads, &CurvePoint::threads);
    return found == points.end() ? nullptr : &*found;
}

ThroughputSweep::ThroughputSweep(std::shared_ptr<const Scenario> scenario, std::uint64_t seed)
    : scenario_(std::move(scenario)), seed_(seed) {
    const int own = static_cast<int>(scenario_->threads.size());
    const int most = std::clamp(4 * std::max(own, scenario_->scheduling.cores), 8, 64);
    for (const int count : usual_counts)
        if (count <= most) counts_.push_back(count);
    for (const int count : {own, 2 * own})
        if (count <= program::most_threads) counts_.push_back(count);
    std::ranges::sort(counts_);
    counts_.erase(std::ranges::unique(counts_).begin(), counts_.end());
    if (scenario_->locks.empty()) return;
    curves_.push_back({scenario_->locks.front().kind, {}});
    for (const program::LockTraits& traits : program::lock_table())
        if (traits.is_real && traits.kind != curves_.front().kind && with_kind(*scenario_, traits.kind))
            curves_.push_back({traits.kind, {}});
}

std::size_t ThroughputSweep::wanted_curves() const {
    return wants_all_ ? curves_.size() : std::min<std::size_t>(1, curves_.size());
}

bool ThroughputSweep::is_complete() const {
    for (std::size_t i = 0; i < wanted_curves(); ++i)
        if (curves_[i].points.size() < counts_.size()) return false;
    return true;
}

double ThroughputSweep::done() const {
    const std::size_t wanted = wanted_curves() * counts_.size();
    std::size_t there = 0;
    for (std::size_t i = 0; i < wanted_curves(); ++i) there += curves_[i].points.size();
    return wanted == 0 ? 1 : static_cast<double>(there) / static_cast<double>(wanted);
}

/// The scenario's own number and its double come first: they answer the reader's prediction.
bool ThroughputSweep::begin_next() {
    const int own = static_cast<int>(scenario_->threads.size());
    for (curve_ = 0; curve_ < wanted_curves(); ++curve_) {
        const Curve& curve = curves_[curve_];
        threads_ = 0;
        for (const int count : {own, 2 * own})
            if (threads_ == 0 && std::ranges::binary_search(counts_, count) && curve.at(count) == nullptr)
                threads_ = count;
        for (const int count : counts_)
            if (threads_ == 0 && curve.at(count) == nullptr) threads_ = count;
        if (threads_ == 0) continue;
        Scenario other = with_threads(*scenario_, threads_);
        least_ns_ = threads_ > other.scheduling.cores ? quanta * other.scheduling.quantum_ns : 0;
        if (other.duration_ns > 0) other.duration_ns = std::max(other.duration_ns, least_ns_);
        if (curve_ > 0) other = *with_kind(other, curve.kind);
        machine_.emplace(std::make_shared<const Scenario>(std::move(other)), seed_);
        return true;
    }
    return false;
}

void ThroughputSweep::poll(std::int64_t slice_ns) {
    const std::int64_t began_ns = measure::now_ns();
    while (measure::now_ns() - began_ns < slice_ns) {
        if (!machine_ && !begin_next()) return;
        constexpr Nanoseconds for_ever = std::numeric_limits<Nanoseconds>::max();
        const bool is_over = machine_->run(for_ever, steps_a_glance) < steps_a_glance || machine_->is_over();
        const bool is_enough = machine_->now_ns() >= least_ns_ && sections_of(machine_->results()) >= enough_sections;
        if (!is_over && machine_->steps() < most_steps && !is_enough) continue;
        std::vector<CurvePoint>& points = curves_[curve_].points;
        const CurvePoint point{threads_, program::throughput_per_s(machine_->results())};
        points.insert(std::ranges::upper_bound(points, threads_, {}, &CurvePoint::threads), point);
        machine_.reset();
        ++revision_;
    }
}

} // namespace widget

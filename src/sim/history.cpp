#include "sim/history.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace sim {
namespace {

constexpr std::int64_t first_interval = 1024;
constexpr std::size_t most_snapshots = 512;
constexpr std::int64_t chunk = 4096; ///< how far find() runs ahead at once

/// FNV-1a over the bytes of a number, the lowest first, whatever the machine's order.
template <typename T>
void mix(std::uint64_t& hash, T value) {
    auto bits = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i, bits >>= 8) hash = (hash ^ (bits & 0xff)) * 0x100000001b3u;
}

void mix(std::uint64_t& hash, const Happening& happening) {
    mix(hash, happening.at_ns);
    mix(hash, static_cast<std::uint8_t>(happening.did));
    mix(hash, happening.thread);
    mix(hash, happening.other);
    mix(hash, happening.object);
    mix(hash, happening.instruction);
    mix(hash, happening.value);
}

} // namespace

History::History(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed)
    : scenario_(std::move(scenario)),
      frontier_(scenario_, seed),
      here_(frontier_),
      before_(frontier_),
      interval_(first_interval),
      recorder_(*scenario_),
      results_(frontier_.results()) {
    snapshots_.push_back(frontier_);
    snapshot_bytes_ = frontier_.bytes();
}

bool History::extend(std::int64_t steps) {
    for (std::int64_t i = 0; i < steps; ++i) {
        const Happening happening = frontier_.step(&recorder_);
        if (happening.did == Did::nothing) break;
        dids_.push_back(happening.did);
        times_.push_back(happening.at_ns);
        mix(hash_, happening);
        if (happening.did == Did::gil_requested)
            recorder_.gil_requested(happening.object, happening.thread, happening.at_ns);
        if (recorded() % interval_ == 0) keep_snapshot();
    }
    recorder_.show_until(frontier_.now_ns());
    results_ = frontier_.results();
    return !is_complete();
}

void History::keep_snapshot() {
    const std::size_t bytes = frontier_.bytes(); // may have grown: what was printed is part of it
    while (snapshots_.size() == most_snapshots || snapshot_bytes_ + bytes > most_snapshot_bytes) {
        thin_out();
        if (recorded() % interval_ != 0) return;
    }
    snapshot_bytes_ += bytes;
    snapshots_.push_back(frontier_);
}

/// Gives up every second snapshot. The first always stays.
void History::thin_out() {
    std::size_t kept = 1;
    snapshot_bytes_ = snapshots_.front().bytes();
    for (std::size_t i = 2; i < snapshots_.size(); i += 2) {
        snapshots_[kept] = std::move(snapshots_[i]);
        snapshot_bytes_ += snapshots_[kept++].bytes();
    }
    snapshots_.erase(snapshots_.begin() + static_cast<std::ptrdiff_t>(kept), snapshots_.end());
    interval_ *= 2;
}

void History::go(std::int64_t step) {
    step = std::max<std::int64_t>(0, step);
    if (step > recorded()) extend(step - recorded());
    step = std::min(step, recorded());
    if (step == position_) return;
    // At least one step is made, so that what it did is known.
    const std::int64_t snapshot = std::max<std::int64_t>(0, step - 1) / interval_;
    if (step < position_ || snapshot * interval_ > position_) {
        here_ = snapshots_[static_cast<std::size_t>(snapshot)];
        position_ = snapshot * interval_;
        happening_ = {};
    }
    if (step - position_ > 1) here_.run(std::numeric_limits<Nanoseconds>::max(), step - position_ - 1);
    before_ = here_;
    if (step > here_.steps()) happening_ = here_.step();
    position_ = step;
}

const Machine& History::machine_at(std::int64_t step, std::optional<Machine>& replayed) const {
    if (step == position_) return here_;
    if (step == before_.steps()) return before_;
    const std::int64_t snapshot = step / interval_;
    replayed = snapshots_[static_cast<std::size_t>(snapshot)];
    replayed->run(std::numeric_limits<Nanoseconds>::max(), step - snapshot * interval_);
    return *replayed;
}

Difference History::difference(std::int64_t from, std::int64_t to) const {
    std::optional<Machine> first;
    std::optional<Machine> second;
    return sim::difference(machine_at(from, first), machine_at(to, second));
}

std::int64_t History::find(std::int64_t from, Did did, std::int64_t limit) {
    from = std::max<std::int64_t>(0, from);
    const std::int64_t end = limit > std::numeric_limits<std::int64_t>::max() - from
                                 ? std::numeric_limits<std::int64_t>::max()
                                 : from + limit;
    for (std::int64_t step = from + 1; step <= end; ++step) {
        if (step > recorded()) extend(std::min(chunk, end - recorded()));
        if (step > recorded()) return -1;
        if (this->did(step) == did) return step;
    }
    return -1;
}

std::int64_t History::step_at(Nanoseconds at_ns) const {
    return std::ranges::upper_bound(times_, at_ns) - times_.begin();
}

std::size_t History::bytes() const {
    return dids_.capacity() * sizeof(Did) + times_.capacity() * sizeof(Nanoseconds) + snapshot_bytes_;
}

} // namespace sim

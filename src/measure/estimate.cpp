#include "measure/estimate.hpp"

#include <algorithm>

#include "measure/quick_sort.hpp"

namespace measure {

Estimate::Estimate(const Board& board)
    : units_(board.plan.units),
      cores_(std::min(board.abilities.hardware_threads, board.plan.units)),
      unit_seconds_(sort_work(static_cast<std::size_t>(board.plan.n)) * 2e-9) {}

void Estimate::learn(const Machine& machine, double unit_seconds) {
    if (machine.effective_cores > 0) cores_ = std::min(machine.effective_cores, units_);
    if (unit_seconds > 0) unit_seconds_ = unit_seconds;
}

double Estimate::seconds(const Entry& entry) const {
    const double in_turn = units_ * unit_seconds_;
    const double at_once = in_turn / std::max(cores_, 1.0);
    switch (entry.phase) {
    case Phase::preparing:
        return 0.1 + 0.1 * at_once;
    case Phase::calibrating:
        return 0.2; // the two of them together
    case Phase::warming:
        return unit_seconds_;
    case Phase::verifying:
        return 0.02 + 0.05 * at_once;
    case Phase::measuring:
        break;
    default:
        return 0;
    }
    const double measured = measured_[static_cast<std::size_t>(entry.way)];
    if (measured > 0) return measured;
    switch (entry.way) {
    case Way::threads:
        return at_once;
    case Way::processes:
        return 1.2 * at_once;
    default:
        return in_turn;
    }
}

} // namespace measure

#pragma once

#include <array>

#include "measure/board.hpp"
#include "measure/script.hpp"

namespace measure {

/// How long the entries of a script take: guessed from n at first, then from the warm-up, then from what was measured.
class Estimate {
public:
    explicit Estimate(const Board& board);

    /// After calibration and after the warm-up.
    void learn(const Machine& machine, double unit_seconds);
    /// After a repetition.
    void learn(Way way, double wall_seconds) { measured_[static_cast<std::size_t>(way)] = wall_seconds; }

    double seconds(const Entry& entry) const;

private:
    double units_;
    double cores_;
    double unit_seconds_;
    std::array<double, way_count> measured_{};
};

} // namespace measure

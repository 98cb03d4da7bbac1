#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "measure/abilities.hpp"
#include "measure/checksum.hpp"
#include "measure/lane_record.hpp"
#include "measure/machine.hpp"
#include "measure/picture.hpp"
#include "measure/progress.hpp"
#include "measure/repetition.hpp"
#include "measure/sort_plan.hpp"

namespace measure {

class Children;

/// What the steps of one run share. The main thread and the jobs of the crew hold it together: a run that was given up
/// lives until the last job has seen `stop`. Where nothing else is said, a member is written by the step under way and
/// read when that has ended.
struct Board {
    Board(const SortPlan& the_plan, const Abilities& the_abilities) : plan(the_plan), abilities(the_abilities) {}

    struct Unit {
        std::unique_ptr<double[]> values; ///< n, or null where the data never comes to this memory
        Checksum input;                   ///< of what the generator gives, made without the sort
    };

    const SortPlan plan;
    const Abilities abilities;
    std::atomic<bool> stop = false; ///< all jobs return soon, whatever they leave behind
    Children* children = nullptr;   ///< for steps on the main thread; null where they need nothing that lasts
    std::array<Unit, most_units> units;
    std::array<LaneRecord, most_units> lanes;
    std::array<LaneRecord, most_units> rehearsals; ///< of what is done before a timed region, and never looked at
    std::array<trace::Nanoseconds, most_units> corrections{}; ///< to be added to a lane's stamps
    std::array<std::atomic<float>, most_units> unit_done{};   ///< 0 to 1, of the repetition under way
    std::atomic<std::int64_t> switch_requests = 0;
    std::atomic<std::int64_t> hand_offs = 0;
    Machine machine;
    double unit_seconds = 0; ///< what the warm-up took

    std::array<Picture, picture_count> pictures;
    std::atomic<int> pictures_taken = 0; ///< those before it are not written any more

    std::span<double> values(int unit) {
        return {units[static_cast<std::size_t>(unit)].values.get(), static_cast<std::size_t>(plan.n)};
    }
    LaneRecord& lane(int index) { return lanes[static_cast<std::size_t>(index)]; }

    /// From any thread; the first failure counts.
    void fail(Failure why, std::int64_t detail) {
        Failure expected = Failure::none;
        if (failure_.compare_exchange_strong(expected, why)) failure_detail_ = detail;
    }
    Failure failure() const { return failure_; }
    std::int64_t failure_detail() const { return failure_detail_; }

    /// Before each timed repetition.
    void clear_repetition();

private:
    std::atomic<Failure> failure_ = Failure::none;
    std::atomic<std::int64_t> failure_detail_ = 0;
};
using BoardPtr = std::shared_ptr<Board>;

/// The repetition that has just ended, from the lanes of `board`; not verified yet.
Repetition make_repetition(const Board& board, Way way);

/// At most picture_width of `values`, at equal distances.
Picture take_picture(std::span<const double> values, double progress);

} // namespace measure

#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "measure/checksum.hpp"
#include "measure/crew_board.hpp"
#include "measure/picture.hpp"
#include "measure/repetition.hpp"
#include "measure/sort_plan.hpp"

namespace measure {

class Children;

/// What the steps of the sorting experiment share.
struct Board : CrewBoard {
    Board(const SortPlan& the_plan, const Abilities& the_abilities)
        : CrewBoard(the_abilities, the_plan.units, bytes_needed(the_plan)), plan(the_plan) {}

    struct Unit {
        std::unique_ptr<double[]> values; ///< n, or null where the data never comes to this memory
        Checksum input;                   ///< of what the generator gives, made without the sort
    };

    const SortPlan plan;
    Children* children = nullptr; ///< for steps on the main thread; null where they need nothing that lasts
    std::array<Unit, most_units> units;
    std::array<LaneRecord, most_units> rehearsals; ///< of what is done before a timed region, and never looked at
    std::array<std::atomic<float>, most_units> unit_done{}; ///< 0 to 1, of the repetition under way
    std::atomic<std::int64_t> switch_requests = 0;
    std::atomic<std::int64_t> hand_offs = 0;
    double unit_seconds = 0; ///< what the warm-up took

    std::array<Picture, picture_count> pictures;
    std::atomic<int> pictures_taken = 0; ///< those before it are not written any more

    std::span<double> values(int unit) {
        return {units[static_cast<std::size_t>(unit)].values.get(), static_cast<std::size_t>(plan.n)};
    }

    /// Before each timed repetition.
    void clear_repetition();
};
static_assert(most_units == Crew::most_members);
using BoardPtr = std::shared_ptr<Board>;

/// The repetition that has just ended, from the lanes of `board`; not verified yet.
Repetition make_repetition(const Board& board, Way way);

/// At most picture_width of `values`, at equal distances.
Picture take_picture(std::span<const double> values, double progress);

} // namespace measure

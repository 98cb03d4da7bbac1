#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "measure/abilities.hpp"
#include "measure/crew.hpp"
#include "measure/lane_record.hpp"
#include "measure/machine.hpp"
#include "measure/progress.hpp"

namespace measure {

/// What the steps of any run share. The main thread and the jobs of the crew hold it together: a run that was given up
/// lives until the last job has seen `stop`. Where nothing else is said, a member is written by the step under way and
/// read when that has ended.
struct CrewBoard {
    /// `bytes`: what the run's data needs, for the failure of an allocation.
    CrewBoard(const Abilities& the_abilities, int the_lane_count, std::uint64_t the_bytes)
        : abilities(the_abilities), lane_count(the_lane_count), bytes(the_bytes) {}
    CrewBoard(const CrewBoard&) = delete;
    CrewBoard& operator=(const CrewBoard&) = delete;

    const Abilities abilities;
    const int lane_count; ///< threads of the run: the first members of the crew
    const std::uint64_t bytes;
    std::atomic<bool> stop = false;     ///< all jobs return soon, whatever they leave behind
    std::atomic<bool> given_up = false; ///< besides: nobody waits for them, or for what they have to give back
    std::array<LaneRecord, Crew::most_members> lanes;
    std::array<trace::Nanoseconds, Crew::most_members> corrections{}; ///< to be added to a lane's stamps
    Machine machine;

    LaneRecord& lane(int index) { return lanes[static_cast<std::size_t>(index)]; }

    /// From any thread; the first failure counts.
    void fail(Failure why, std::int64_t detail) {
        Failure expected = Failure::none;
        if (failure_.compare_exchange_strong(expected, why)) failure_detail_ = detail;
    }
    Failure failure() const { return failure_; }
    std::int64_t failure_detail() const { return failure_detail_; }

private:
    std::atomic<Failure> failure_ = Failure::none;
    std::atomic<std::int64_t> failure_detail_ = 0;
};

} // namespace measure

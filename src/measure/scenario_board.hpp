#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <vector>

#include "measure/crew_board.hpp"
#include "measure/interpreter_lock.hpp"
#include "measure/locks/real_lock.hpp"
#include "measure/locks/spin_wait.hpp"
#include "measure/locks/wait_line.hpp"
#include "measure/scenario_outcome.hpp"
#include "measure/start_line.hpp"
#include "measure/thread_record.hpp"
#include "measure/work_rate.hpp"
#include "program/scenario.hpp"

namespace measure {

/// What the steps of one run of a scenario share; see CrewBoard.
struct ScenarioBoard : CrewBoard {
    ScenarioBoard(const program::Scenario& the_scenario, std::uint64_t the_seed, const Abilities& the_abilities);

    struct alignas(apart) Variable {
        std::atomic<std::int64_t> value = 0;
    };
    struct SharedLock {
        std::unique_ptr<RealLock> lock;
        /// Who had it last, or -1: what counts hand-offs. A line of its own, which follows the lock from core to core.
        alignas(apart) std::atomic<int> last_holder = -1;
    };
    /// Who waits on a condition variable, or for a device, in order.
    struct alignas(apart) Queue {
        std::mutex mutex;
        WaitLine line;
        int busy = 0; ///< servers of a device
    };
    struct alignas(apart) ThreadState {
        ParkWord started = 0;
        ParkWord ended = 0;
        /// Since when it waits for something that only another thread can do, by its own clock; 0: it does not.
        std::atomic<trace::Nanoseconds> waits_since_ns = 0;
    };
    /// Who asks for a GIL writes that down in its own record. Hand-offs show in the holds.
    class GilMarks : public GilWatcher {
    public:
        explicit GilMarks(CrewBoard& board) : board_(board) {}
        void requested(int waiter) override;
        void handed_off(int, int) override {}

    private:
        CrewBoard& board_;
    };

    /// For the records of a run of this scenario.
    static std::uint64_t bytes_of(const program::Scenario& scenario);

    /// Makes everything that is shared as it is before the first instruction. Before each repetition.
    void reset();
    /// Makes room for the record of one thread, by that thread. Allocates.
    void prepare_record(int index);

    ThreadState& thread(int index) { return threads[static_cast<std::size_t>(index)]; }
    ThreadRecord& record(int index) { return records[static_cast<std::size_t>(index)]; }

    const program::Scenario scenario;
    const std::uint64_t seed;
    WorkRate work;
    double event_cost_ns = 0;

    // Of one repetition.
    std::unique_ptr<StartLine> line;
    std::atomic<bool> over = false;               ///< the run ends: time is up, or all have ended, or it was stopped
    std::atomic<bool> time_is_up = false;         ///< at least one thread ran until the scenario's duration
    std::atomic<trace::Nanoseconds> start_ns = 0; ///< by the clock of lane 0; 0: not started
    std::atomic<int> active = 0;                  ///< threads that have started and not ended
    GilMarks marks{*this};
    std::unique_ptr<Variable[]> variables;
    std::unique_ptr<SharedLock[]> locks;
    std::unique_ptr<Queue[]> conditions;
    std::unique_ptr<Queue[]> devices;
    std::vector<std::unique_ptr<InterpreterLock>> gils; ///< null: none
    std::array<ThreadState, Crew::most_members> threads;
    std::array<ThreadRecord, Crew::most_members> records;
    bool is_deadlocked = false; ///< of the main thread, which stopped it for that reason
    std::unique_ptr<ScenarioOutcome> outcome;
};
using ScenarioBoardPtr = std::shared_ptr<ScenarioBoard>;

} // namespace measure

#include "measure/scenario_run.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "measure/clock.hpp"
#include "measure/scenario_refusal.hpp"
#include "measure/scenario_steps.hpp"
#include "measure/stand_still.hpp"
#include "measure/thread_calibration.hpp"
#include "text/measured.hpp"

namespace measure {
namespace {

struct Part {
    Phase phase;
    std::unique_ptr<Step> (*make)(ScenarioBoardPtr board);
};

/// A run in order. What was calibrated before is not calibrated again.
constexpr std::array script = {
    Part{Phase::calibrating, calibrate_scenario},
    Part{Phase::calibrating, [](ScenarioBoardPtr board) { return calibrate_threads(std::move(board)); }},
    Part{Phase::calibrating, [](ScenarioBoardPtr board) { return compare_clocks(std::move(board)); }},
    Part{Phase::preparing, prepare_scenario},
    Part{Phase::measuring, run_scenario},
    Part{Phase::verifying, summarize_scenario},
};
constexpr std::size_t first_after_calibration = 3;

} // namespace

class ScenarioRun::Run {
public:
    void start(const program::Scenario& scenario, std::uint64_t seed);
    void poll();
    void stop(bool for_good);
    bool running() const { return step_ != nullptr; }

    Phase phase = Phase::idle;
    text::Line failure;
    std::unique_ptr<ScenarioOutcome> outcome;
    Machine machine;
    WorkRate work;
    double event_cost_ns = 0;
    int discards = 0;
    std::uint64_t revision = 0;
    double done = 0;

private:
    void begin_step();
    void end_step();
    void end_run(Phase how);
    void watch();
    void end_it() { board_->over = true; }

    ScenarioBoardPtr board_;
    std::size_t next_ = 0;
    std::unique_ptr<Step> step_;
    bool cancelled_ = false;
    trace::Nanoseconds seen_started_ns_ = 0;
    StandStill stand_still_;
    int calibrated_lanes_ = 0;
    std::array<trace::Nanoseconds, Crew::most_members> corrections_{};
};

void ScenarioRun::Run::start(const program::Scenario& scenario, std::uint64_t seed) {
    stop(true);
    step_.reset(); // its jobs end by themselves; the next step waits for that
    ++revision;
    phase = Phase::idle;
    failure = {};
    outcome.reset();
    discards = 0;
    done = 0;
    cancelled_ = false;
    const Abilities here = abilities();
    failure = why_not_here(scenario, here);
    if (!failure.empty()) return end_run(Phase::failed);
    board_ = std::make_shared<ScenarioBoard>(scenario, seed, here);
    next_ = 0;
    if (board_->lane_count <= calibrated_lanes_) {
        next_ = first_after_calibration;
        board_->machine = machine;
        board_->work = work;
        board_->event_cost_ns = event_cost_ns;
        board_->corrections = corrections_;
    }
    begin_step();
}

void ScenarioRun::Run::begin_step() {
    phase = script[next_].phase;
    step_ = script[next_].make(board_);
    seen_started_ns_ = 0;
    stand_still_ = {};
}

void ScenarioRun::Run::poll() {
    if (!running()) return;
    ++revision;
    if (phase == Phase::measuring) watch();
    if (step_->poll()) end_step();
}

/// What no thread of the run can do when all of them sleep: see that the time is up, or that nobody can go on.
void ScenarioRun::Run::watch() {
    constexpr trace::Nanoseconds grace = 1'000'000; // the threads are to notice first, by their own clocks
    if (board_->start_ns == 0) return;
    const trace::Nanoseconds now = now_ns();
    if (seen_started_ns_ == 0) seen_started_ns_ = now;
    const trace::Nanoseconds duration = board_->scenario.duration_ns;
    if (duration > 0) {
        const trace::Nanoseconds passed = now - seen_started_ns_;
        done = std::min(static_cast<double>(passed) / static_cast<double>(duration), 1.0);
        if (passed > duration + grace && !board_->over) {
            board_->time_is_up = true;
            end_it();
        }
    } else if (!board_->over && stand_still_.look(*board_, now)) {
        board_->is_deadlocked = true;
        end_it();
    }
}

void ScenarioRun::Run::end_step() {
    step_.reset();
    if (cancelled_) return end_run(Phase::cancelled);
    if (board_->failure() != Failure::none) {
        failure = sentence_of(board_->failure(), board_->failure_detail());
        return end_run(Phase::failed);
    }
    if (board_->stop) {
        board_->stop = false;
        done = 0;
        next_ = next_ < first_after_calibration ? 0 : first_after_calibration;
        return begin_step();
    }
    if (++next_ == first_after_calibration) {
        machine = board_->machine;
        work = board_->work;
        event_cost_ns = board_->event_cost_ns;
        corrections_ = board_->corrections;
        calibrated_lanes_ = board_->lane_count;
    }
    if (next_ < script.size()) return begin_step();
    outcome = std::move(board_->outcome);
    done = 1;
    end_run(Phase::finished);
}

void ScenarioRun::Run::end_run(Phase how) {
    phase = how;
    board_.reset();
}

void ScenarioRun::Run::stop(bool for_good) {
    if (!running()) return;
    cancelled_ |= for_good;
    if (!for_good) ++discards;
    ++revision;
    board_->stop = true;
    end_it();
    step_->stop();
}

ScenarioRun::ScenarioRun() : run_(std::make_unique<Run>()) {}

ScenarioRun::~ScenarioRun() {
    run_->stop(true);
}

text::Line ScenarioRun::why_not(const program::Scenario& scenario) {
    return why_not_here(scenario, abilities());
}

void ScenarioRun::start(const program::Scenario& scenario, std::uint64_t seed) {
    run_->start(scenario, seed);
}

void ScenarioRun::poll() {
    run_->poll();
}

void ScenarioRun::cancel() {
    run_->stop(true);
}

bool ScenarioRun::running() const {
    return run_->running();
}

void ScenarioRun::discard_current() {
    run_->stop(false);
}

int ScenarioRun::discards() const {
    return run_->discards;
}

Phase ScenarioRun::phase() const {
    return run_->phase;
}

double ScenarioRun::done() const {
    return run_->done;
}

const text::Line& ScenarioRun::failure() const {
    return run_->failure;
}

const ScenarioOutcome* ScenarioRun::outcome() const {
    return run_->outcome.get();
}

const Machine& ScenarioRun::machine() const {
    return run_->machine;
}

const WorkRate& ScenarioRun::work() const {
    return run_->work;
}

double ScenarioRun::event_cost_ns() const {
    return run_->event_cost_ns;
}

std::uint64_t ScenarioRun::revision() const {
    return run_->revision;
}

} // namespace measure

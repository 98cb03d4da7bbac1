#include "measure/sort_experiment.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "measure/board.hpp"
#include "measure/child_steps.hpp"
#include "measure/clock.hpp"
#include "measure/crew.hpp"
#include "measure/estimate.hpp"
#include "measure/script.hpp"

namespace measure {
namespace {

/// The last reference to the data. Giving gigabytes back takes the system a while, so one of the crew does it.
void let_go(BoardPtr board) {
    Crew& crew = Crew::shared();
    if (crew.awake() > 0 && !crew.busy()) crew.give(0, [last = std::move(board)]() mutable { last.reset(); });
}

} // namespace

class SortExperiment::Run {
public:
    void start(const SortPlan& plan);
    void poll();
    void stop(bool for_good);
    bool running() const { return step_ != nullptr || next_ < script_.size(); }
    bool holds_data() const { return !data_.expired(); }

    SortPlan plan;
    Progress progress;
    Failure failure = Failure::none;
    std::int64_t failure_detail = 0;
    Machine machine;
    std::array<std::vector<Repetition>, way_count> repetitions;
    std::vector<Picture> pictures;
    std::vector<float> unit_progress;
    int discards = 0;
    std::uint64_t revision = 0;

private:
    void begin_step();
    void end_step();
    void end_run(Phase phase);
    void fail(Failure why, std::int64_t detail);
    void do_again();
    void look_at_board();
    void update_estimate();
    std::vector<Repetition>& of(Way way) { return repetitions[static_cast<std::size_t>(way)]; }

    std::shared_ptr<Children> children_;
    BoardPtr board_;
    std::weak_ptr<Board> data_; ///< the board, also when it is let go of
    std::vector<Entry> script_;
    std::size_t next_ = 0; ///< of the step under way, or of the one to begin
    std::unique_ptr<Step> step_;
    std::optional<Repetition> unverified_;
    std::optional<Estimate> estimate_;
    trace::Nanoseconds estimated_at_ns_ = 0;
    bool cancelled_ = false;
};

void SortExperiment::Run::start(const SortPlan& the_plan) {
    const std::uint64_t last_revision = revision;
    stop(true);
    *this = Run{};
    revision = last_revision + 1;
    plan = the_plan;
    if (!is_valid(plan)) return fail(Failure::bad_plan, 0);
    const Abilities here = abilities();
    if (!here.threads && !here.processes) return fail(Failure::nothing_can_run, 0);
    if (bytes_needed(plan) > here.memory_bytes)
        return fail(Failure::out_of_memory, static_cast<std::int64_t>(bytes_needed(plan)));
    data_ = board_ = std::make_shared<Board>(plan, here);
    children_ = make_children();
    board_->children = children_.get();
    script_ = write_script(plan, here);
    estimate_.emplace(*board_);
    begin_step();
}

void SortExperiment::Run::begin_step() {
    const Entry& entry = script_[next_];
    progress.phase = entry.phase;
    progress.way = entry.way;
    progress.repetition = entry.repetition;
    step_ = entry.make(board_, entry.way);
    update_estimate();
}

void SortExperiment::Run::poll() {
    if (!running()) return;
    ++revision;
    const bool ended = step_->poll();
    try {
        look_at_board();
        if (ended) end_step();
    } catch (const std::bad_alloc&) {
        return fail(Failure::out_of_memory, static_cast<std::int64_t>(bytes_needed(plan)));
    }
    constexpr trace::Nanoseconds between_estimates = 30'000'000;
    if (!ended && now_ns() - estimated_at_ns_ > between_estimates) update_estimate();
    if (ended && running()) begin_step();
}

void SortExperiment::Run::end_step() {
    step_.reset();
    const Entry& entry = script_[next_];
    if (board_->failure() == Failure::wrong_result && unverified_) of(entry.way).push_back(*std::move(unverified_));
    if (cancelled_) return end_run(Phase::cancelled);
    if (board_->failure() != Failure::none) return fail(board_->failure(), board_->failure_detail());
    if (board_->stop) return do_again();

    machine = calibrated_again(machine, board_->machine);
    estimate_->learn(machine, board_->unit_seconds);
    if (entry.phase == Phase::measuring) unverified_ = make_repetition(*board_, entry.way);
    if (entry.phase == Phase::verifying) {
        unverified_->verified = true;
        estimate_->learn(entry.way, static_cast<double>(unverified_->wall_ns) * 1e-9);
        of(entry.way).push_back(*std::move(unverified_));
        bound_traces(of(entry.way), most_kept_spans);
        unverified_.reset();
    }
    if (++next_ == script_.size()) end_run(Phase::finished);
}

void SortExperiment::Run::end_run(Phase phase) {
    script_.clear();
    next_ = 0;
    children_.reset();
    let_go(std::move(board_));
    unit_progress.clear();
    progress.phase = phase;
    progress.seconds_left = 0;
    if (phase == Phase::finished) progress.done = 1;
}

void SortExperiment::Run::fail(Failure why, std::int64_t detail) {
    if (board_) board_->stop = true; // for what a step that has not ended has given to other threads
    if (step_) step_->stop();
    step_.reset();
    end_run(Phase::failed);
    failure = why;
    failure_detail = detail;
}

/// Sets board and script back to where what was discarded began.
void SortExperiment::Run::do_again() {
    const Phase phase = script_[next_].phase;
    const Phase first = phase == Phase::verifying ? Phase::measuring : phase;
    while (script_[next_].phase != first) --next_;
    while (first == Phase::calibrating && next_ > 0 && script_[next_ - 1].phase == first) --next_;
    if (first == Phase::warming) {
        pictures.clear();
        board_->pictures_taken = 0;
    }
    unverified_.reset();
    board_->stop = false;
    progress.done = 0;
}

void SortExperiment::Run::stop(bool for_good) {
    if (!running()) return;
    cancelled_ |= for_good;
    if (!for_good) ++discards;
    ++revision;
    board_->given_up = cancelled_;
    board_->stop = true;
    if (step_) step_->stop();
}

void SortExperiment::Run::look_at_board() {
    const auto taken = static_cast<std::size_t>(board_->pictures_taken.load());
    while (pictures.size() < taken) pictures.push_back(board_->pictures[pictures.size()]);

    unit_progress.clear();
    const std::size_t units = progress.phase == Phase::measuring ? static_cast<std::size_t>(plan.units)
                              : progress.phase == Phase::warming ? 1
                                                                 : 0;
    for (std::size_t unit = 0; unit < units; ++unit) unit_progress.push_back(board_->unit_done[unit]);
}

void SortExperiment::Run::update_estimate() {
    estimated_at_ns_ = now_ns();
    double before = 0;
    double after = 0;
    for (std::size_t i = 0; i < script_.size(); ++i) (i < next_ ? before : after) += estimate_->seconds(script_[i]);
    if (!unit_progress.empty()) {
        const double sum = std::reduce(unit_progress.begin(), unit_progress.end(), 0.0);
        const double done = sum / static_cast<double>(unit_progress.size()) * estimate_->seconds(script_[next_]);
        before += done;
        after -= done;
    }
    progress.seconds_left = after;
    progress.done = std::max(progress.done, before / (before + after));
}

SortExperiment::SortExperiment() : run_(std::make_unique<Run>()) {}

SortExperiment::~SortExperiment() {
    run_->stop(true);
}

void SortExperiment::start(const SortPlan& plan) {
    run_->start(plan);
}

void SortExperiment::poll() {
    run_->poll();
}

void SortExperiment::cancel() {
    run_->stop(true);
}

void SortExperiment::discard_current() {
    run_->stop(false);
}

bool SortExperiment::running() const {
    return run_->running();
}

bool SortExperiment::holds_data() const {
    return run_->holds_data();
}

int SortExperiment::discards() const {
    return run_->discards;
}

const SortPlan& SortExperiment::plan() const {
    return run_->plan;
}

const Progress& SortExperiment::progress() const {
    return run_->progress;
}

Failure SortExperiment::failure() const {
    return run_->failure;
}

std::int64_t SortExperiment::failure_detail() const {
    return run_->failure_detail;
}

const Machine& SortExperiment::machine() const {
    return run_->machine;
}

std::span<const Repetition> SortExperiment::repetitions(Way way) const {
    return run_->repetitions[static_cast<std::size_t>(way)];
}

std::span<const Picture> SortExperiment::pictures() const {
    return run_->pictures;
}

std::span<const float> SortExperiment::unit_progress() const {
    return run_->unit_progress;
}

std::uint64_t SortExperiment::revision() const {
    return run_->revision;
}

} // namespace measure

#include "measure/child_steps.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "measure/clock.hpp"
#include "measure/crew.hpp"
#include "measure/split_mix.hpp"
#include "measure/workers_web.hpp"

namespace measure {

class Children {
public:
    Workers workers;
};

namespace {

double low_of(std::uint64_t seed) {
    return static_cast<double>(seed & 0xffff'ffffu);
}

double high_of(std::uint64_t seed) {
    return static_cast<double>(seed >> 32);
}

/// Where the first worker has room for all units: it does Way::sequence when there are no threads for that.
int places_of_first(const Board& board) {
    return board.abilities.threads ? 1 : board.plan.units;
}

trace::Nanoseconds in_ns(double ms) {
    return std::llround(ms * 1e6);
}

/// One task of the workers.
class WorkerStep : public Step {
public:
    using Part = std::function<void(Board&, Workers&)>;

    WorkerStep(BoardPtr board, Part begin, Part end, Part look = {})
        : board_(std::move(board)), begin_(std::move(begin)), end_(std::move(end)), look_(std::move(look)) {}

    bool poll() override {
        if (board_->stop || board_->failure() != Failure::none) return true;
        Workers& workers = board_->children->workers;
        if (!std::exchange(begun_, true)) begin_(*board_, workers);
        if (look_) look_(*board_, workers);
        switch (workers.state()) {
        case Workers::State::working:
            return false;
        case Workers::State::done:
            if (end_) end_(*board_, workers);
            return true;
        case Workers::State::memory:
            board_->fail(Failure::out_of_memory, static_cast<std::int64_t>(bytes_needed(board_->plan)));
            return true;
        case Workers::State::start:
            board_->fail(Failure::process_did_not_start, std::llround(workers.detail()));
            return true;
        case Workers::State::load:
            board_->fail(Failure::process_not_loaded, 0);
            return true;
        case Workers::State::process:
            board_->fail(Failure::process_failed, std::llround(workers.detail()));
            return true;
        }
        return true;
    }

    void stop() override { board_->children->workers.stop(); }

private:
    BoardPtr board_;
    Part begin_;
    Part end_;
    Part look_; ///< at every poll
    bool begun_ = false;
};

void read_clock(Board& board, Workers& workers) {
    Machine& machine = board.machine;
    machine.clock_step_ns = std::max(machine.clock_step_ns, workers.number("step") * 1e6);
    machine.clock_uncertainty_ns = std::max(machine.clock_uncertainty_ns, workers.number("uncertainty") * 1e6);
    if (board.abilities.threads) return;
    for (int lane = 0; lane < board.plan.units; ++lane) board.lane(lane).reserve(2 * most_units);
}

/// Which unit the workers are at is not asked, for that would disturb them: it is guessed from the warm-up.
void guess_progress(Board& board, Way way, double seconds) {
    const double unit = std::max(board.unit_seconds, 1e-3);
    const double slower = std::max(board.plan.units / std::max(board.machine.effective_cores, 1.0), 1.0);
    for (int i = 0; i < board.plan.units; ++i) {
        const double done = way == Way::sequence ? seconds / unit - i : seconds / (unit * slower * 1.1);
        board.unit_done[static_cast<std::size_t>(i)] = static_cast<float>(std::clamp(done, 0.0, 0.99));
    }
}

/// SortWorkers::stamps has two beginnings and an end for each unit of a lane, and for a unit that was sent its receipt.
void read_stamps(Board& board, Workers& workers, Way way) {
    const auto stamp = [&](int lane, int i) { return in_ns(workers.number("stamps", lane, i)); };
    const auto write = [&](LaneRecord& record, int lane, int first, int unit) {
        const auto detail = static_cast<std::uint32_t>(unit);
        record.enter(trace::State::generate, detail, stamp(lane, first));
        record.enter(trace::State::sort, detail, stamp(lane, first + 1));
    };
    for (int unit = 0; unit < board.plan.units; ++unit) {
        const int lane = way == Way::sequence ? 0 : unit;
        const int first = way == Way::sequence ? 3 * unit : 0;
        LaneRecord& record = board.lane(lane);
        write(record, lane, first, unit);
        if (way == Way::processes) {
            record.enter(trace::State::send, static_cast<std::uint32_t>(unit), stamp(lane, 2));
            record.close(std::max(stamp(lane, 3), stamp(lane, 2)));
        } else {
            record.close(stamp(lane, first + 2));
        }
        board.unit_done[static_cast<std::size_t>(unit)] = 1;
    }
}

/// Reads what has come in parts, for some 5 ms at a time: this is the page's own thread.
class VerifyStep : public Step {
public:
    explicit VerifyStep(BoardPtr board) : board_(std::move(board)) {}

    bool poll() override {
        constexpr trace::Nanoseconds patience = 5'000'000;
        const trace::Nanoseconds start = now_ns();
        while (unit_ < board_->plan.units) {
            if (board_->stop || board_->failure() != Failure::none) return true;
            if (!look()) return false;
            if (now_ns() - start > patience) return false;
        }
        return true;
    }

    void stop() override { board_->children->workers.stop(); }

private:
    /// One part. False while there is nothing to read yet.
    bool look();
    void end_unit();
    bool has_come();

    BoardPtr board_;
    int unit_ = 0;
    double at_ = 0;
    bool asked_ = false;
    OutputCheck check_;
    SplitMix64 random_{0}; ///< while Board::Unit::input is being made, likewise:
    Checksum input_;
    std::vector<double> part_ = std::vector<double>(32'768);
};

bool VerifyStep::look() {
    Board& board = *board_;
    const auto n = static_cast<double>(board.plan.n);
    const auto count = static_cast<std::size_t>(std::min(static_cast<double>(part_.size()), n - at_));
    const std::span<double> part(part_.data(), count);
    Checksum& expected = board.units[static_cast<std::size_t>(unit_)].input;
    if (expected.count == 0) { // no thread has made it
        if (at_ == 0) {
            random_ = SplitMix64(unit_seed(board.plan.seed, unit_));
            input_ = {};
        }
        for (std::size_t i = 0; i < count; ++i) input_.add(random_.next_double());
        at_ += static_cast<double>(count);
        if (at_ < n) return true;
        expected = input_;
        at_ = 0;
        return true;
    }
    if (!has_come()) return false;
    board.children->workers.copy(unit_, at_, part);
    check_.read(part);
    at_ += static_cast<double>(count);
    if (at_ >= n) end_unit();
    return true;
}

void VerifyStep::end_unit() {
    if (!check_.passes(board_->units[static_cast<std::size_t>(unit_)].input))
        board_->fail(Failure::wrong_result, unit_);
    board_->children->workers.forget(unit_);
    check_ = {};
    at_ = 0;
    asked_ = false;
    ++unit_;
}

/// What was sent in the timed region is here; what was not is fetched now.
bool VerifyStep::has_come() {
    Workers& workers = board_->children->workers;
    if (!std::exchange(asked_, true))
        workers.begin("fetch", {static_cast<double>(board_->plan.n), static_cast<double>(unit_)});
    switch (workers.state()) {
    case Workers::State::working:
        return false;
    case Workers::State::done:
        return true;
    case Workers::State::memory:
        board_->fail(Failure::out_of_memory, static_cast<std::int64_t>(bytes_needed(board_->plan)));
        return false;
    default:
        board_->fail(Failure::process_failed, unit_);
        return false;
    }
}

/// Every task takes as many of these numbers as it needs.
void begin_task(Board& board, Workers& workers, const char* task) {
    const SortPlan& plan = board.plan;
    workers.begin(task, {static_cast<double>(plan.n), static_cast<double>(plan.units),
                         static_cast<double>(places_of_first(board)), low_of(plan.seed), high_of(plan.seed),
                         static_cast<double>(picture_count), static_cast<double>(picture_width)});
}

void read_pictures(Board& board, Workers& workers) {
    const int come = std::min(static_cast<int>(workers.number("pictureCount")), picture_count);
    for (int taken = board.pictures_taken; taken < come; ++taken) {
        Picture& picture = board.pictures[static_cast<std::size_t>(taken)];
        picture.progress = workers.number("pictureProgress", taken);
        picture.values.resize(picture_width);
        picture.values.resize(static_cast<std::size_t>(workers.picture(taken, picture.values)));
        board.pictures_taken = taken + 1;
    }
}

} // namespace

std::shared_ptr<Children> make_children() {
    return Workers::exist() ? std::make_shared<Children>() : nullptr;
}

std::unique_ptr<Step> prepare_children(BoardPtr board) {
    return std::make_unique<WorkerStep>(
        std::move(board), [](Board& b, Workers& workers) { begin_task(b, workers, "prepare"); }, read_clock);
}

std::unique_ptr<Step> run_on_children(BoardPtr board, Way way) {
    board->clear_repetition();
    const trace::Nanoseconds start = now_ns();
    return std::make_unique<WorkerStep>(
        std::move(board),
        [way](Board& b, Workers& workers) { begin_task(b, workers, way == Way::sequence ? "runAll" : "run"); },
        [way](Board& b, Workers& workers) { read_stamps(b, workers, way); },
        [way, start](Board& b, Workers&) { guess_progress(b, way, static_cast<double>(now_ns() - start) * 1e-9); });
}

std::unique_ptr<Step> verify_from_children(BoardPtr board) {
    return std::make_unique<VerifyStep>(std::move(board));
}

std::unique_ptr<Step> calibrate_children(BoardPtr board) {
    const int wanted = std::max(board->plan.units, board->abilities.hardware_threads);
    const int count = std::clamp(wanted, 1, Crew::most_members);
    return std::make_unique<WorkerStep>(
        std::move(board),
        [count](Board&, Workers& workers) { workers.begin("calibrate", {static_cast<double>(count)}); },
        [count](Board& b, Workers& workers) {
            b.machine.effective_cores = workers.number("cores");
            b.machine.calibrated_with = count;
        });
}

std::unique_ptr<Step> warm_up_child(BoardPtr board) {
    board->pictures_taken = 0;
    return std::make_unique<WorkerStep>(
        std::move(board), [](Board& b, Workers& workers) { begin_task(b, workers, "warmUp"); },
        [](Board& b, Workers& workers) {
            read_pictures(b, workers);
            b.unit_seconds = workers.number("seconds");
        },
        read_pictures);
}

} // namespace measure

#include "measure/child_steps.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <optional>

#include "measure/child_process.hpp"
#include "measure/clock.hpp"
#include "measure/crew_step.hpp"
#include "measure/split_mix.hpp"
#include "measure/thread_steps.hpp"
#include "measure/unit_work.hpp"

namespace measure {
namespace {

/// A step that only fails, or does nothing.
class EndedStep : public Step {
public:
    bool poll() override { return true; }
};

/// What the parent holds of its children while they live: reports and data in pages that are mapped before the forks.
class Family {
public:
    explicit Family(Board& board)
        : board_(board),
          units_(static_cast<std::size_t>(board.plan.units)),
          n_(static_cast<std::size_t>(board.plan.n)),
          data_(units_ * n_ * sizeof(double), false),
          reports_(units_ * sizeof(ChildReport), true) {}
    /// All are killed before the first is waited for: what still computes would slow the end of the others down.
    ~Family() {
        for (ChildProcess& child : children_) child.kill();
    }

    void run();

private:
    bool start();
    bool wait_until_ready();
    std::optional<std::size_t> ended_early() const;
    bool receive();
    bool take_from(std::size_t unit);
    void write_lanes();

    bool give_up(Failure why, std::int64_t detail) {
        board_.fail(why, detail);
        return false;
    }

    Board& board_;
    const std::size_t units_;
    const std::size_t n_;
    Pages data_;
    Pages reports_;
    ChildReport* report_ = nullptr;
    Descriptor begin_read_;
    Descriptor begin_write_;
    std::array<ChildProcess, most_units> children_;
    std::array<std::span<std::byte>, most_units> missing_; ///< what is still to come of each unit
    std::array<trace::Nanoseconds, most_units> received_ns_{};
};

void Family::run() {
    if (start() && wait_until_ready() && receive()) write_lanes();
}

bool Family::start() {
    if (!data_.data() || !reports_.data())
        return give_up(Failure::out_of_memory, static_cast<std::int64_t>(bytes_needed(board_.plan)));
    report_ = new (reports_.data()) ChildReport[units_];
    if (!make_pipe(begin_read_, begin_write_)) return give_up(Failure::process_did_not_start, errno);
    auto* const values = static_cast<double*>(data_.data());
    std::array<std::optional<KeptFromChildren>, most_units> kept;
    for (std::size_t unit = 0; unit < units_; ++unit) {
        missing_[unit] = std::as_writable_bytes(board_.values(static_cast<int>(unit)));
        kept[unit].emplace(missing_[unit]);
    }
    for (std::size_t unit = 0; unit < units_; ++unit) {
        if (board_.stop) return false;
        const std::uint64_t seed = unit_seed(board_.plan.seed, static_cast<int>(unit));
        const int error =
            children_[unit].start({values + unit * n_, n_}, seed, report_[unit], begin_read_, begin_write_);
        if (error != 0) return give_up(Failure::process_did_not_start, error);
    }
    return true;
}

bool Family::wait_until_ready() {
    const trace::Nanoseconds patience = patience_until_ready(static_cast<std::int64_t>(units_ * n_));
    const trace::Nanoseconds start = now_ns();
    while (!std::all_of(report_, report_ + units_, [](const ChildReport& r) { return r.ready.load(); })) {
        const trace::Nanoseconds waited = now_ns() - start;
        if (board_.stop) return false;
        if (waited > patience) return give_up(Failure::process_not_ready, waited / 1'000'000);
        if (const auto unit = ended_early()) return give_up(Failure::process_died, static_cast<std::int64_t>(*unit));
    }
    return true;
}

/// Looks for a millisecond whether the pipe of a child hangs up: none writes or ends before the line is opened.
std::optional<std::size_t> Family::ended_early() const {
    std::array<pollfd, most_units> pipes{};
    for (std::size_t unit = 0; unit < units_; ++unit) pipes[unit] = {children_[unit].output().number(), 0, 0};
    if (::poll(pipes.data(), static_cast<nfds_t>(units_), 1) <= 0) return std::nullopt;
    for (std::size_t unit = 0; unit < units_; ++unit)
        if (pipes[unit].revents != 0) return unit;
    return std::nullopt;
}

/// Opens the line and reads all pipes until each has given its array.
bool Family::receive() {
    constexpr int look_up_ms = 20; // for stop, and to tell how far the children are
    begin_write_.close();
    std::size_t open = units_;
    while (open > 0) {
        std::array<pollfd, most_units> pipes{};
        for (std::size_t unit = 0; unit < units_; ++unit)
            pipes[unit] = {missing_[unit].empty() ? -1 : children_[unit].output().number(), POLLIN, 0};
        const int ready = ::poll(pipes.data(), static_cast<nfds_t>(units_), look_up_ms);
        if (board_.stop) return false;
        for (std::size_t unit = 0; unit < units_; ++unit) {
            board_.unit_done[unit] = report_[unit].done.load(std::memory_order_relaxed);
            if (ready <= 0 || pipes[unit].revents == 0) continue;
            if (!take_from(unit)) return give_up(Failure::process_failed, static_cast<std::int64_t>(unit));
            if (missing_[unit].empty()) --open;
        }
    }
    for (std::size_t unit = 0; unit < units_; ++unit)
        if (!children_[unit].wait()) return give_up(Failure::process_failed, static_cast<std::int64_t>(unit));
    return true;
}

/// One read of what is there. False when the pipe ended early.
bool Family::take_from(std::size_t unit) {
    std::span<std::byte>& missing = missing_[unit];
    const ssize_t count = ::read(children_[unit].output().number(), missing.data(), missing.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    missing = missing.subspan(static_cast<std::size_t>(count));
    if (missing.empty()) received_ns_[unit] = now_ns();
    return count > 0;
}

void Family::write_lanes() {
    for (std::size_t unit = 0; unit < units_; ++unit) {
        LaneRecord& record = board_.lanes[unit];
        const ChildReport& report = report_[unit];
        const auto detail = static_cast<std::uint32_t>(unit);
        record.enter(trace::State::generate, detail, report.generate_ns);
        record.enter(trace::State::sort, detail, report.sort_ns);
        record.enter(trace::State::send, detail, report.send_ns);
        record.close(received_ns_[unit]);
    }
}

std::unique_ptr<Step> not_here(Board& board) {
    board.fail(Failure::nothing_can_run, 0);
    return std::make_unique<EndedStep>();
}

} // namespace

std::shared_ptr<Children> make_children() {
    return nullptr;
}

std::unique_ptr<Step> prepare_children(BoardPtr) {
    return std::make_unique<EndedStep>();
}

std::unique_ptr<Step> run_on_children(BoardPtr board, Way) {
    board->clear_repetition();
    // What the children send replaces every value; until then nothing there may pass for their result.
    return on_crew(std::move(board), 1, [](Board& shared, int) {
        for (int unit = 0; unit < shared.plan.units; ++unit) spoil(shared.values(unit));
        Family(shared).run();
    });
}

std::unique_ptr<Step> verify_from_children(BoardPtr board) {
    return verify_on_threads(std::move(board));
}

std::unique_ptr<Step> calibrate_children(BoardPtr board) {
    return not_here(*board);
}

std::unique_ptr<Step> warm_up_child(BoardPtr board) {
    return not_here(*board);
}

} // namespace measure

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>

#include "measure/clock.hpp"
#include "measure/crew_step.hpp"
#include "measure/gil.hpp"
#include "measure/start_line.hpp"
#include "measure/thread_steps.hpp"
#include "measure/unit_work.hpp"

namespace measure {
namespace {

UnitProgress progress_of(Board& board, int unit) {
    return {board.unit_done[static_cast<std::size_t>(unit)], board.stop, static_cast<std::size_t>(board.plan.n)};
}

/// Where a unit is done and what it tells: the timed one in the board's, the rehearsal in its own.
struct Place {
    std::span<double> values;
    LaneRecord& record;
    UnitProgress progress;
};

void do_unit_on(Board& board, int unit, Place at) {
    LaneRecord& record = at.record;
    const auto enter = [&](trace::State state) { record.enter(state, static_cast<std::uint32_t>(unit), now_ns()); };
    do_unit(at.values, unit_seed(board.plan.seed, unit), at.progress, enter, [] {}, [] {});
    record.close(now_ns());
}

/// Marks go to the lane of the thread that they happen to. Counted apart: a lane has room for only so many marks.
class MarkWriter : public GilWatcher {
public:
    explicit MarkWriter(Board& board) : board_(board) {}
    void requested(int waiter) override {
        ++board_.switch_requests;
        board_.lane(waiter).mark(trace::Event::switch_request, static_cast<std::uint32_t>(waiter), now_ns());
    }
    void handed_off(int from, int to) override {
        ++board_.hand_offs;
        board_.lane(to).mark(trace::Event::hand_off, static_cast<std::uint32_t>(from), now_ns());
    }

private:
    Board& board_;
};

void do_unit_under(Gil& gil, Board& board, int unit, Place at) {
    LaneRecord& record = at.record;
    const auto detail = static_cast<std::uint32_t>(unit);
    trace::State state = trace::State::generate;
    const auto let_go = [&] {
        record.enter(trace::State::wait_lock, detail, now_ns());
        gil.check(unit);
        record.enter(state, detail, now_ns());
    };
    const auto check = [&] {
        if (gil.drop_requested()) [[unlikely]]
            let_go();
    };
    const auto enter = [&](trace::State next) { record.enter(state = next, detail, now_ns()); };

    record.enter(trace::State::wait_lock, detail, now_ns());
    gil.take(unit);
    do_unit(at.values, unit_seed(board.plan.seed, unit), at.progress, enter, check, [&] {
        if (board.plan.sort_checks) check();
    });
    record.close(now_ns());
    gil.leave();
}

struct Lanes {
    Lanes(Board& board, int count) : line(count), marks(board), gil(board.plan.interval_ns, &marks) {}
    StartLine line;
    MarkWriter marks;
    Gil gil;
};

/// Untimed, on a part of the values: a browser compiles code well only once it has run for a while, and the first way
/// must not be the one that pays for it.
void rehearse(Board& board, Way way, int unit) {
    constexpr std::size_t enough = 100'000;
    std::atomic<float> done = 0;
    LaneRecord& record = board.rehearsals[static_cast<std::size_t>(unit)];
    record.clear();
    const std::span<double> all = board.values(unit);
    const std::span<double> part = all.first(std::min(enough, all.size()));
    const Place place{part, record, UnitProgress(done, board.stop, part.size())};
    if (way != Way::gil) return do_unit_on(board, unit, place);
    Gil alone(board.plan.interval_ns);
    do_unit_under(alone, board, unit, place);
}

} // namespace

std::unique_ptr<Step> run_on_threads(BoardPtr board, Way way) {
    const int units = board->plan.units;
    const int members = way == Way::sequence ? 1 : units;
    board->clear_repetition();
    const auto lanes = std::make_shared<Lanes>(*board, members);

    return on_crew(board, members, [way, units, members, lanes](Board& shared, int member) {
        rehearse(shared, way, member);
        for (int unit = member; unit < units; unit += members) spoil(shared.values(unit));
        const auto place = [&](int unit, LaneRecord& record) {
            return Place{shared.values(unit), record, progress_of(shared, unit)};
        };
        lanes->line.wait();
        switch (way) {
        case Way::sequence:
            for (int unit = 0; unit < units; ++unit) do_unit_on(shared, unit, place(unit, shared.lane(0)));
            break;
        case Way::gil:
            do_unit_under(lanes->gil, shared, member, place(member, shared.lane(member)));
            break;
        default:
            do_unit_on(shared, member, place(member, shared.lane(member)));
        }
    });
}

} // namespace measure

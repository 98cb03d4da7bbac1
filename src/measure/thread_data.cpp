#include <algorithm>
#include <memory>
#include <new>

#include "measure/clock.hpp"
#include "measure/crew_step.hpp"
#include "measure/thread_steps.hpp"
#include "measure/unit_work.hpp"

namespace measure {
namespace {

/// A lane that changes its state every 0.1 ms fills this in 3 s; 3.8 MB a lane with the marks.
constexpr std::size_t spans_per_lane = 65'536;

/// In parts of a few milliseconds, until the board says stop.
template <class Read>
void for_each_part(Board& board, int unit, Read&& read) {
    constexpr std::size_t stretch = 1 << 20;
    for (std::span<const double> rest = board.values(unit); !rest.empty() && !board.stop;) {
        const std::size_t count = std::min(stretch, rest.size());
        read(rest.first(count));
        rest = rest.subspan(count);
    }
}

/// Generating touches every page, so that no timed region pays for first touches.
void prepare(Board& board, int unit) {
    board.lane(unit).reserve(spans_per_lane);
    board.rehearsals[static_cast<std::size_t>(unit)].reserve(64);
    Board::Unit& own = board.units[static_cast<std::size_t>(unit)];
    if (!own.values) own.values.reset(new double[static_cast<std::size_t>(board.plan.n)]);
    const auto go_on = [&](std::size_t) { return !board.stop; };
    if (!generate(board.values(unit), unit_seed(board.plan.seed, unit), [] {}, go_on)) return;
    own.input = Checksum{};
    for_each_part(board, unit, [&](std::span<const double> part) { own.input.add(part); });
}

void verify(Board& board, int unit) {
    OutputCheck check;
    for_each_part(board, unit, [&](std::span<const double> part) { check.read(part); });
    if (!board.stop && !check.passes(board.units[static_cast<std::size_t>(unit)].input))
        board.fail(Failure::wrong_result, unit);
}

void warm_up(Board& board) {
    const std::span<double> values = board.values(0);
    const auto n = static_cast<double>(board.plan.n);
    const auto take = [&](double progress) {
        const int taken = board.pictures_taken;
        if (taken == picture_count) return;
        board.pictures[static_cast<std::size_t>(taken)] = take_picture(values, progress);
        board.pictures_taken = taken + 1;
    };
    board.pictures_taken = 0;
    double sorted = 0;
    UnitProgress progress(board.unit_done[0], board.stop, static_cast<std::size_t>(board.plan.n));

    const trace::Nanoseconds start = now_ns();
    if (!generate(values, unit_seed(board.plan.seed, 0), [] {}, [&](std::size_t m) { return progress.generated(m); }))
        return;
    take(0);
    const bool ended = quick_sort(values, [&](std::size_t work) {
        sorted += static_cast<double>(work);
        const double part = sorted / sort_work(static_cast<std::size_t>(n));
        if (part < 1 && part >= static_cast<double>(board.pictures_taken) / (picture_count - 1)) take(part);
        return progress.sorted(work);
    });
    if (!ended) return;
    board.unit_seconds = static_cast<double>(now_ns() - start) * 1e-9;
    take(1);
}

} // namespace

std::unique_ptr<Step> prepare_threads(BoardPtr board) {
    const int units = board->plan.units;
    return on_crew(std::move(board), units, prepare);
}

std::unique_ptr<Step> warm_up_thread(BoardPtr board) {
    return on_crew(std::move(board), 1, [](Board& shared, int) { warm_up(shared); });
}

std::unique_ptr<Step> verify_on_threads(BoardPtr board) {
    const int units = board->plan.units;
    return on_crew(std::move(board), units, verify);
}

} // namespace measure

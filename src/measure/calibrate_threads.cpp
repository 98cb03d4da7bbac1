#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <numeric>
#include <thread>

#include "measure/clock.hpp"
#include "measure/clock_offset.hpp"
#include "measure/crew.hpp"
#include "measure/crew_step.hpp"
#include "measure/spin.hpp"
#include "measure/start_line.hpp"
#include "measure/thread_calibration.hpp"

namespace measure {
namespace {

constexpr std::size_t slices = 5;

/// Rounds of work until `end_ns`, some at least: a thread that got no core until then has still done something.
double work_until(trace::Nanoseconds end_ns, const std::atomic<bool>& stop, std::uint64_t& sink) {
    constexpr int rounds = 5'000; // some 10 µs
    double done = 0;
    do {
        sink = spin(sink, rounds);
        done += rounds;
    } while (now_ns() < end_ns && !stop.load(std::memory_order_relaxed));
    return done;
}

struct Calibration {
    explicit Calibration(int members) : line(members) {}
    StartLine line;
    std::array<double, Crew::most_members> together{};
    double alone = 0; ///< in the best slice
    std::atomic<std::uint64_t> sink = 0;
};

/// One thread alone, its best slice: what a whole core does. Then all together, without a pause, for longer than the
/// 100 ms over which a container's share of processor time is counted: what the machine really gives. From the moment
/// that the line opens, so that a thread that got no core at first counts for less.
void calibrate(CrewBoard& board, Calibration& shared, int member, int members) {
    std::uint64_t sink = static_cast<std::uint64_t>(member);
    trace::Nanoseconds open_ns = shared.line.wait();
    for (std::size_t slice = 1; member == 0 && slice <= slices; ++slice) {
        const auto end_ns = open_ns + static_cast<trace::Nanoseconds>(slice) * calibration_slice_ns;
        shared.alone = std::max(shared.alone, work_until(end_ns, board.stop, sink));
    }
    open_ns = shared.line.wait();
    const auto end_ns = open_ns + static_cast<trace::Nanoseconds>(slices) * calibration_slice_ns;
    shared.together[static_cast<std::size_t>(member)] = work_until(end_ns, board.stop, sink);
    shared.sink ^= sink;
    shared.line.wait();
    if (member != 0) return;

    const double sum = std::reduce(shared.together.begin(), shared.together.end());
    const double whole_core = std::max(shared.alone, 1.0) * static_cast<double>(slices);
    board.machine.effective_cores = std::min(sum / whole_core, static_cast<double>(members));
    board.machine.calibrated_with = members;
}

/// One ball between two threads: `turn` says whose it is.
struct PingPong {
    enum Turn { lane, reference, over };
    std::atomic<int> turn = lane;
    trace::Nanoseconds reference_ns = 0;

    int wait_while(int whose) const {
        int now;
        for (int spins = 0; (now = turn.load(std::memory_order_acquire)) == whose; ++spins)
            if (spins > 2'000) std::this_thread::yield();
        return now;
    }

    void answer() {
        while (wait_while(lane) != over) {
            reference_ns = now_ns();
            turn.store(lane, std::memory_order_release);
        }
    }

    ClockOffset ask(const std::atomic<bool>& stop) {
        constexpr int rounds = 200;
        constexpr trace::Nanoseconds patience = 20'000'000;
        ClockOffset offset;
        const trace::Nanoseconds start = now_ns();
        for (int round = 0; round < rounds && !stop; ++round) {
            const trace::Nanoseconds before = now_ns();
            if (round > 0 && before - start > patience) break;
            turn.store(reference, std::memory_order_release);
            wait_while(reference);
            offset.add_round(before, reference_ns, now_ns());
        }
        turn.store(over, std::memory_order_release);
        return offset;
    }
};

struct Clocks {
    explicit Clocks(int members) : line(members) {}
    StartLine line;
    std::array<PingPong, Crew::most_members> pairs;
    std::array<trace::Nanoseconds, Crew::most_members> uncertainty_ns{};
};

/// Member 0 is the reference; one pair plays at a time. Where all have one clock a pair would find only how long the
/// system kept it waiting.
void compare(CrewBoard& board, Clocks& shared, int member, int members) {
    if (member == 0) board.machine.clock_step_ns = clock_step_ns();
    shared.line.wait();
    const auto step_ns = static_cast<trace::Nanoseconds>(board.machine.clock_step_ns);
    for (int other = 1; other < members && !board.abilities.one_clock; ++other) {
        const auto index = static_cast<std::size_t>(other);
        if (member == 0) shared.pairs[index].answer();
        if (member == other) {
            const ClockOffset offset = shared.pairs[index].ask(board.stop);
            board.corrections[index] = offset.correction_ns(step_ns);
            shared.uncertainty_ns[index] = offset.uncertainty_ns(step_ns);
        }
        shared.line.wait();
    }
    if (member != 0) return;
    double& uncertainty = board.machine.clock_uncertainty_ns; // the children's, where they were compared before
    uncertainty = std::max(
        {uncertainty, board.machine.clock_step_ns, static_cast<double>(std::ranges::max(shared.uncertainty_ns))});
}

} // namespace

std::unique_ptr<Step> calibrate_threads(std::shared_ptr<CrewBoard> board) {
    const int wanted = std::max(board->lane_count, board->abilities.hardware_threads);
    const int members = std::clamp(wanted, 1, Crew::most_members);
    const auto shared = std::make_shared<Calibration>(members);
    return on_crew(board, members,
                   [shared, members](CrewBoard& b, int member) { calibrate(b, *shared, member, members); });
}

std::unique_ptr<Step> compare_clocks(std::shared_ptr<CrewBoard> board) {
    const int members = board->lane_count;
    const auto shared = std::make_shared<Clocks>(members);
    return on_crew(board, members,
                   [shared, members](CrewBoard& b, int member) { compare(b, *shared, member, members); });
}

} // namespace measure

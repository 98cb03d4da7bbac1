#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include "measure/child_steps.hpp"
#include "measure/clock.hpp"
#include "measure/thread_calibration.hpp"
#include "measure/thread_steps.hpp"
#include "measure/unit_work.hpp"

using namespace measure;

namespace {

SortPlan small_plan(int units) {
    SortPlan plan;
    plan.n = 20'000;
    plan.units = units;
    plan.interval_ns = 200'000;
    return plan;
}

void finish(Step& step) {
    while (!step.poll()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void finish(std::unique_ptr<Step> step) {
    finish(*step);
}

BoardPtr prepared_board(const SortPlan& plan) {
    const auto board = std::make_shared<Board>(plan, abilities());
    finish(prepare_threads(board));
    if (board->abilities.processes) finish(prepare_children(board));
    REQUIRE(board->failure() == Failure::none);
    return board;
}

std::unique_ptr<Step> run_way(const BoardPtr& board, Way way) {
    return way == Way::processes ? run_on_children(board, way) : run_on_threads(board, way);
}

std::unique_ptr<Step> verify_way(const BoardPtr& board, Way way) {
    return way == Way::processes ? verify_from_children(board) : verify_on_threads(board);
}

/// Those of the four that run here, beside threads.
std::vector<Way> ways_here() {
    std::vector<Way> ways;
    for (int i = 0; i < way_count; ++i)
        if (abilities().threads && can_run(static_cast<Way>(i), abilities())) ways.push_back(static_cast<Way>(i));
    return ways;
}

trace::Nanoseconds time_in(const trace::Lane& lane, trace::State state) {
    trace::Nanoseconds sum = 0;
    for (const trace::Span& span : lane.spans)
        if (span.state == state) sum += span.length_ns();
    return sum;
}

} // namespace

TEST_CASE("every way writes a faultless trace and the right numbers") {
    for (const Way way : ways_here()) {
        for (const int units : {1, 2, 5}) {
            CAPTURE(std::string(name_of(way)));
            CAPTURE(units);
            const BoardPtr board = prepared_board(small_plan(units));
            finish(run_way(board, way));
            REQUIRE(board->failure() == Failure::none);
            const Repetition repetition = make_repetition(*board, way);
            finish(verify_way(board, way));
            CHECK(board->failure() == Failure::none);

            CHECK(trace::find_fault(repetition.trace) == "");
            CHECK(repetition.wall_ns == repetition.trace.end_ns());
            CHECK(repetition.folded_spans == 0);
            REQUIRE(repetition.trace.lanes.size() == static_cast<std::size_t>(way == Way::sequence ? 1 : units));
            trace::Nanoseconds first = repetition.wall_ns;
            for (const trace::Lane& lane : repetition.trace.lanes) {
                CHECK(lane.group == name_of(way));
                REQUIRE_FALSE(lane.spans.empty());
                first = std::min(first, lane.spans.front().start_ns);
                CHECK(time_in(lane, trace::State::generate) > 0);
                CHECK(time_in(lane, trace::State::sort) > 0);
                CHECK((time_in(lane, trace::State::send) > 0) == (way == Way::processes));
                CHECK((way == Way::gil || time_in(lane, trace::State::wait_lock) == 0));
            }
            CHECK(first == 0);
            for (int unit = 0; unit < units; ++unit) CHECK(board->unit_done[static_cast<std::size_t>(unit)] > 0.9f);
        }
    }
}

TEST_CASE("an output that was tampered with does not pass, whichever way it came") {
    for (const Way way : ways_here()) {
        CAPTURE(std::string(name_of(way)));
        const BoardPtr board = prepared_board(small_plan(2));
        finish(run_way(board, way));
        const std::span<double> values = board->values(1);
        if (values.data() == nullptr) continue; // the children's data is elsewhere in a page: see tests/web
        std::swap(values[7], values[8]);
        finish(verify_way(board, way));
        CHECK(board->failure() == Failure::wrong_result);
        CHECK(board->failure_detail() == 1);
    }
}

TEST_CASE("what an earlier way left does not pass for the result of one that did nothing") {
    if (!abilities().threads) return;
    const BoardPtr board = prepared_board(small_plan(1));
    finish(run_on_threads(board, Way::sequence));
    spoil(board->values(0));
    finish(verify_on_threads(board));
    CHECK(board->failure() == Failure::wrong_result);
}

TEST_CASE("under the lock one thread at a time works") {
    if (!abilities().threads) return;
    SortPlan plan = small_plan(3);
    plan.n = 300'000;
    plan.sort_checks = true;
    const BoardPtr board = prepared_board(plan);
    finish(compare_clocks(board));
    finish(run_on_threads(board, Way::gil));
    const Repetition repetition = make_repetition(*board, Way::gil);

    std::vector<trace::Span> working;
    for (const trace::Lane& lane : repetition.trace.lanes)
        for (const trace::Span& span : lane.spans)
            if (span.state != trace::State::wait_lock) working.push_back(span);
    std::ranges::sort(working, {}, &trace::Span::start_ns);
    const auto slack = 2 * static_cast<trace::Nanoseconds>(board->machine.clock_uncertainty_ns);
    for (std::size_t i = 1; i < working.size(); ++i) CHECK(working[i].start_ns >= working[i - 1].end_ns - slack);

    CHECK(repetition.hand_offs >= 2); // two threads began by waiting
    CHECK(repetition.hand_offs ==
          std::ranges::count(repetition.trace.marks, trace::Event::hand_off, &trace::Mark::event));
    CHECK(repetition.switch_requests ==
          std::ranges::count(repetition.trace.marks, trace::Event::switch_request, &trace::Mark::event));
}

/// The working spans of a run of three units under the lock with a short interval: by lane, sorts only or all.
struct UnderTheLock {
    explicit UnderTheLock(bool sort_checks) {
        SortPlan plan = small_plan(3);
        plan.n = 300'000; // some 20 ms of sorting, a hundred intervals
        plan.interval_ns = 200'000;
        plan.sort_checks = sort_checks;
        const BoardPtr board = prepared_board(plan);
        finish(compare_clocks(board));
        finish(run_on_threads(board, Way::gil));
        repetition = make_repetition(*board, Way::gil);
        slack_ns = 2 * static_cast<trace::Nanoseconds>(board->machine.clock_uncertainty_ns);
    }

    static std::ptrdiff_t sorts_of(const trace::Lane& lane) {
        return std::ranges::count(lane.spans, trace::State::sort, &trace::Span::state);
    }

    Repetition repetition;
    trace::Nanoseconds slack_ns = 0;
};

TEST_CASE("a sort that never looks keeps the lock to its end: one span a lane, and nobody works inside it") {
    if (!abilities().threads) return;
    const UnderTheLock run(false);
    for (const trace::Lane& lane : run.repetition.trace.lanes) {
        REQUIRE(UnderTheLock::sorts_of(lane) == 1);
        const trace::Span sort = *std::ranges::find(lane.spans, trace::State::sort, &trace::Span::state);
        for (const trace::Lane& other : run.repetition.trace.lanes)
            for (const trace::Span& span : other.spans) {
                if (&other == &lane || span.state == trace::State::wait_lock) continue;
                CHECK((span.end_ns <= sort.start_ns + run.slack_ns || span.start_ns >= sort.end_ns - run.slack_ns));
            }
    }
}

TEST_CASE("a sort that looks is taken turns with") {
    if (!abilities().threads) return;
    constexpr int most_tries = 20; // a machine may be so busy that nobody comes to ask while one sorts
    bool shared = false;
    for (int tried = 0; tried < most_tries && !shared; ++tried) {
        const UnderTheLock run(true);
        shared = std::ranges::any_of(run.repetition.trace.lanes,
                                     [](const trace::Lane& lane) { return UnderTheLock::sorts_of(lane) >= 2; });
    }
    CHECK(shared);
}

TEST_CASE("stamps of lanes are corrected to one clock, and the first one is the origin") {
    const auto board = std::make_shared<Board>(small_plan(2), Abilities{});
    board->lanes[0].reserve(4);
    board->lanes[1].reserve(4);
    board->lanes[0].enter(trace::State::generate, 0, 1'000);
    board->lanes[0].close(1'500);
    board->lanes[1].enter(trace::State::generate, 1, 200);
    board->lanes[1].mark(trace::Event::hand_off, 0, 250);
    board->lanes[1].close(900);
    board->corrections[1] = 850;
    const Repetition repetition = make_repetition(*board, Way::threads);
    CHECK(repetition.trace.lanes[0].spans[0] == trace::Span{0, 500, 0, trace::State::generate});
    CHECK(repetition.trace.lanes[1].spans[0] == trace::Span{50, 750, 1, trace::State::generate});
    CHECK(repetition.trace.marks[0] == trace::Mark{100, 0, 1, trace::Event::hand_off});
    CHECK(repetition.wall_ns == 750);

    // The corrections are of threads: processes have their stamps by the one clock of the system, or corrected.
    const Repetition processes = make_repetition(*board, Way::processes);
    CHECK(processes.trace.lanes[0].spans[0] == trace::Span{800, 1'300, 0, trace::State::generate});
    CHECK(processes.trace.lanes[1].spans[0] == trace::Span{0, 700, 1, trace::State::generate});
}

TEST_CASE("calibration, clocks and warm-up tell what they found") {
    if (!abilities().threads) return;
    const BoardPtr board = prepared_board(small_plan(3));
    const trace::Nanoseconds of_other_tests = std::exchange(calibration_slice_ns, whole_slice_ns);
    finish(calibrate_threads(board));
    calibration_slice_ns = of_other_tests;
    finish(compare_clocks(board));
    CHECK(board->machine.calibrated_with >= 3);
    CHECK(board->machine.effective_cores > 0);
    CHECK(board->machine.effective_cores <= board->machine.calibrated_with);
    CHECK(board->machine.clock_step_ns > 0);
    CHECK(board->machine.clock_uncertainty_ns >= board->machine.clock_step_ns);
    if (board->abilities.one_clock) CHECK(board->machine.clock_uncertainty_ns == board->machine.clock_step_ns);

    finish(warm_up_thread(board));
    CHECK(board->unit_seconds > 0);
    REQUIRE(board->pictures_taken >= 3);
    const auto first = board->pictures.begin();
    const auto last = first + board->pictures_taken - 1;
    CHECK(first->progress == 0);
    CHECK_FALSE(std::ranges::is_sorted(first->values));
    CHECK(last->progress == 1);
    CHECK(std::ranges::is_sorted(last->values));
    CHECK(std::is_sorted(first, last + 1, [](const auto& a, const auto& b) { return a.progress < b.progress; }));
    for (auto picture = first; picture <= last; ++picture) CHECK(picture->values.size() == picture_width);
}

TEST_CASE("clocks that are compared although they are one need no correction") {
    if (!abilities().one_clock) return;
    Abilities as_in_a_page = abilities();
    as_in_a_page.one_clock = false;
    const auto board = std::make_shared<Board>(small_plan(3), as_in_a_page);
    finish(compare_clocks(board));
    CHECK(board->machine.clock_uncertainty_ns > board->machine.clock_step_ns); // a round takes some time
    CHECK(board->corrections[1] == 0);
    CHECK(board->corrections[2] == 0);
}

TEST_CASE("a run that is told to stop lets go of threads and children, its work unfinished") {
    for (const Way way : ways_here()) {
        CAPTURE(std::string(name_of(way)));
        SortPlan plan = small_plan(2);
        plan.n = 4'000'000; // a second or so, were it not stopped
        const BoardPtr board = prepared_board(plan);
        const std::unique_ptr<Step> step = run_way(board, way);
        while (board->unit_done[0] == 0 && !step->poll()) std::this_thread::yield();
        board->stop = true;
        step->stop();
        finish(*step);
        CHECK(board->failure() == Failure::none);
        const std::span<double> values = board->values(0);
        if (way != Way::processes && values.data() != nullptr) CHECK_FALSE(std::ranges::is_sorted(values));
    }
}

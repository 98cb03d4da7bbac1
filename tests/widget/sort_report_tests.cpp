#include "widget/sort_report.hpp"

#include <doctest/doctest.h>

#include "widget/shown_cores.hpp"

namespace {

widget::WayReport way(double median_s, double speedup) {
    widget::WayReport report;
    report.repetitions = 3;
    report.median_s = median_s;
    report.min_s = median_s * 0.9;
    report.max_s = median_s * 1.1;
    report.speedup = speedup;
    return report;
}

/// Repetitions as a clock of this step stamps them: in whole steps.
std::vector<measure::Repetition> stamped(double step_ns, std::initializer_list<int> steps) {
    std::vector<measure::Repetition> repetitions;
    for (const int count : steps) {
        measure::Repetition& repetition = repetitions.emplace_back();
        repetition.wall_ns = static_cast<trace::Nanoseconds>(step_ns * count);
        repetition.verified = true;
    }
    return repetitions;
}

/// A page without threads: one process, then two, by a coarse clock.
widget::SortReport by_workers(double step_ns, std::initializer_list<int> sequence, std::initializer_list<int> processes,
                              double uncertainty_ns = 0) {
    widget::SortReport report;
    report.clock_step_ns = step_ns;
    report.clock_uncertainty_ns = uncertainty_ns;
    summarise(report.of(measure::Way::sequence), stamped(step_ns, sequence));
    summarise(report.of(measure::Way::processes), stamped(step_ns, processes));
    report.of(measure::Way::processes).predicted = "half";
    compare(report);
    return report;
}

/// The value of a fact, "" without it.
std::string fact(const widget::SortReport& report, std::string_view id) {
    lab::Description description;
    widget::describe(report, description);
    const lab::Fact* found = lab::find_fact(description, id);
    return found == nullptr ? "" : found->value;
}

constexpr double millisecond = 1e6;

} // namespace

TEST_SUITE("widget/sort_report") {
    using widget::Verdict;

    TEST_CASE("a verdict tells an even share, the same and more time apart, with room for noise") {
        CHECK(way(1, 2).verdict(2) == Verdict::half);
        CHECK(way(1, 1.4).verdict(2) == Verdict::half);
        CHECK(way(1, 1.3).verdict(2) == Verdict::same);
        CHECK(way(1, 1.1).verdict(8) == Verdict::same);
        CHECK(way(1, 1.67).verdict(8) == Verdict::half); // "less", as the reader of eight units was asked
        CHECK(way(1, 0.9).verdict(2) == Verdict::same);
        CHECK(way(1, 0.8).verdict(2) == Verdict::more);
        for (const double speedup : {0.99, 1.0, 1.01}) CHECK(way(1, speedup).verdict(1) == Verdict::same);
    }

    TEST_CASE("there is no verdict without a result, and none on a result that failed its check") {
        CHECK_FALSE(widget::WayReport{}.verdict(2));
        widget::WayReport failed = way(1, 2);
        failed.verified = false;
        CHECK_FALSE(failed.verdict(2));
        CHECK_FALSE(failed.measured());
    }

    TEST_CASE("the median of an even number of times lies between the middle two") {
        std::vector<double> even{4, 1, 3, 2};
        CHECK(widget::median_of(even) == 2.5);
        std::vector<double> odd{9, 1, 5};
        CHECK(widget::median_of(odd) == 5);
        std::vector<double> none;
        CHECK(widget::median_of(none) == 0);
    }

    TEST_CASE("the spread is the range in percent of the median") {
        CHECK(way(2, 1).spread_percent() == doctest::Approx(20));
    }

    TEST_CASE("one repetition has no spread to be sure of") {
        widget::WayReport once = way(2, 1);
        CHECK(widget::words_for_spread(once).en == "20.0 %");
        once.repetitions = 1;
        CHECK(widget::words_for_spread(once).en == "–");
    }

    TEST_CASE("one repetition gives no fact of a spread, and two give one") {
        widget::SortReport report;
        report.of(measure::Way::sequence) = way(2, 1);
        report.of(measure::Way::threads) = way(1, 2);
        report.of(measure::Way::sequence).repetitions = 1;
        report.of(measure::Way::threads).repetitions = 2;
        lab::Description description;
        widget::describe(report, description);
        CHECK(lab::find_fact(description, "way.sequence.spread") == nullptr);
        CHECK(lab::find_fact(description, "way.threads.spread") != nullptr);
    }

    TEST_CASE("a time of no step or of one is below what the clock can tell: it is no figure, and nothing follows") {
        for (const int steps : {0, 1}) {
            CAPTURE(steps);
            const widget::SortReport report = by_workers(millisecond, {steps, steps, steps}, {2, 1, 2});
            for (const char* absent :
                 {"way.sequence.wall_s", "way.sequence.speedup", "way.sequence.spread", "way.processes.speedup",
                  "way.processes.efficiency", "way.processes.spread", "way.processes.prediction"}) {
                CAPTURE(absent);
                CHECK(fact(report, absent).empty());
            }
            CHECK(fact(report, "way.sequence.too_short") == "true");
            const widget::WayReport& sequence = report.of(measure::Way::sequence);
            CHECK(widget::words_for_figure(sequence).en == "< 2.0 ms");
            CHECK(widget::words_for_time(sequence).en == "shorter than the clock can tell (< 2.0 ms)");
            CHECK(widget::words_for_time(sequence).ko == "시계로 잴 수 없을 만큼 짧음(< 2.0 ms)");
            CHECK(widget::words_for_spread(sequence).en == "–");
        }
    }

    TEST_CASE("a time of a few steps is shown, as too short to compare") {
        const widget::SortReport report = by_workers(millisecond, {10, 11, 12}, {7, 8, 19});
        CHECK(fact(report, "way.sequence.wall_s") == "0.011");
        CHECK(fact(report, "way.processes.wall_s") == "0.008");
        CHECK(fact(report, "way.processes.too_short") == "true");
        for (const char* absent : {"way.sequence.spread", "way.processes.speedup", "way.processes.efficiency",
                                   "way.processes.spread", "way.processes.prediction"}) {
            CAPTURE(absent);
            CHECK(fact(report, absent).empty());
        }
        CHECK(widget::words_for_time(report.of(measure::Way::processes)).en == "8.0 ms · too short to compare");
        CHECK_FALSE(report.of(measure::Way::processes).verdict(2));
    }

    TEST_CASE("twenty steps of the clock are enough to compare") {
        const widget::SortReport report = by_workers(millisecond, {40, 41, 42}, {20, 21, 22});
        CHECK(report.of(measure::Way::processes).speedup == doctest::Approx(41.0 / 21));
        CHECK(fact(report, "way.processes.prediction") == "right");
        CHECK_FALSE(fact(report, "way.processes.spread").empty());
        CHECK(fact(report, "way.processes.too_short").empty());
    }

    TEST_CASE("one way that is too short is compared with nothing; the others are") {
        widget::SortReport report = by_workers(millisecond, {40, 41, 42}, {9, 9, 10});
        summarise(report.of(measure::Way::threads), stamped(millisecond, {30, 30, 30}));
        compare(report);
        CHECK(report.of(measure::Way::processes).speedup == 0);
        CHECK(report.of(measure::Way::threads).speedup > 1);
        CHECK(report.of(measure::Way::sequence).speedup == 1);
    }

    TEST_CASE("below a millisecond nothing is compared, however fine the clock") {
        const widget::SortReport report = by_workers(30, {9'000, 9'100, 9'200}, {3'000, 3'010, 3'020}); // 270 and 90 µs
        CHECK(fact(report, "way.processes.wall_s") == "9.03e-05");
        CHECK(fact(report, "way.processes.speedup").empty());
        CHECK(fact(report, "way.sequence.speedup").empty());
    }

    TEST_CASE("processes are compared only where their clocks agree well enough for it, the sequence has one clock") {
        const widget::SortReport apart = by_workers(100'000, {120, 121, 122}, {70, 71, 72}, 4 * millisecond);
        CHECK(fact(apart, "way.processes.wall_s") == "0.0071");
        CHECK(fact(apart, "way.processes.speedup").empty());
        CHECK(fact(apart, "way.sequence.speedup") == "1");
        const widget::SortReport close = by_workers(100'000, {120, 121, 122}, {70, 71, 72}, 3 * millisecond);
        CHECK_FALSE(fact(close, "way.processes.speedup").empty());
    }

    TEST_CASE("the table of results has dashes where times are too short") {
        lab::Description description;
        widget::describe(by_workers(millisecond, {0, 0, 1}, {7, 8, 19}), description);
        const auto& rows = description.tables.at(0).rows;
        REQUIRE(rows.size() == 2);
        CHECK(rows.at(0).at(1).en == "shorter than the clock can tell (< 2.0 ms)");
        CHECK(rows.at(1).at(1).en == "8.0 ms · too short to compare");
        for (const auto& row : rows)
            for (const std::size_t column : {2u, 3u, 4u}) CHECK(row.at(column).en == "–");
    }

    TEST_CASE("cores that were counted up to the end of the calibration are said to be at least as many") {
        CHECK(widget::shown_cores(7.95, 8).en == "at least 8");
        CHECK(widget::shown_cores(7.95, 8).ko == "8개 이상");
        CHECK(widget::shown_cores(6.5, 8).en == "6.50");
        CHECK(widget::shown_cores(6.5, 8).ko == "6.50개");
        CHECK(widget::shown_cores(4.0, 4).en == "4.00"); // the machine has no more than it was asked for
    }

    TEST_CASE("one thread and one process are said as one") {
        using measure::Way;
        CHECK(widget::words_for(Way::threads, 1).en == "1 thread");
        CHECK(widget::words_for(Way::gil, 1).en == "1 thread, one GIL");
        CHECK(widget::words_for(Way::processes, 1).en == "1 process");
        CHECK(widget::words_for(Way::processes, 2).en == "2 processes");
    }

    TEST_CASE("times are written in the unit that a reader expects") {
        CHECK(widget::words_for_seconds(11.29).en == "11.3 s");
        CHECK(widget::words_for_seconds(1.534).en == "1.53 s");
        CHECK(widget::words_for_seconds(0.512).en == "512 ms");
        CHECK(widget::words_for_seconds(0.0512).en == "51.2 ms");
        CHECK(widget::words_for_seconds(4.9e-6).en == "4.9 µs");
        CHECK(widget::words_for_seconds(3e-8).en == "30 ns");
    }

    TEST_CASE("a time that failed its check is in no fact and in no table") {
        widget::SortReport report;
        report.of(measure::Way::sequence) = way(3, 1);
        report.of(measure::Way::threads) = way(1.5, 2);
        report.of(measure::Way::threads).verified = false;
        lab::Description description;
        widget::describe(report, description);
        CHECK(lab::find_fact(description, "way.sequence.wall_s") != nullptr);
        CHECK(lab::find_fact(description, "way.threads.wall_s") == nullptr);
        CHECK(lab::find_fact(description, "verified")->value == "false");
        CHECK(description.tables.at(0).rows.size() == 1);
    }

    TEST_CASE("fewer cores than units are said beside the speed-up of the ways that run at once, and only there") {
        widget::SortReport report;
        for (const measure::Way each : measure::all_ways) report.of(each) = way(1, 1.5);
        report.effective_cores = 1.66;
        using measure::Way;
        CHECK(widget::words_for_cores(report, Way::threads).en == "1.66 cores given");
        CHECK(widget::words_for_cores(report, Way::threads).ko == "실제 코어 1.66개");
        CHECK(widget::words_for_cores(report, Way::processes).en == "1.66 cores given");
        CHECK(widget::words_for_cores(report, Way::sequence).empty());
        CHECK(widget::words_for_cores(report, Way::gil).empty());
        CHECK_FALSE(widget::remark_on_cores(report).empty());

        lab::Description description;
        widget::describe(report, description);
        const auto& rows = description.tables.at(0).rows;
        CHECK(rows.at(1).at(3).en == "×1.50 · 1.66 cores given");
        CHECK(rows.at(2).at(3).en == "×1.50");

        report.of(Way::threads) = {};
        CHECK(widget::words_for_cores(report, Way::threads).empty()); // there is no speed-up to say it beside
    }

    TEST_CASE("cores that are short by what a calibration may be wrong by are not remarked on") {
        widget::SortReport report;
        for (const measure::Way each : measure::all_ways) report.of(each) = way(1, 1.5);
        for (const double enough : {1.86, 2.0, 4.0, 0.0}) {
            report.effective_cores = enough;
            CHECK(widget::words_for_cores(report, measure::Way::threads).empty());
            CHECK(widget::remark_on_cores(report).empty());
        }
        report.effective_cores = 1.8;
        CHECK_FALSE(widget::words_for_cores(report, measure::Way::threads).empty());
        CHECK_FALSE(widget::remark_on_cores(report).empty());
    }
}

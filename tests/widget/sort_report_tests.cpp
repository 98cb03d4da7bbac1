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

#include <doctest/doctest.h>

#include <array>
#include <future>
#include <string>
#include <vector>

#include "oracle_file.hpp"
#include "sim/oracle/check.hpp"

using namespace sim;

namespace {

/// Whole tables where the simulator is fast, few rows in builds that look for other faults.
constexpr bool whole = INTERLEAVE_WHOLE_TABLES;

/// The three seeds that nobody picked, with these settings besides, beside one another where there are threads.
std::vector<oracle::Report> with_three_seeds(const std::string& name, std::array<oracle::Settings, 3> settings) {
    const std::string csv = oracle_file("queueing/" + name + ".csv");
    std::vector<std::future<oracle::Report>> runs;
    for (std::size_t i = 0; i < settings.size(); ++i) {
        settings[i].seed = i + 1;
        runs.push_back(std::async(whole ? std::launch::async : std::launch::deferred,
                                  [&csv, one = settings[i]] { return oracle::check(csv, one); }));
    }
    std::vector<oracle::Report> reports;
    for (std::future<oracle::Report>& run : runs) reports.push_back(run.get());
    return reports;
}

/// Every value within its tolerance, and fewer than 3 % outside of their own 99 % intervals, however well they agree.
void agree(const std::string& name, const std::vector<oracle::Report>& reports) {
    int rows = 0;
    int intervals = 0;
    int outside = 0;
    for (const oracle::Report& report : reports) {
        CHECK(report.kind == name);
        CHECK_MESSAGE(report.differ == static_cast<int>(report.undecided.size()), oracle::summary(report).en);
        rows += report.agree;
        intervals += report.intervals;
        outside += report.outside;
    }
    MESSAGE(name, ": ", rows, " rows agree; outside of their 99 % intervals: ", outside, " of ", intervals, " values");
    CHECK(rows > 9);
    CHECK(100 * outside < 3 * intervals);
}

void every_row_agrees(const std::string& name) {
    constexpr oracle::Settings each{.every = whole ? 1 : 40};
    const std::vector<oracle::Report> reports = with_three_seeds(name, {each, each, each});
    agree(name, reports);
    for (const oracle::Report& report : reports) {
        CHECK(report.differ == 0);
        CHECK(report.agree == (whole ? 160 : 4));
    }
}

} // namespace

TEST_CASE("exponential sections: throughput, response and wait are those of exact mean value analysis") {
    every_row_agrees("mva_exponential");
}

TEST_CASE("constant sections: those of the embedded Markov chain") {
    every_row_agrees("md1n_exact");
}

TEST_CASE("a hand-off that slows down with the crowd, and one that does not: the birth-death solution") {
    // Each row with one of the seeds. Those few that differ since the crowd forms and dissolves seldom are run again, 5
    // and if need be 25 times as long: then every row has agreed. `interleave oracle` runs all of them for as long as
    // it takes.
    constexpr int stride = whole ? 3 : 120;
    constexpr double effort = 0.002;
    const std::vector<oracle::Report> reports =
        with_three_seeds("ticket_model", {oracle::Settings{.effort = effort, .every = stride, .first = 0},
                                          oracle::Settings{.effort = effort, .every = stride, .first = 1},
                                          oracle::Settings{.effort = effort, .every = stride, .first = 2}});
    agree("ticket_model", reports);
    if (!whole) return;
    const std::string csv = oracle_file("queueing/ticket_model.csv");
    for (std::size_t i = 0; i < reports.size(); ++i) {
        CHECK(reports[i].undecided.size() < 10);
        for (const int row : reports[i].undecided) {
            const auto with = [&](double more) {
                return oracle::check(csv, {.seed = i + 1, .effort = more, .every = 1'000, .first = row});
            };
            oracle::Report again = with(5 * effort);
            if (again.agree != 1) again = with(25 * effort);
            CHECK_MESSAGE(again.agree == 1, oracle::summary(again).en);
        }
    }
}

TEST_CASE("a run ends by the width of its intervals, whatever is expected, so that a wrong table is outside of them") {
    // R is off by 2 %, within its tolerance: a run that stopped once its mean came near would find it inside.
    const std::string csv = "Z_over_S,N,X,R,W,Q,U,p_lock_free_time_avg\n3,4,0.7939,2.08,1.0385,1.6,0.8,0.2\n";
    const oracle::Report right = oracle::check(
        "Z_over_S,N,X,R,W,Q,U,p_lock_free_time_avg\n"
        "3,4,0.7939,2.0385,1.0385,1.6,0.8,0.2\n");
    const oracle::Report wrong = oracle::check(csv);
    CHECK(right.events == wrong.events);
}

TEST_CASE("waits that are not steady where the table says so differ, and are not passed over") {
    // Nine threads from one start, each once: in the middle third waits of 4 and of 5 sections.
    const std::string header =
        "Z_over_S,N,start,S_ticks,Z_ticks,cycles_per_thread,makespan_ticks,total_wait_ticks,"
        "contended_acquires,lock_busy_fraction,steady_X_times_S,steady_W_over_S,run_X_times_S\n";
    const oracle::Report report = oracle::check(header + "0,9,request,10,0,1,90,360,8,1,1,4,1\n");
    CHECK(report.agree == 0);
    CHECK_MESSAGE(oracle::summary(report).en.find("steady_W_over_S") != std::string::npos, oracle::summary(report).en);
}

TEST_CASE("an exact table that is off by two percent is noticed") {
    std::string csv = "Z_over_S,N,X,R,W,Q,U,p_lock_free_time_avg\n3,4,0.81,2.0385,1.0385,1.6,0.8,0.2\n";
    const oracle::Report report = oracle::check(csv, {.effort = 0.01}); // X is 0.7939
    CHECK(report.differ == 1);
}

TEST_CASE("the ticket model takes times that are no whole numbers, and none below zero") {
    const std::string header = "lock,a,s,c,n,X,Q_at_lock\n";
    // One thread: X = 1 / (a + s), Q = s X.
    const oracle::Report report = oracle::check(header + "queue,2.5,0.5,0.25,1,0.333333333333,0.166666666667\n");
    CHECK_MESSAGE(report.agree == 1, oracle::summary(report).en);
    for (const char* row : {"queue,2.5,0.5,-1,1,0.3,0.1\n", "queue,-1,0.5,1,1,0.3,0.1\n", "queue,1,0,1,1,0.3,0.1\n"})
        CHECK(oracle::check(header + row).differences.at(0).en == "Line 2 has values that cannot be run.");
}

TEST_CASE("ideal slices of the GIL: exactly") {
    const oracle::Report report = oracle::check(oracle_file("queueing/gil_slices.csv"));
    CHECK(report.kind == "gil_slices");
    CHECK_MESSAGE(report.differ == 0, oracle::summary(report).en);
    CHECK(report.agree == 36);
}

TEST_CASE("rows that cannot be run are said to differ, whatever stands in them") {
    for (const char* row : {"0,0,1,1,1,1,1,1", "x,y,z,,,,,", "1,65,1,1,1,1,1,1", "-3,4,1,1,1,1,1,1", "1,4,-1,1,1,1,1,1",
                            "1e300,4,1,1,1,1,1,1", "nan,4,nan,1,1,1,1,1", ""}) {
        const std::string csv = std::string("Z_over_S,N,X,R,W,Q,U,p_lock_free_time_avg\n") + row + "\n";
        const oracle::Report report = oracle::check(csv);
        CHECK(report.agree == 0);
        CHECK(report.differ == (*row == '\0' ? 0 : 1));
    }
}

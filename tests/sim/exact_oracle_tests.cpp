#include <doctest/doctest.h>

#include "oracle_file.hpp"
#include "sim/oracle/check.hpp"

using namespace sim;

TEST_CASE("a FIFO lock without costs is exactly the deterministic reference, in every column of every row") {
    const oracle::Report report = oracle::check(oracle_file("queueing/deterministic.csv"));
    CHECK(report.kind == "deterministic");
    CHECK_MESSAGE(report.differ == 0, oracle::summary(report).en);
    CHECK(report.agree == 480);
}

TEST_CASE("with a hand-off time too") {
    const oracle::Report report = oracle::check(oracle_file("queueing/deterministic_handoff.csv"));
    CHECK(report.kind == "deterministic_handoff");
    CHECK_MESSAGE(report.differ == 0, oracle::summary(report).en);
    CHECK(report.agree == 480);
}

TEST_CASE("a table that is wrong in one place differs in that row") {
    std::string csv = oracle_file("queueing/deterministic.csv");
    const std::size_t at = csv.find(",400,396,");
    REQUIRE(at != std::string::npos);
    csv.replace(at, 9, ",400,395,");
    const oracle::Report report = oracle::check(csv);
    CHECK(report.differ == 1);
    REQUIRE(report.differences.size() == 1);
    CHECK(report.differences[0].en == "Line 5, total_wait_ticks: expected 395, simulated 396.");
}

TEST_CASE("the line that is named is the one of the file, whatever stands before it") {
    const oracle::Report report = oracle::check(
        "\xef\xbb\xbf# made by hand\r\n\r\nhandoff_ticks,Z_over_S,N,S_ticks,Z_ticks,cycles_per_thread,makespan_ticks,"
        "total_wait_ticks,contended_acquires,run_X_times_S\r\n"
        "1,0,1,4,0,50,200,0,0,1\r\n# next\r\n1,0,1,4,0,50,201,0,0,1\r\n1,0,1,4,-4,50,200,0,0,1\r\n");
    CHECK(report.agree == 1);
    CHECK(report.differ == 2);
    REQUIRE(report.differences.size() == 2);
    CHECK(report.differences[0].en == "Line 6, makespan_ticks: expected 201, simulated 200.");
    CHECK(report.differences[1].en == "Line 7 has values that cannot be run.");
}

TEST_CASE("a file with other columns is refused with a sentence") {
    CHECK_FALSE(oracle::check("a,b\n1,2\n").refusal.empty());
    CHECK_FALSE(oracle::check("").refusal.empty());
}

#include <doctest/doctest.h>

#include "oracle_file.hpp"
#include "sim/oracle/check.hpp"

using namespace sim;

namespace {

/// A part of a table here; `interleave oracle FILE.csv` runs every row.
#ifdef NDEBUG
constexpr int every = 9;
#else
constexpr int every = 40;
#endif

oracle::Report check(const std::string& name, std::uint64_t seed, int part = every) {
    return oracle::check(oracle_file("queueing/" + name), {.seed = seed, .every = part});
}

} // namespace

TEST_CASE("exponential sections: throughput, response and wait are those of exact mean value analysis") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const oracle::Report report = check("mva_exponential.csv", seed);
        CHECK(report.kind == "mva_exponential");
        CHECK_MESSAGE(report.differ == 0, oracle::summary(report).en);
        CHECK(report.agree > 3);
        CHECK(report.outside <= 1 + 3 * report.intervals / 100);
    }
}

TEST_CASE("constant sections: those of the embedded Markov chain") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const oracle::Report report = check("md1n_exact.csv", seed);
        CHECK(report.kind == "md1n_exact");
        CHECK_MESSAGE(report.differ == 0, oracle::summary(report).en);
        CHECK(report.agree > 3);
        CHECK(report.outside <= 1 + 3 * report.intervals / 100);
    }
}

TEST_CASE("a hand-off that slows down with the crowd, and one that does not: the birth-death solution") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        // This stride passes by the rows in which the crowd forms and dissolves seldom, which take seconds each.
        const oracle::Report report = check("ticket_model.csv", seed, every < 10 ? 35 : 105);
        CHECK(report.kind == "ticket_model");
        CHECK_MESSAGE(report.differ == 0, oracle::summary(report).en);
        CHECK(report.agree >= 3);
    }
}

TEST_CASE("an exact table that is off by two percent is noticed") {
    std::string csv = "Z_over_S,N,X,R,W,Q,U,p_lock_free_time_avg\n3,4,0.81,2.0385,1.0385,1.6,0.8,0.2\n";
    const oracle::Report report = oracle::check(csv); // X is 0.7939
    CHECK(report.differ == 1);
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

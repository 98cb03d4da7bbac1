#include "program/queueing.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace program;

namespace {

/// The numbers of a file of tests/oracle/queueing, a row each; its first line and its texts are left out.
std::vector<std::vector<double>> rows_of(const std::string& file) {
    std::ifstream in(std::string(INTERLEAVE_SOURCE_DIR) + "/tests/oracle/queueing/" + file);
    std::vector<std::vector<double>> rows;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::vector<double> row;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');)
            if (cell.find_first_not_of("0123456789.e-+") == std::string::npos) row.push_back(std::stod(cell));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

TEST_CASE("mean value analysis agrees with the exact table of exponential sections in every row") {
    const auto rows = rows_of("mva_exponential.csv"); // Z/S, N, X, R, …
    REQUIRE(rows.size() == 160);
    for (const auto& row : rows) {
        const Queueing found = mean_value_analysis(static_cast<int>(row[1]), row[0], 1);
        CHECK(found.throughput == doctest::Approx(row[2]).epsilon(1e-10));
        CHECK(found.response == doctest::Approx(row[3]).epsilon(1e-10));
        CHECK(found.wait(1) == doctest::Approx(row[4]).epsilon(1e-9));
    }
}

TEST_CASE("constant sections agree with the exact M/D/1//N table in every row") {
    const auto rows = rows_of("md1n_exact.csv");
    REQUIRE(rows.size() == 160);
    for (const auto& row : rows) {
        const Queueing found = constant_sections(static_cast<int>(row[1]), row[0], 1);
        CHECK(found.throughput == doctest::Approx(row[2]).epsilon(1e-9));
        CHECK(found.response == doctest::Approx(row[3]).epsilon(1e-9));
    }
}

TEST_CASE("constant cycles agree with the steady state of the exact event by event table") {
    const auto rows =
        rows_of("deterministic.csv"); // Z/S, N, (start), S, Z, cycles, makespan, wait, contended, busy, X·S, W/S
    REQUIRE(rows.size() == 480);
    for (const auto& row : rows) {
        const Queueing found = constant_cycle(static_cast<int>(row[1]), row[3], row[2]);
        CHECK(found.throughput * row[2] == doctest::Approx(row[9]).epsilon(1e-10));
        CHECK(found.wait(row[2]) / row[2] == doctest::Approx(row[10]).epsilon(1e-10));
    }
}

TEST_CASE("the prediction takes the theory that fits the laws, and never beats the bound") {
    Contention four;
    four.threads = 4;
    four.cores = 4;
    four.outside = TimeLaw::exponential(3'000);
    CHECK(predict(four).throughput == constant_sections(4, 3'000, 1'000).throughput);
    four.inside = TimeLaw::exponential(1'000);
    CHECK(predict(four).throughput == mean_value_analysis(4, 3'000, 1'000).throughput);
    four.inside = four.outside = TimeLaw::constant(1'000);
    CHECK(predict(four).throughput == constant_cycle(4, 1'000, 1'000).throughput);
    for (four.threads = 1; four.threads <= 64; four.threads *= 2) {
        four.cores = four.threads;
        CHECK(predict(four).throughput <= throughput_bound(four) * 1.000'001);
    }
}

TEST_CASE("the bound is the lock's, the threads' or the cores', whichever is least") {
    Contention many;
    many.inside = TimeLaw::constant(1'000);
    many.outside = TimeLaw::constant(3'000);
    many.threads = 2;
    many.cores = 8;
    CHECK(throughput_bound(many) == doctest::Approx(2 / 4'000.0));
    many.threads = 8;
    CHECK(throughput_bound(many) == doctest::Approx(1 / 1'000.0));
    many.cores = 2;
    CHECK(throughput_bound(many) == doctest::Approx(2 / 4'000.0));
    many.locks = 4;
    many.cores = 8;
    CHECK(throughput_bound(many) == doctest::Approx(8 / 4'000.0));
}

TEST_CASE("readers that share the lock raise the bound, as far as there are threads and cores") {
    Contention many{.threads = 8, .cores = 4};
    many.inside = TimeLaw::constant(1'000);
    many.outside = TimeLaw::constant(0);
    many.kind = LockKind::rw_readers;
    many.readers_percent = 80;
    CHECK(throughput_bound(many) == doctest::Approx(1 / 400.0));
    many.threads = 2;
    CHECK(throughput_bound(many) == doctest::Approx(1 / 600.0));
    many.threads = 8;
    many.readers_percent = 100;
    CHECK(throughput_bound(many) == doctest::Approx(4 / 1'000.0));
    CHECK_FALSE(can_predict(many));
    many.kind = LockKind::mcs;
    CHECK(can_predict(many));
}

TEST_CASE("more locks of the same use wait less") {
    const double one = mean_value_analysis(8, 1'000, 1'000, 1).response;
    CHECK(mean_value_analysis(8, 1'000, 1'000, 2).response < one);
    CHECK(mean_value_analysis(1, 1'000, 1'000, 2).response == 1'000);
}

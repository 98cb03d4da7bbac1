#include "widget/sort_recorded.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// The rows of tests/oracle/cpython/sort_ratios.csv, cell by cell.
std::vector<std::vector<std::string>> oracle() {
    std::ifstream file(INTERLEAVE_SOURCE_DIR "/tests/oracle/cpython/sort_ratios.csv");
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> cells;
        std::istringstream stream(line);
        for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
        rows.push_back(cells);
    }
    return rows;
}

const widget::RecordedSort& recorded(std::string_view id) {
    for (const widget::RecordedSort& row : widget::recorded_sorts)
        if (row.id == id) return row;
    throw std::runtime_error("no such recording");
}

} // namespace

TEST_SUITE("widget/sort_recorded") {
    TEST_CASE("the lecture's figures are the lecture's") {
        CHECK(recorded("lecture").sequence_s == doctest::Approx(3.4968 + 3.3992).epsilon(1e-12));
        CHECK(recorded("lecture").threads_s == doctest::Approx(6.9964).epsilon(1e-12));
        CHECK(recorded("lecture").processes_s == 0);
    }

    TEST_CASE("every recorded CPython is a row of the oracle at n = 10,000,000") {
        struct Source {
            const char* id;
            const char* python;
            const char* cpus;
        };
        const auto rows = oracle();
        REQUIRE(rows.size() > 10);
        for (const Source& source :
             {Source{"cpython_3_11", "3.11.7", "2 ag b"}, Source{"cpython_3_13", "3.13.5-local", "2 ag"},
              Source{"cpython_3_13t", "3.13.5t-nogil", "2 ag b"}}) {
            CAPTURE(source.id);
            bool found = false;
            for (const auto& row : rows) {
                if (row[0] != source.python || row[1] != source.cpus || row[2] != "10000000") continue;
                found = true;
                const double sequence = std::stod(row[4]);
                CHECK(recorded(source.id).sequence_s == doctest::Approx(sequence).epsilon(1e-9));
                CHECK(recorded(source.id).threads_s == doctest::Approx(sequence * std::stod(row[5])).epsilon(1e-9));
                CHECK(recorded(source.id).processes_s == doctest::Approx(sequence * std::stod(row[9])).epsilon(1e-9));
            }
            CHECK(found);
        }
    }
}

#pragma once

#include <string>
#include <vector>

#include "sim/oracle/check.hpp"
#include "sim/oracle/csv_table.hpp"

namespace sim::oracle {

/// One value of a row.
struct Compared {
    std::string column;
    std::string expected;
    std::string simulated;
    bool agrees = true;
};

/// What a row came to.
struct RowResult {
    std::vector<Compared> values;
    int intervals = 0;
    int outside = 0;
    bool is_decided = true; ///< false: a random run ended before its intervals were narrow enough
    std::int64_t events = 0;

    /// Both written with the 12 digits of the tables, so that equal means equal there.
    void equal(const CsvTable& table, std::size_t row, const char* column, double simulated);
    /// Within `share` of what is expected; of 0, exactly.
    void near(const char* column, double expected, double simulated, double share);
    /// Whether the expected value lies in its interval.
    void inside(double expected, double mean, double half_width);
};

RowResult run_deterministic(const CsvTable& table, std::size_t row, const Settings& settings);
RowResult run_closed_network(const CsvTable& table, std::size_t row, const Settings& settings); ///< mva, md1n
RowResult run_ticket_model(const CsvTable& table, std::size_t row, const Settings& settings);
RowResult run_gil_slices(const CsvTable& table, std::size_t row, const Settings& settings);

} // namespace sim::oracle

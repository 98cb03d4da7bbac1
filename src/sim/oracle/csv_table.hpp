#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sim::oracle {

/// A CSV file without quotes: a header and rows of as many fields.
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<int> lines; ///< of the file, from 1, that each row stands in

    int column(std::string_view name) const; ///< or -1
    bool has(std::initializer_list<std::string_view> names) const;
    const std::string& text(std::size_t row, std::string_view name) const;
    /// Of a column that has() was asked for; a field that is no number is NaN, "inf" is infinite.
    double number(std::size_t row, std::string_view name) const;
    long long integer(std::size_t row, std::string_view name) const;
};

/// Lines that begin with '#' and empty ones are left out, and a byte order mark. A row with too few fields is filled up
/// with empty ones.
CsvTable read_csv(std::string_view text);

} // namespace sim::oracle

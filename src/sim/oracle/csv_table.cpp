#include "sim/oracle/csv_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sim::oracle {
namespace {

std::vector<std::string> fields_of(std::string_view line) {
    std::vector<std::string> fields;
    while (true) {
        const std::size_t comma = line.find(',');
        fields.emplace_back(line.substr(0, comma));
        if (comma == std::string_view::npos) return fields;
        line.remove_prefix(comma + 1);
    }
}

} // namespace

int CsvTable::column(std::string_view name) const {
    const auto at = std::ranges::find(columns, name);
    return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

bool CsvTable::has(std::initializer_list<std::string_view> names) const {
    return std::ranges::all_of(names, [&](std::string_view name) { return column(name) >= 0; });
}

const std::string& CsvTable::text(std::size_t row, std::string_view name) const {
    return rows[row][static_cast<std::size_t>(column(name))];
}

double CsvTable::number(std::size_t row, std::string_view name) const {
    const std::string& field = text(row, name);
    char* end = nullptr;
    const double value = std::strtod(field.c_str(), &end);
    return field.empty() || *end != '\0' ? std::nan("") : value;
}

long long CsvTable::integer(std::size_t row, std::string_view name) const {
    const double value = number(row, name);
    return std::isfinite(value) && std::abs(value) < 1e15 ? static_cast<long long>(value) : 0;
}

CsvTable read_csv(std::string_view text) {
    CsvTable table;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        if (table.columns.empty()) {
            table.columns = fields_of(line);
            continue;
        }
        table.lines.push_back(number);
        table.rows.push_back(fields_of(line));
        table.rows.back().resize(table.columns.size());
    }
    return table;
}

} // namespace sim::oracle

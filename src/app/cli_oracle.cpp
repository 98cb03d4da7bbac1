#include "app/cli_oracle.hpp"

#include <fstream>
#include <iterator>

#include "sim/oracle/check.hpp"
#include "text/cli.hpp"

namespace app {

OracleOutcome check_oracle_file(const std::string& path, std::uint64_t seed) {
    std::ifstream in(path, std::ios::binary);
    std::string csv;
    in.peek(); // fails on a directory; through an istreambuf_iterator that would be an exception
    if (in.good()) csv.assign(std::istreambuf_iterator<char>(in), {});
    if (csv.empty()) return {2, text::fill(text::cli::no_file, {text::Line::same(path)})};
    const sim::oracle::Report report = sim::oracle::check(csv, {.seed = seed});
    const int status = !report.refusal.empty() ? 2 : report.differ > 0 ? 1 : 0;
    return {status, sim::oracle::summary(report)};
}

} // namespace app

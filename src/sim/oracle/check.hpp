#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/sentence.hpp"

/// Runs the simulator on what is known from elsewhere: tables of exact results, row by row.
namespace sim::oracle {

/// How a check is made. A random run goes on until its 99 % intervals are narrower than the tolerances, whatever is
/// expected, or it has become too long. Then its means decide.
struct Settings {
    std::uint64_t seed = 1;
    double effort = 1; ///< scales the greatest length
    int every = 1;     ///< only each n-th row,
    int first = 0;     ///< from this one on
};

struct Report {
    std::string kind; ///< "deterministic"; empty: no file that is known
    text::Line refusal;
    int agree = 0;
    int differ = 0;
    /// Of those that differ, counted from 0: runs that became too long, which more effort might mend.
    std::vector<int> undecided;
    /// A line for each row that differs: its number in the file (the header is 1), the column, expected and simulated.
    std::vector<text::Line> differences;
    /// Random runs: how many values were compared with their own 99 % confidence interval (batch means), and how many
    /// lie outside of it.
    int intervals = 0;
    int outside = 0;
    std::int64_t events = 0; ///< simulated
};

/// The file is recognised by its columns: deterministic, deterministic_handoff, mva_exponential, md1n_exact,
/// ticket_model, gil_slices.
Report check(std::string_view csv, const Settings& settings = {});

/// "480 agree, 0 differ", the rows that differ, and the share outside.
text::Line summary(const Report& report);

} // namespace sim::oracle

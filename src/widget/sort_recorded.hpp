#pragma once

#include <array>
#include <string_view>

#include "text/recorded.hpp"

namespace widget {

/// A sort of 2 × 10,000,000 random numbers by somebody else's Python. Seconds; 0: not recorded.
struct RecordedSort {
    std::string_view id;
    text::Sentence label;
    double sequence_s;
    double threads_s;
    double processes_s;
    text::Sentence setup;
    int digits = 2; ///< after the point, as many as its source gives
};

/// The lecture's own figures, and those of tests/oracle/cpython/sort_ratios.csv.
inline constexpr std::array<RecordedSort, 4> recorded_sorts{{
    {"lecture", text::recorded::lecture, 3.4968 + 3.3992, 6.9964, 0, text::recorded::lecture_setup, 4},
    {"cpython_3_11", text::recorded::cpython_3_11, 11.288, 11.288 * 0.953, 11.288 * 0.545, text::recorded::two_runs},
    {"cpython_3_13", text::recorded::cpython_3_13, 9.434, 9.434 * 1.033, 9.434 * 0.681, text::recorded::one_run},
    {"cpython_3_13t", text::recorded::cpython_3_13t, 14.268, 14.268 * 0.677, 14.268 * 0.613, text::recorded::two_runs},
}};

} // namespace widget

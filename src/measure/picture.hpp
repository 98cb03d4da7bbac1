#pragma once

#include <vector>

namespace measure {

/// The array of unit 0 at one moment of its sort: values in [0, 1) at equal distances, in order of their places. At
/// most picture_width values; all of them when n is smaller.
struct Picture {
    double progress = 0; ///< 0 = unsorted, 1 = sorted
    std::vector<float> values;
};
inline constexpr int picture_width = 512;
inline constexpr int picture_count = 24;

} // namespace measure

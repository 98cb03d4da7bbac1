#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "trace/trace.hpp"

/// Which lane stands at which height: groups under one another, each under its heading, all on one time axis. Pure.
namespace view {

struct LaneRow {
    float y0 = 0;
    float y1 = 0;
    std::uint32_t lane = 0;
};

/// The title of a group, above its lanes [first_lane, first_lane + lanes).
struct GroupHeading {
    float y0 = 0;
    float y1 = 0;
    std::uint32_t first_lane = 0;
    std::uint32_t lanes = 0;
};

/// In pixels. Lanes share the height that is left, within their limits.
struct RowSizes {
    float heading = 26;
    float least_lane = 20;
    float most_lane = 30;
    float lane_gap = 4;
    float group_gap = 8;
};

struct TimelineRows {
    std::vector<LaneRow> lanes; ///< lane i at place i
    std::vector<GroupHeading> headings;
    float height = 0; ///< more than was available when even the least lanes do not fit: the view scrolls

    /// The lane at height y; the gap below a lane belongs to it.
    std::optional<std::uint32_t> lane_at(float y) const;
};

/// Neighbouring lanes of one group stand under one heading; lanes whose group is "" have none.
TimelineRows arrange_rows(const trace::Trace& trace, const RowSizes& sizes, float available_height);

} // namespace view

#include "view/timeline_rows.hpp"

#include <algorithm>

namespace view {

TimelineRows arrange_rows(const trace::Trace& trace, const RowSizes& sizes, float available_height) {
    TimelineRows rows;
    const auto lanes = static_cast<std::uint32_t>(trace.lanes.size());
    for (std::uint32_t i = 0; i < lanes; ++i) {
        if (i == 0 || trace.lanes[i].group != trace.lanes[i - 1].group) rows.headings.push_back({0, 0, i, 0});
        ++rows.headings.back().lanes;
    }
    if (lanes == 0) return rows;

    const auto heading_height = [&](const GroupHeading& heading) {
        return trace.lanes[heading.first_lane].group.empty() ? 0 : sizes.heading;
    };
    float fixed = sizes.group_gap * static_cast<float>(rows.headings.size() - 1);
    for (const GroupHeading& heading : rows.headings) fixed += heading_height(heading);
    const float share = (available_height - fixed) / static_cast<float>(lanes) - sizes.lane_gap;
    const float lane_height = std::clamp(share, sizes.least_lane, sizes.most_lane);

    float y = 0;
    for (GroupHeading& heading : rows.headings) {
        if (heading.first_lane > 0) y += sizes.group_gap;
        heading.y0 = y;
        y += heading_height(heading);
        heading.y1 = y;
        for (std::uint32_t i = 0; i < heading.lanes; ++i) {
            rows.lanes.push_back({y, y + lane_height, heading.first_lane + i});
            y += lane_height + sizes.lane_gap;
        }
    }
    std::erase_if(rows.headings, [](const GroupHeading& heading) { return heading.y1 == heading.y0; });
    rows.height = y;
    return rows;
}

std::optional<std::uint32_t> TimelineRows::lane_at(float y) const {
    const auto after =
        std::partition_point(lanes.begin(), lanes.end(), [&](const LaneRow& row) { return row.y0 <= y; });
    if (after == lanes.begin() || y >= height) return std::nullopt;
    const LaneRow& row = *(after - 1);
    const bool is_in_gap_above_next_group =
        after != lanes.end() && std::any_of(headings.begin(), headings.end(), [&](const GroupHeading& heading) {
            return heading.first_lane == after->lane && y >= heading.y0;
        });
    if (is_in_gap_above_next_group) return std::nullopt;
    return row.lane;
}

} // namespace view

#include "measure/board.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>

namespace measure {

void Board::clear_repetition() {
    for (LaneRecord& record : lanes) record.clear();
    for (auto& done : unit_done) done = 0;
    switch_requests = 0;
    hand_offs = 0;
}

Repetition make_repetition(const Board& board, Way way) {
    const int lanes = way == Way::sequence ? 1 : board.plan.units;
    Repetition result;
    result.switch_requests = board.switch_requests;
    result.hand_offs = board.hand_offs;

    // Children's stamps come corrected, or by the one clock of the system.
    const auto correction = [&](std::size_t lane) { return way == Way::processes ? 0 : board.corrections[lane]; };

    trace::Nanoseconds begin = std::numeric_limits<trace::Nanoseconds>::max();
    for (int i = 0; i < lanes; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const auto& spans = board.lanes[index].spans();
        if (!spans.empty()) begin = std::min(begin, spans.front().start_ns + correction(index));
    }
    for (int i = 0; i < lanes; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const LaneRecord& record = board.lanes[index];
        const trace::Nanoseconds shift = correction(index) - begin;
        trace::Lane lane{name_of(way), (way == Way::processes ? "P" : "T") + std::to_string(i + 1), record.spans()};
        for (trace::Span& span : lane.spans) {
            span.start_ns += shift;
            span.end_ns += shift;
        }
        result.trace.lanes.push_back(std::move(lane));
        for (trace::Mark mark : record.marks()) {
            mark.lane = static_cast<std::uint16_t>(i);
            mark.at_ns = std::max<trace::Nanoseconds>(mark.at_ns + shift, 0);
            result.trace.marks.push_back(mark);
        }
        result.folded_spans += record.folded();
    }
    std::ranges::sort(result.trace.marks, {},
                      [](const trace::Mark& mark) { return std::tuple(mark.at_ns, mark.lane, mark.event); });
    result.wall_ns = result.trace.end_ns();
    return result;
}

Picture take_picture(std::span<const double> values, double progress) {
    const std::size_t width = std::min<std::size_t>(picture_width, values.size());
    Picture picture{progress, std::vector<float>(width)};
    for (std::size_t i = 0; i < width; ++i) {
        const auto place = static_cast<std::uint64_t>(i) * values.size() / width; // i × size may need more than 32 bits
        picture.values[i] = static_cast<float>(values[static_cast<std::size_t>(place)]);
    }
    return picture;
}

} // namespace measure

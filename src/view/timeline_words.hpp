#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trace/trace.hpp"

namespace view {

/// What the timeline says, in the reader's language. What is left empty is shown by its stable name, or not at all.
struct TimelineWords {
    std::array<std::string_view, static_cast<std::size_t>(trace::State::count)> states = {};
    std::array<std::string_view, static_cast<std::size_t>(trace::Event::count)> events = {};
    std::vector<std::pair<std::string_view, std::string_view>> groups; ///< {"gil", "Under a global lock"}
    std::string_view closer;                                           ///< tips of the three buttons
    std::string_view away;
    std::string_view whole;
    std::string_view nothing;       ///< stands in place of an empty trace
    std::string_view keys;          ///< what the keys do, said to who comes by keyboard
    std::string_view keys_stepping; ///< the same where the arrow keys step

    /// What one span says instead of its state ("T3" for who holds a lock); empty, or left out: the state.
    std::function<std::string(const trace::Lane&, const trace::Span&)> own;

    /// What a lane is called; left out: by its name.
    std::function<std::string(std::string_view name)> lane_title;

    std::string lane(const trace::Lane& lane) const { return lane_title ? lane_title(lane.name) : lane.name; }
    std::string_view state(trace::State state) const {
        const std::string_view word = states[static_cast<std::size_t>(state)];
        return word.empty() ? trace::name_of(state) : word;
    }
    std::string_view event(trace::Event event) const {
        const std::string_view word = events[static_cast<std::size_t>(event)];
        return word.empty() ? trace::name_of(event) : word;
    }
    std::string of(const trace::Lane& lane, const trace::Span& span) const {
        std::string said = own ? own(lane, span) : std::string();
        return said.empty() ? std::string(state(span.state)) : said;
    }
    std::string_view group(std::string_view group) const {
        for (const auto& [name, title] : groups)
            if (name == group) return title;
        return group;
    }
};

} // namespace view

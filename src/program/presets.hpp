#pragma once

#include <span>
#include <string_view>

#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace program {

/// A scenario that tells a story.
struct Preset {
    std::string_view id; ///< the stable name in links: "sort-timed"
    text::Sentence title;
    text::Sentence story; ///< two sentences: what is run, what to watch
    Scenario (*make)();   ///< without fault; it stops by itself
    /// The preset that does the same work one after the other, with whose time this one's is compared; or empty.
    std::string_view sequence = {};
};

/// In the order in which they are offered.
std::span<const Preset> presets();
/// The preset of this id, or null.
const Preset* find_preset(std::string_view id);

} // namespace program

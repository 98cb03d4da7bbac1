#pragma once

#include <limits>

#include "program/text_pieces.hpp"
#include "text/sentence.hpp"

namespace program {

inline constexpr std::int64_t least_number = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t most_number = std::numeric_limits<std::int64_t>::max();

/// What stands there, as far as it can be shown in a sentence.
text::Line quoted(Piece piece);

} // namespace program

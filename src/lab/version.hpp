#pragma once

#include <string_view>

namespace lab {

/// Semantic version of the program; the project's CMakeLists.txt sets it.
inline constexpr std::string_view version = INTERLEAVE_VERSION;

} // namespace lab

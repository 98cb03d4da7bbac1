#pragma once

#include <string>
#include <vector>

#include "conformance/observation.hpp"

namespace conformance {

/// Whether the library, under Python's protocol, does in this case what CPython did.
bool passes(const Case& one, Level level);

/// The ids of the cases that do not pass.
std::vector<std::string> failing(const std::vector<Case>& cases, Level level);

} // namespace conformance

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/observation.hpp"
#include "text/sentence.hpp"

namespace conformance {

/// Whether the library, under Python's protocol, does in this case what CPython did.
bool passes(const Case& one, Level level);

/// The ids of the cases that do not pass.
std::vector<std::string> failing(const std::vector<Case>& cases, Level level);

struct Report {
    std::vector<std::string> failed; ///< ids
    std::size_t passed = 0;
    text::Line refusal; ///< why nothing was checked; empty when it was
};

/// Checks every case of the file at `level`, "A", "B" or "C".
Report check_file(const std::string& path, std::string_view level);

} // namespace conformance

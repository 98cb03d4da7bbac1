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

/// A case that does not pass.
struct Failed {
    std::string id;
    text::Line why; ///< it could not be replayed; empty when it was, and came to something else
};

std::vector<Failed> failing(const std::vector<Case>& cases, Level level);

struct Report {
    std::vector<Failed> failed;
    std::size_t passed = 0;
    text::Line refusal; ///< why nothing was checked; empty when it was
};

/// Checks every case of the file at `level`, "A", "B" or "C".
Report check_file(const std::string& path, std::string_view level);

} // namespace conformance

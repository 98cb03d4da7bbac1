#pragma once

#include <cstdint>
#include <string>

#include "text/sentence.hpp"

namespace app {

/// What `interleave oracle FILE.csv` prints and how it ends: 0 every row agrees, 1 some differ, 2 the file cannot be
/// read or is no table that the simulator knows (then the sentence belongs on stderr).
struct OracleOutcome {
    int status = 0;
    text::Line words;
};

/// `seed`: of the random runs.
OracleOutcome check_oracle_file(const std::string& path, std::uint64_t seed);

} // namespace app

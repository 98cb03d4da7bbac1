#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/observation.hpp"
#include "text/sentence.hpp"

namespace conformance {

struct Corpus {
    std::vector<Case> cases;
    text::Line refusal; ///< why it cannot be read; empty when it can
};

/// Reads the JSON of a corpus, whose format is in tests/oracle/generators/README.md. `name` is what to call it in a
/// refusal. A case that cannot be read has a refusal of its own; only when none is in the format is the corpus refused.
/// Every function that a program calls exists then, and comes after the one that calls it.
Corpus read_corpus(std::string_view json, const std::string& name);

} // namespace conformance

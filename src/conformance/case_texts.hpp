#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The text of one case. It need not be JSON.
struct CaseText {
    std::string_view json;
    std::size_t levels = 0; ///< of brackets inside each other
};

/// The text of a corpus taken apart, so that a case that no parser takes costs no other case.
struct CorpusText {
    std::string without_cases; ///< the document with a number in place of each case; all else where it was
    std::vector<CaseText> cases;
};

/// Finds the elements of the array "cases" by brackets, commas and quotes alone. `json` must outlive what comes back.
/// O(n), without recursion.
CorpusText take_apart(std::string_view json);

} // namespace conformance

#pragma once

#include "text/sentence.hpp"

namespace conformance {

/// Thrown when a case asks for more than the replay has: it fails with this reason, and the others go on. No exception
/// of the little language, so no handler of a program sees it.
struct OutOfReach {
    text::Line why;
};

} // namespace conformance

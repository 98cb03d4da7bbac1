#pragma once

#include "conformance/fields.hpp"
#include "conformance/program.hpp"

namespace conformance {

/// The functions of one case, by their names. Throws std::invalid_argument, as fields.hpp does, for what is not in the
/// format of tests/oracle/generators/README.md.
Program program_of(const Json& functions);

} // namespace conformance

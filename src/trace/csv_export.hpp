#pragma once

#include <string>

#include "trace/trace.hpp"

namespace trace {

/// The setup as comment lines "# key: value", as every CSV here begins.
std::string csv_setup(const Setup& setup);

/// The trace as CSV (RFC 4180, but lines end with "\n"): the setup as lines "# key: value", then the header
/// "group,lane,kind,name,start_ns,end_ns,detail", then a row a span and a row a mark (kind "span" or "mark"; a mark
/// ends when it starts). O(spans + marks).
std::string csv_text(const Trace& trace, const Setup& setup);

} // namespace trace

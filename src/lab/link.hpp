#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The part of a URL behind '#': "w=sort&n=1000000&lang=ko".
namespace lab {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Splits and percent-decodes (RFC 3986; '+' stays a plus). A key without '=' has an empty value; a broken escape stays
/// as it is written. A leading '#' is dropped.
Pairs parse_link(std::string_view fragment);

/// The reverse; all but unreserved characters and ",.:" is escaped, so that the link survives being pasted in prose.
std::string write_link(const Pairs& pairs);

} // namespace lab

#pragma once

#include "text/sentence.hpp"
#include "trace/trace.hpp"

namespace widget {

/// A time in three significant digits: "1.53 ms", "412 ns".
text::Line shown_time(double ns);
inline text::Line shown_time(trace::Nanoseconds ns) {
    return shown_time(static_cast<double>(ns));
}

/// An instant of virtual time, to the nanosecond: "1.532047 ms".
text::Line shown_instant(trace::Nanoseconds ns);

/// A rate: "812/s", "41.2 k/s", "1.53 M/s".
text::Line shown_rate(double per_second);

/// A share: "41.3 %".
text::Line shown_share(double share);

/// A plain number for a script: no more than 12 significant digits.
std::string machine_readable(double value);

} // namespace widget

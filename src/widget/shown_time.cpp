#include "widget/shown_time.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "text/contention_stage.hpp"
#include "text/sort.hpp"
#include "trace/json.hpp"

namespace widget {
namespace {

using text::fill;
using text::Line;

/// Three significant digits, without an exponent.
Line three_digits(double value) {
    return text::fixed(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2);
}

} // namespace

Line shown_time(double ns) {
    if (ns >= 999.5e6) return fill(text::sort::seconds, {three_digits(ns * 1e-9)});
    if (ns >= 999.5e3) return fill(text::sort::milli, {three_digits(ns * 1e-6)});
    if (ns >= 999.5) return fill(text::sort::micro, {three_digits(ns * 1e-3)});
    return fill(text::sort::nano, {text::fixed(ns, 0)});
}

Line shown_instant(trace::Nanoseconds ns) {
    if (ns >= 1'000'000'000) return fill(text::sort::seconds, {text::fixed(static_cast<double>(ns) * 1e-9, 9)});
    if (ns >= 1'000'000) return fill(text::sort::milli, {text::fixed(static_cast<double>(ns) * 1e-6, 6)});
    if (ns >= 1'000) return fill(text::sort::micro, {text::fixed(static_cast<double>(ns) * 1e-3, 3)});
    return fill(text::sort::nano, {Line::same(std::to_string(ns))});
}

Line shown_rate(double per_second) {
    namespace words = text::contention;
    if (per_second >= 999.5e3) return fill(words::million_per_second, {three_digits(per_second * 1e-6)});
    if (per_second >= 9'999.5) return fill(words::thousand_per_second, {three_digits(per_second * 1e-3)});
    return fill(words::per_second, {text::grouped(std::llround(per_second))});
}

Line shown_share(double share) {
    return fill(text::sort::percent, {text::fixed(100 * share, 1)});
}

std::string machine_readable(double value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.12g", value);
    return trace::json_number(std::strtod(digits, nullptr));
}

} // namespace widget

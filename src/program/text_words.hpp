#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "program/time_law.hpp"

/// The smallest parts of the text form, in both directions (grammar: text_form.hpp).
namespace program::words {

/// What a letter from g to z behind a "-" stands for.
inline constexpr std::string_view short_codes = ">#=[;<-:(.\"' *&,/+])";
static_assert(short_codes.size() == 'z' - 'g' + 1);

/// "5m"; "0".
void append_time(std::string& out, Nanoseconds ns);
/// "5m", "e5m", "u5m,6m".
void append_law(std::string& out, const TimeLaw& law);
void append_string(std::string& out, std::string_view text);

/// A whole number without a plus or leading blanks; nothing when it is something else or too large for 64 bits.
std::optional<std::int64_t> number_in(std::string_view text);
/// Nothing when it is not a time from 0 to most_time_ns.
std::optional<Nanoseconds> time_in(std::string_view text);

/// The text that a string stands for, or the place of the first byte that cannot be read.
struct Decoded {
    std::string text;
    std::optional<std::size_t> bad;
};
Decoded string_in(std::string_view text);

} // namespace program::words

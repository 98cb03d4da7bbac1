#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "program/scenario.hpp"
#include "text/sentence.hpp"

/// A scenario as a line of text that goes into a link as it is, without a single character that has to be escaped:
///
///     s1~name:counter~cores:4~for:1s~var:x~lock:m:mcs:guards,x
///       ~thread:T:times,8.compute:e1u.lock:m.load:x.add:1.store:x.unlock:m.repeat
///
///     text        = "s1" { "~" item } ;
///     item        = "name:" string | "cores:" number | "for:" time | "quantum:" time | "switch:" time | "tick:" time
///                 | "nowake" | "costs" ( ":free" | { ":" cost "," time } )
///                 | "var:" string [ ":" number ]
///                 | "lock:" string [ ":" lock-kind ] [ ":guards" { "," variable } ] [ ":handoff," time ]
///                 | "cond:" string ":" lock
///                 | "device:" string [ ":" number ]
///                 | "interpreter:" string [ ":" gil-kind ] { ":interval," time | ":check," number | ":bytecode," time
///                 } | "thread:" string { ":times," number | ":on," interpreter | ":at," time | ":spawned"
///                   | ":like," thread } { "." instruction } ;
///     instruction = operation { ":" operand } [ ":call" ] [ ":cpp," string ] [ ":python," string ] ;
///     operand     = name of a variable, lock, condition, device or thread | place | number | law ;
///     law         = time | "e" time | "u" time "," time ;      (constant, exponential, uniform)
///     time        = "0" | digits ( "n" | "u" | "m" | "s" ) ;
///     string      = { letter | digit | "_" | byte above 127 | "-" hex hex | "-" short } ;
///
/// - `operation` is name_of(Op); its operands stand in the order target, value, time, as far as it uses them. `repeat`
///   may leave its own out from the end: place 1, for ever. A place is that of an instruction of the thread, counted
///   from 1.
/// - "times,3" stands for three threads T1, T2, T3; "like" gives a thread the code of an earlier one.
/// - What is left out has its default, the duration included. A name must be given before it is used; only threads may
/// be
///   named ahead. `name`, `cores`, … may stand anywhere, once.
/// - In strings "-" begins the code of one byte: two small hexadecimal digits, or a letter from g to z for one of
///   >#=[;<-:(."' *&,/+]) in this order (so "-s" is a space). Hence no string holds a separator.
/// - Blanks and line ends may stand around every separator, so that a long text can be broken up.
namespace program {

inline constexpr std::size_t most_text_bytes = 64 * 1024;

/// What was read: a scenario without fault, or why there is none and where.
struct Parsed {
    std::optional<Scenario> scenario;
    std::size_t offset = 0; ///< bytes before the place
    std::size_t line = 1;
    std::size_t column = 1; ///< in characters
    text::Line reason;
};

/// Reads any bytes. Takes time and memory in proportion to the text and to what the limits of scenario.hpp let it stand
/// for; a text above most_text_bytes is refused unread.
Parsed read(std::string_view text);

/// Of a scenario without fault: read(write(s)).scenario == s, as long as the text keeps within most_text_bytes. Only
/// letters, digits and the characters - _ . ~ , : occur.
std::string write(const Scenario& scenario);

} // namespace program

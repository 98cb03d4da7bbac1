#pragma once

#include <functional>
#include <string_view>

#include "lab/description.hpp"
#include "trace/trace.hpp"

namespace widget {

/// The most rows that span_table() makes.
inline constexpr std::size_t most_span_rows = 200;

/// What things are called in it.
struct SpanWords {
    std::function<text::Line(std::string_view group)> group;
    std::function<text::Line(trace::State state)> state;
    std::function<text::Line(const trace::Span& span)> span; ///< one that has a row of its own
    std::function<text::Line(trace::Nanoseconds at_ns)> instant;
    std::function<text::Line(trace::Nanoseconds ns)> length;
};

/// What a timeline shows, in words: a row a span, with its lane, state, start and length. Where there are more than
/// most_span_rows, each lane has an equal share: of the spans beyond it one row a state tells how many there are, when
/// the first starts and how long they are together. What has no room even so is counted in the last row.
lab::Table span_table(const trace::Trace& trace, const SpanWords& said);
/// With the words of milliseconds and seconds.
lab::Table span_table(const trace::Trace& trace, const std::function<text::Line(std::string_view group)>& title_of);

} // namespace widget

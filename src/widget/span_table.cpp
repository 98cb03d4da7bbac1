#include "widget/span_table.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text/sort.hpp"
#include "widget/sort_report.hpp"
#include "widget/state_words.hpp"

namespace widget {
namespace {

using text::fill;
using text::Line;
using Spans = std::span<const trace::Span>;
namespace words = text::sort;

struct Told {
    std::size_t count = 0;
    trace::Nanoseconds start_ns = 0;
    trace::Nanoseconds length_ns = 0;
};

class SpanRows {
public:
    explicit SpanRows(const SpanWords& words) : words_(words) {}

    void add(const Line& lane, const Line& name, const Told& told) {
        if (rows_.size() + 1 >= most_span_rows) {
            untold_ += told.count;
            return;
        }
        rows_.push_back(
            {lane,
             told.count == 1 ? name : fill(words::folded, {name, text::grouped(static_cast<long long>(told.count))}),
             words_.instant(told.start_ns), words_.length(told.length_ns)});
    }

    void add_each(const Line& lane, Spans spans) {
        for (const trace::Span& span : spans) add(lane, words_.span(span), {1, span.start_ns, span.length_ns()});
    }

    /// One row a state, in the order in which they first occur.
    void add_folded(const Line& lane, Spans spans) {
        std::array<Told, static_cast<std::size_t>(trace::State::count)> states{};
        for (const trace::Span& span : spans) {
            Told& told = states[static_cast<std::size_t>(span.state)];
            if (told.count++ == 0) told.start_ns = span.start_ns;
            told.length_ns += span.length_ns();
        }
        std::vector<std::pair<trace::State, Told>> seen;
        for (std::size_t i = 0; i < states.size(); ++i)
            if (states[i].count > 0) seen.emplace_back(static_cast<trace::State>(i), states[i]);
        std::ranges::stable_sort(seen, {}, [](const auto& each) { return each.second.start_ns; });
        for (const auto& [state, told] : seen) add(lane, words_.state(state), told);
    }

    std::vector<std::vector<Line>> take() {
        const Line dash = Line::same("–");
        if (untold_ > 0)
            rows_.push_back(
                {fill(words::more_spans, {text::grouped(static_cast<long long>(untold_))}), dash, dash, dash});
        return std::move(rows_);
    }

private:
    const SpanWords& words_;
    std::vector<std::vector<Line>> rows_;
    std::size_t untold_ = 0;
};

std::size_t states_in(Spans spans) {
    std::array<bool, static_cast<std::size_t>(trace::State::count)> occurs{};
    for (const trace::Span& span : spans) occurs[static_cast<std::size_t>(span.state)] = true;
    return static_cast<std::size_t>(std::ranges::count(occurs, true));
}

} // namespace

lab::Table span_table(const trace::Trace& trace, const std::function<Line(std::string_view)>& title_of) {
    const auto milliseconds = [](trace::Nanoseconds at_ns) {
        return fill(words::milli, {text::fixed(static_cast<double>(at_ns) * 1e-6, 3)});
    };
    const auto seconds = [](trace::Nanoseconds ns) { return words_for_seconds(static_cast<double>(ns) * 1e-9); };
    return span_table(trace, {.group = title_of,
                              .state = [](trace::State state) { return words_for(state); },
                              .span = [](const trace::Span& span) { return words_for(span.state); },
                              .instant = milliseconds,
                              .length = seconds});
}

lab::Table span_table(const trace::Trace& trace, const SpanWords& said) {
    SpanRows rows(said);
    const bool all_fit = trace.span_count() < most_span_rows;
    const std::size_t share = (most_span_rows - 1) / std::max<std::size_t>(trace.lanes.size(), 1);
    for (const trace::Lane& lane : trace.lanes) {
        const Line name = fill(words::lane_of, {said.group(lane.group), lane_title(lane.name)});
        const Spans spans = lane.spans;
        const std::size_t folds = states_in(spans);
        const std::size_t single = all_fit || spans.size() <= share ? spans.size() : share - std::min(share, folds);
        rows.add_each(name, spans.first(single));
        rows.add_folded(name, spans.subspan(single));
    }
    return {"spans",
            words::spans,
            {words::column_lane, words::column_state, words::column_start, words::column_length},
            rows.take()};
}

} // namespace widget

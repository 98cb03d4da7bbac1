#include "widget/coroutine_tables.hpp"

#include <algorithm>

#include "lesson/sentences.hpp"
#include "text/coroutine.hpp"
#include "widget/coroutine_frame_rows.hpp"
#include "widget/coroutine_report.hpp"
#include "widget/coroutine_widget.hpp"

namespace widget {
namespace {

using lesson::Coroutine;
using lesson::Step;
using text::fill;
using text::Line;
namespace words = text::coroutine;

Line number(long long value) {
    return Line::same(std::to_string(value));
}

Line nothing() {
    return Line::same("–");
}

lab::Table coroutines_table(const Step& step, lesson::Tongue tongue) {
    lab::Table table{"coroutines",
                     words::table_coroutines,
                     {words::column_name, words::column_state, words::column_line, words::column_resumed_by,
                      words::column_flight, words::column_bytes, words::column_address},
                     {}};
    for (const Coroutine& each : step.coroutines) {
        const Coroutine* const resumer = step.find(each.resumed_by);
        const bool flies =
            !step.in_flight.empty() && std::ranges::find(step.flies_along, each.id) != step.flies_along.end();
        table.rows.push_back({Line::same(each.name), words_for(each.state),
                              each.cpp_line > 0 ? lesson::line_of(each.cpp_line, each.python_line, tongue) : nothing(),
                              resumer == nullptr ? Line(words::caller) : Line::same(resumer->name),
                              flies ? Line::same((step.flies_up ? "↑ " : "↓ ") + step.in_flight) : nothing(),
                              number(static_cast<long long>(each.frame_size)),
                              Line::same(hex_address(each.frame.address))});
    }
    return table;
}

lab::Table locals_table(const Step& step) {
    lab::Table table{"locals",
                     words::table_locals,
                     {words::column_coroutine, words::column_name, words::column_type, words::column_value},
                     {}};
    for (const Coroutine& each : step.coroutines)
        for (const lesson::Local& local : each.locals)
            table.rows.push_back(
                {Line::same(each.name), Line::same(local.name), Line::same(local.type), Line::same(local.value)});
    return table;
}

/// "A value · as predicted"; "?" where it is asked for and can still be said.
Line prediction_of(const CoroutineWidget& widget, int operation) {
    const std::string said = widget.predicted(operation);
    if (said.empty()) return widget.is_open(operation) ? Line::same("?") : nothing();
    const Line named = widget.words_for_prediction(said);
    const std::string came = widget.verdict(operation);
    if (came.empty()) return named;
    const Line verdict = words_for_verdict(came);
    return Line(named.ko + " · " + verdict.ko, named.en + " · " + verdict.en);
}

/// Those to come as well, without what they will come to.
lab::Table history_table(const CoroutineWidget& widget) {
    lab::Table table{"history",
                     words::table_history,
                     {words::column_operation, words::column_prediction, words::column_outcome},
                     {}};
    const auto& script = widget.run().script();
    for (int operation = 0; operation <= static_cast<int>(script.size()); ++operation) {
        const int at = widget.run().outcome_of(operation);
        const Step& step = widget.run().steps()[static_cast<std::size_t>(at)];
        const bool is_over = at <= widget.step_number() && step.operation == operation;
        const bool is_end = operation == static_cast<int>(script.size());
        if (is_end && (!is_over || widget.run().is_dropped())) continue; // what the script left is dropped at the end
        const lesson::Operation done = is_end ? lesson::Operation{lesson::Operation::Kind::drop, {}, {}}
                                              : script[static_cast<std::size_t>(operation)];
        table.rows.push_back({Line::same(call_in_python(done)), prediction_of(widget, operation),
                              is_over ? words_for_outcome(step.outcome) : Line(words::not_yet)});
    }
    return table;
}

lab::Table branches_table(const CoroutineWidget& widget) {
    lab::Table table{
        "branches", words::table_branches, {words::column_branch, words::column_operation, words::column_shown}, {}};
    for (std::size_t i = 0; i < widget.branches().size(); ++i)
        table.rows.push_back({number(static_cast<long long>(i) + 1),
                              Line::same(lesson::write_script(widget.branches()[i].script)),
                              i == widget.branch() ? Line(words::yes) : nothing()});
    return table;
}

lab::Table frame_table(const Coroutine& coroutine) {
    const bool is_freed = coroutine.frame.bytes.empty();
    lab::Table table{
        "frame",
        fill(is_freed ? words::table_frame_freed : words::table_frame,
             {Line::same(coroutine.name), number(static_cast<long long>(coroutine.frame_size)),
              Line::same(hex_address(coroutine.frame.address))}),
        {words::column_offset, words::column_bytes, words::column_field, words::column_value, words::column_changed},
        {}};
    if (is_freed) table.rows.push_back({nothing(), nothing(), words::frame_freed, nothing(), nothing()});
    for (const FrameRow& row : frame_rows(coroutine)) {
        const Line field = row.field == nullptr ? Line(words::field_unknown) : words_for(*row.field);
        table.rows.push_back({number(static_cast<long long>(row.offset)),
                              Line::same(hex_of(coroutine.frame, row.offset, row.size)),
                              row.continues ? fill(words::field_continues, {field}) : field,
                              row.value.empty() ? nothing() : Line::same(row.value),
                              row.changed.empty() ? nothing() : number(static_cast<long long>(row.changed.size()))});
    }
    return table;
}

} // namespace

std::vector<lab::Table> coroutine_tables(const CoroutineWidget& widget) {
    std::vector<lab::Table> tables{coroutines_table(widget.step(), widget.tongue()), locals_table(widget.step()),
                                   history_table(widget)};
    if (widget.branches().size() > 1) tables.push_back(branches_table(widget));
    if (const Coroutine* const open = widget.open_coroutine()) tables.push_back(frame_table(*open));
    return tables;
}

} // namespace widget

#include "widget/coroutine_export.hpp"

#include "lab/version.hpp"
#include "trace/csv_export.hpp"
#include "trace/json.hpp"
#include "widget/coroutine_frame_rows.hpp"
#include "widget/coroutine_report.hpp"
#include "widget/coroutine_widget.hpp"

namespace widget {
namespace {

using lesson::Coroutine;
using lesson::Step;

trace::Setup setup_of(const CoroutineWidget& widget) {
    return {{"program", "Interleave " + std::string(lab::version)},
            {"experiment", "coroutine"},
            {"engine", widget.surroundings().engine},
            {"date", widget.surroundings().now()},
            {"lesson", std::string(widget.run().lesson().id)},
            {"ops", lesson::write_script(widget.run().script())}};
}

std::string csv_field(const std::string& text) {
    std::string written = "\"";
    for (const char c : text) written += c == '"' ? std::string("\"\"") : std::string(1, c);
    return written + "\"";
}

std::string way_of(const Step& step) {
    return step.in_flight.empty() ? "" : step.flies_up ? "up" : "down";
}

/// Those between whom and whoever resumed them the value flies: "total both numbers".
std::string names_along(const Step& step) {
    std::string names;
    for (const int id : step.flies_along) names += (names.empty() ? "" : " ") + step.find(id)->name;
    return names;
}

std::string csv_of(const CoroutineWidget& widget) {
    std::string out = trace::csv_setup(setup_of(widget));
    out += "step,operation,coroutine,line_cpp,line_python,in_flight,way,along,outcome,sentence_ko,sentence_en\n";
    int number = 0;
    for (const Step& step : widget.run().steps()) {
        const Coroutine* const active = step.find(step.active);
        out += std::to_string(number++) + "," + std::to_string(step.operation) + "," +
               csv_field(active == nullptr ? "caller" : active->name) + "," + std::to_string(step.cpp_line) + "," +
               std::to_string(step.python_line) + "," + csv_field(step.in_flight) + "," + way_of(step) + "," +
               csv_field(names_along(step)) + "," +
               csv_field(step.kind == Step::Kind::outcome ? shown_outcome(step.outcome) : "") + "," +
               csv_field(step.sentence.ko) + "," + csv_field(step.sentence.en) + "\n";
    }
    return out;
}

/// Every byte of the frame; nothing of a freed one.
void write_frame(trace::JsonWriter& json, const Coroutine& each) {
    json.key("frame").begin_array();
    for (const FrameRow& row : frame_rows(each)) {
        json.begin_object()
            .member("offset", row.offset)
            .member("size", row.size)
            .member("bytes", hex_of(each.frame, row.offset, row.size))
            .member("field", name_of_field(row.field))
            .member("name", row.field == nullptr ? "" : row.field->name)
            .member("value", row.value);
        json.key("changed").begin_array();
        for (const std::size_t offset : row.changed) json.value(offset);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_coroutine(trace::JsonWriter& json, const Coroutine& each) {
    json.begin_object()
        .member("id", each.id)
        .member("name", each.name)
        .member("state", name_of(each.state))
        .member("line", each.cpp_line)
        .member("resumed_by", each.resumed_by)
        .member("address", hex_address(each.frame.address))
        .member("frame_bytes", each.frame_size)
        .member("from_first_frame", each.frame.from_first)
        .member("freed", each.frame.bytes.empty());
    write_frame(json, each);
    json.key("locals").begin_array();
    for (const lesson::Local& local : each.locals)
        json.begin_object()
            .member("name", local.name)
            .member("type", local.type)
            .member("value", local.value)
            .member("offset", local.offset)
            .member("changed", local.changed)
            .end_object();
    json.end_array().end_object();
}

std::string json_of(const CoroutineWidget& widget) {
    trace::JsonWriter json;
    json.begin_object().key("setup").begin_object();
    for (const auto& [key, value] : setup_of(widget)) json.member(key, value);
    json.end_object().key("steps").begin_array();
    for (const Step& step : widget.run().steps()) {
        json.begin_object()
            .member("operation", step.operation)
            .member("outcome", step.kind == Step::Kind::outcome ? shown_outcome(step.outcome) : "")
            .member("line_cpp", step.cpp_line)
            .member("line_python", step.python_line)
            .member("active", step.active)
            .member("in_flight", step.in_flight)
            .member("way", way_of(step))
            .member("ko", step.sentence.ko)
            .member("en", step.sentence.en);
        json.key("along").begin_array();
        for (const int id : step.flies_along) json.value(id);
        json.end_array().key("coroutines").begin_array();
        for (const Coroutine& each : step.coroutines) write_coroutine(json, each);
        json.end_array().end_object();
    }
    json.end_array().member("output", widget.run().output(static_cast<int>(widget.run().steps().size()) - 1));
    return json.end_object().take() + "\n";
}

} // namespace

std::optional<lab::File> make_coroutine_file(std::string_view id, const CoroutineWidget& widget) {
    if (id == "export_csv") return lab::File{"interleave-coroutine.csv", "text/csv", csv_of(widget)};
    if (id == "export_json") return lab::File{"interleave-coroutine.json", "application/json", json_of(widget)};
    return std::nullopt;
}

} // namespace widget

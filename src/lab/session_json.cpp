#include <algorithm>

#include "lab/session.hpp"
#include "lab/version.hpp"
#include "trace/json.hpp"

namespace lab {
namespace {

using text::Language;
using trace::JsonWriter;

std::string_view name_of(Place place) {
    switch (place) {
    case Place::panel:
        return "panel";
    case Place::stage:
        return "stage";
    case Place::bar:
        return "bar";
    case Place::footer:
        return "footer";
    }
    return "";
}

void write_control(JsonWriter& json, const Control& control, Language language) {
    json.begin_object()
        .member("id", control.id)
        .member("kind", name_of(control.kind))
        .member("label", control.label.in(language))
        .member("value", control.value)
        .member("place", name_of(control.place))
        .member("primary", control.primary)
        .member("hint", control.hint.in(language))
        .member("why_not", control.why_not.in(language));
    if (control.kind == Kind::number)
        json.member("min", control.min)
            .member("max", control.max)
            .member("step", control.step)
            .member("slider", control.slider)
            .member("unit", control.unit.in(language));
    if (control.kind == Kind::choice) {
        json.key("options").begin_array();
        for (const Option& option : control.options)
            json.begin_object().member("value", option.value).member("label", option.label.in(language)).end_object();
        json.end_array();
    }
    json.end_object();
}

void write_table(JsonWriter& json, const Table& table, Language language) {
    json.begin_object().member("id", table.id).member("caption", table.caption.in(language));
    json.key("columns").begin_array();
    for (const text::Line& column : table.columns) json.value(column.in(language));
    json.end_array().key("rows").begin_array();
    for (const auto& row : table.rows) {
        json.begin_array();
        for (const text::Line& cell : row) json.value(cell.in(language));
        json.end_array();
    }
    json.end_array().end_object();
}

/// Takes the digits at the front of `text` away; how many there were.
std::size_t skip_digits(std::string_view& text) {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
}

bool skip(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// Whether it is a number of JSON (RFC 8259, 6). "1,9,18" is a list and "007" a text, whatever a reader may type.
bool is_json_number(std::string_view text) {
    skip(text, "-");
    if (!skip(text, "0") && skip_digits(text) == 0) return false;
    if (skip(text, ".") && skip_digits(text) == 0) return false;
    if (skip(text, "eE")) {
        skip(text, "+-");
        if (skip_digits(text) == 0) return false;
    }
    return text.empty();
}

/// Canonical text as the JSON type that it reads as; a number stays as it is written.
void write_typed(JsonWriter& json, const std::string& value) {
    if (value == "true" || value == "false" || is_json_number(value))
        json.raw(value);
    else
        json.value(value);
}

} // namespace

std::string state_json(const Session& session) {
    const Language language = session.language();
    const Description description = session.describe();
    JsonWriter json;
    json.begin_object()
        .member("revision", session.revision())
        .member("version", version)
        .member("widget", session.widget().id())
        .member("title", description.title.in(language))
        .member("lang", text::code_of(language))
        .member("theme", session.theme())
        .member("dark", session.is_dark())
        .member("sentence", description.sentence.in(language))
        .member("progress", description.progress)
        .member("link", session.link());
    json.key("notices").begin_array();
    for (const text::Line& notice : description.notices)
        json.begin_object().member("ko", notice.ko).member("en", notice.en).end_object();
    json.end_array().key("controls").begin_array();
    for (const Control& control : session.controls()) write_control(json, control, language);
    json.end_array().key("facts").begin_array();
    for (const Fact& fact : description.facts)
        json.begin_object()
            .member("id", fact.id)
            .member("value", fact.value)
            .member("unit", fact.unit)
            .member("label", fact.label.in(language))
            .member("text", fact.text.in(language))
            .end_object();
    json.end_array().key("tables").begin_array();
    for (const Table& table : description.tables) write_table(json, table, language);
    json.end_array().end_object();
    return json.take();
}

std::string result_json(const Session& session) {
    const Description description = session.describe();
    JsonWriter json;
    json.begin_object().member("widget", session.widget().id()).member("version", version);
    json.key("controls").begin_object();
    for (const Control& control : session.controls()) {
        if (control.kind == Kind::button || control.id == "w") continue; // `widget` says it
        json.key(control.id);
        write_typed(json, control.value);
    }
    json.end_object().key("facts").begin_object();
    for (const Fact& fact : description.facts) {
        json.key(fact.id).begin_object().key("value");
        write_typed(json, fact.value);
        json.member("unit", fact.unit).member("text", fact.text.in(session.language())).end_object();
    }
    json.end_object().end_object();
    return json.take();
}

} // namespace lab

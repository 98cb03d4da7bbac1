#include "trace/csv_export.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace trace {
namespace {

void append_number(std::string& out, std::int64_t value) {
    std::array<char, 20> buffer;
    out.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

/// In quotes only where a comma, a quote or a line end asks for them.
std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

/// A line end inside a setup value would end the comment and begin a false row.
std::string on_one_line(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c == '\n' || c == '\r') c = ' ';
    return out;
}

void append_row(std::string& out, std::string_view lane, std::string_view kind_and_name, Nanoseconds start_ns,
                Nanoseconds end_ns, std::uint32_t detail) {
    out += lane;
    out += kind_and_name;
    out += ',';
    append_number(out, start_ns);
    out += ',';
    append_number(out, end_ns);
    out += ',';
    append_number(out, detail);
    out += '\n';
}

} // namespace

std::string csv_setup(const Setup& setup) {
    std::string out;
    for (const auto& [key, value] : setup) out += "# " + on_one_line(key) + ": " + on_one_line(value) + "\n";
    return out;
}

std::string csv_text(const Trace& trace, const Setup& setup) {
    std::string out = csv_setup(setup);
    out.reserve(out.size() + (trace.span_count() + trace.marks.size()) * 64);
    out += "group,lane,kind,name,start_ns,end_ns,detail\n";

    std::vector<std::string> prefixes;
    for (const Lane& lane : trace.lanes) prefixes.push_back(field(lane.group) + ',' + field(lane.name) + ',');

    std::array<std::string, static_cast<std::size_t>(State::count)> kinds;
    for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = std::string("span,") + name_of(static_cast<State>(i));

    for (std::size_t i = 0; i < trace.lanes.size(); ++i)
        for (const Span& span : trace.lanes[i].spans)
            append_row(out, prefixes[i], kinds.at(static_cast<std::size_t>(span.state)), span.start_ns, span.end_ns,
                       span.detail);
    for (const Mark& mark : trace.marks)
        append_row(out, mark.lane < prefixes.size() ? prefixes[mark.lane] : ",,",
                   std::string("mark,") + name_of(mark.event), mark.at_ns, mark.at_ns, mark.detail);
    return out;
}

} // namespace trace

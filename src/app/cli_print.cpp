#include "app/cli_print.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/cli.hpp"

namespace app {
namespace {

using text::Language;

/// Cells of a terminal that a text takes: wide characters (Hangul, CJK) take two.
std::size_t cells_of(std::string_view text) {
    std::size_t cells = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) == 0x80) continue;
        // Lead bytes 0xE3–0xED begin U+3000–U+DFFF, all of Hangul and CJK among them.
        cells += byte >= 0xe3 && byte <= 0xed ? 2 : 1;
    }
    return cells;
}

std::string padded(const std::string& text, std::size_t cells) {
    return text + std::string(cells - std::min(cells, cells_of(text)), ' ');
}

std::string table_as_text(const lab::Table& table, Language language) {
    std::vector<std::size_t> widths;
    for (const text::Line& column : table.columns) widths.push_back(cells_of(column.in(language)));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], cells_of(row[i].in(language)));
    std::string out = "\n" + table.caption.in(language) + "\n";
    const auto line = [&](const std::vector<text::Line>& cells) {
        std::string written = " ";
        for (std::size_t i = 0; i < cells.size(); ++i) written += " " + padded(cells[i].in(language), widths[i]) + " ";
        written.erase(written.find_last_not_of(' ') + 1);
        return written + "\n";
    };
    out += line(table.columns);
    for (const auto& row : table.rows) out += line(row);
    return out;
}

} // namespace

std::string as_text(const lab::Session& session) {
    const Language language = session.language();
    const lab::Description description = session.describe();
    std::string out = description.title.in(language) + "\n" + description.sentence.in(language) + "\n";
    for (const text::Line& notice : description.notices) out += "! " + notice.in(language) + "\n";
    for (const lab::Table& table : description.tables)
        if (!table.rows.empty()) out += table_as_text(table, language);
    out += "\n";
    for (const lab::Fact& fact : description.facts)
        out += padded(fact.id, 34) + " " + fact.label.in(language) + ": " + fact.text.in(language) + "\n";
    return out;
}

std::string controls_as_text(const lab::Session& session) {
    const Language language = session.language();
    std::string out = session.widget().title().in(language) + "\n";
    for (const lab::Control& control : session.controls()) {
        if (control.id == "w") continue; // the word behind `run`
        const bool button = control.kind == lab::Kind::button;
        std::string values = button ? "--press" : control.fallback;
        if (control.kind == lab::Kind::number)
            values += " (" +
                      text::fill(text::cli::range, {lab::shown(control, control.min), lab::shown(control, control.max)})
                          .in(language) +
                      ")";
        for (const lab::Option& option : control.options)
            if (!option.value.empty()) values += (values.empty() ? "" : " | ") + option.value;
        out += "  " + padded((button ? "" : "--") + control.id, 22) + " " + padded(values, 34) + " " +
               control.label.in(language) + ". " + control.hint.in(language) + "\n";
    }
    return out;
}

} // namespace app

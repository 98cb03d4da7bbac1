#include "view/coroutine_code.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "text/coroutine.hpp"

namespace view {
namespace {

namespace words = text::coroutine;
using lesson::Coroutine;
using lesson::Tongue;

constexpr float gutter = 36;

/// Whether a coroutine that is not at work waits on this line.
bool somebody_waits(const lesson::Step& step, int line, Tongue tongue) {
    return std::ranges::any_of(step.coroutines, [&](const Coroutine& each) {
        return each.id != step.active && line == (tongue == Tongue::cpp ? each.cpp_line : each.python_line);
    });
}

/// Cells of a fixed-width font that a byte of UTF-8 begins: Hangul takes two.
float cells_of(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) == 0x80) return 0;
    return byte >= 0xe3 && byte <= 0xed ? 2.0f : 1.0f;
}

float cells_of(std::string_view text) {
    float cells = 0;
    for (const char c : text) cells += cells_of(c);
    return cells;
}

/// A line of code in as many rows as it needs at `room` cells a row: broken after a space, and indented further.
std::vector<std::string> rows_of(std::string_view line, float room) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size()) + 4;
    std::vector<std::string> rows;
    std::string rest(line);
    while (cells_of(rest) > room) {
        const std::size_t first = rows.empty() ? indent - 4 : indent;
        float cells = 0;
        std::size_t end = 0;
        std::size_t after_space = 0;
        for (; end < rest.size() && (cells += cells_of(rest[end])) <= room; ++end)
            if (rest[end] == ' ' && end > first) after_space = end + 1;
        if (after_space == 0) break; // nowhere to break
        rows.push_back(rest.substr(0, after_space));
        rest = std::string(indent, ' ') + rest.substr(after_space);
    }
    rows.push_back(std::move(rest));
    return rows;
}

} // namespace

float draw_heading(const Frame& frame, const Rect& rect, std::string_view heading) {
    paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.semibold, type::small, frame.theme.muted,
               {rect.x, rect.y, rect.w, 20}, heading);
    return 22;
}

float draw_lesson_code(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget, Tongue tongue) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const lesson::Code& code = widget.run().lesson().code;
    const auto lines = tongue == Tongue::cpp ? code.cpp : code.python;
    const lesson::Step& step = widget.step();
    const int lit = tongue == Tongue::cpp ? step.cpp_line : step.python_line;
    float longest = 1;
    for (const lesson::CodeLine& line : lines) longest = std::max(longest, cells_of(line.text));
    const float advance = text_size(theme.fonts.mono, 100, "0").x / 100;
    const float width = rect.w - gutter - space::s;
    const float size = std::clamp(width / (advance * longest), 10.5f, type::small + 0.5f);
    const float row_height = std::round(size * 1.5f);
    std::vector<std::vector<std::string>> rows;
    std::size_t all_rows = 0;
    for (const lesson::CodeLine& line : lines) {
        rows.push_back(rows_of(line.text, width / (advance * size) + 0.01f));
        all_rows += rows.back().size();
    }
    const bool is_cpp = tongue == Tongue::cpp;
    const float top = rect.y + draw_heading(frame, rect, is_cpp ? frame.in(words::heading_code) : "Python");
    const float height = row_height * static_cast<float>(all_rows) + 2 * space::s;
    fill_rect(list, {rect.x, top, rect.w, height}, theme.sunken, 8);
    float y = top + space::s;
    int number = 0;
    for (const std::vector<std::string>& line : rows) {
        ++number;
        const float line_height = row_height * static_cast<float>(line.size());
        const bool is_lit = number == lit;
        if (is_lit) {
            fill_rect(list, {rect.x, y, rect.w, line_height}, faded(theme.accent, 0.2f));
            fill_rect(list, {rect.x, y, 4, line_height}, theme.accent);
            const ImVec2 tip{rect.x + 14, y + row_height / 2};
            list->AddTriangleFilled({tip.x - 7, tip.y - 4}, {tip.x - 7, tip.y + 4}, tip, theme.accent);
        } else if (somebody_waits(step, number, tongue)) {
            fill_rect(list, {rect.x, y, rect.w, line_height},
                      faded(theme.state_colour(trace::State::wait_lock), 0.16f));
            // The sign of a pause: two bars.
            const ImU32 ink = theme.state_colour(trace::State::wait_lock);
            fill_rect(list, {rect.x + 8, y + row_height / 2 - 4, 2.5f, 8}, ink);
            fill_rect(list, {rect.x + 12.5f, y + row_height / 2 - 4, 2.5f, 8}, ink);
        }
        paint_text(list, theme.fonts.mono, size - 1.5f, theme.muted, {rect.x, y, gutter - 8, row_height},
                   std::to_string(number), Align::right);
        for (const std::string& row : line) {
            paint_text(list, theme.fonts.mono, size, theme.text,
                       {rect.x + gutter, y, rect.w - gutter - space::xs, row_height}, row);
            y += row_height;
        }
    }
    return top + height - rect.y;
}

float draw_console(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float top = rect.y + draw_heading(frame, rect, frame.in(words::heading_console));
    constexpr float line_height = 19;
    const std::size_t lines = widget.step().console;
    const float height = line_height * static_cast<float>(std::max<std::size_t>(lines, 1)) + 2 * space::s;
    fill_rect(list, {rect.x, top, rect.w, height}, theme.sunken, 8);
    Rect row{rect.x + space::m, top + space::s, rect.w - 2 * space::m, line_height};
    if (lines == 0)
        paint_text(list, theme.fonts.regular, type::small, theme.muted, row, frame.in(words::console_empty));
    for (std::size_t i = 0; i < lines; ++i, row.y += line_height) {
        const lesson::ConsoleLine& line = widget.run().console()[i];
        paint_text(list, theme.fonts.mono, type::small, line.is_error ? theme.bad : theme.text, row, line.text);
    }
    return top + height - rect.y;
}

} // namespace view

#include "view/timeline_cursor.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "text/sentence.hpp"
#include "view/time_axis.hpp"
#include "view/timeline_marks.hpp"

namespace view {
namespace {

constexpr float line_height = 20;
constexpr float swatch_width = 16;

/// A lane and what it did or what happened to it, or the title of a group (only `name`).
struct Line {
    std::string name;
    std::string what;
    std::string amount;
    trace::State state = trace::State::idle;
    trace::Event event = trace::Event::count; ///< count: none
    bool is_title = false;
    bool is_here = false; ///< of the lane that is pointed at
    bool has_state = false;
};

Line line_of(const TimelineFigure& figure, std::uint32_t index, float x, std::optional<std::uint32_t> pointed) {
    const trace::Lane& lane = figure.trace.lanes[index];
    Line line;
    line.name = figure.words.lane(lane);
    line.is_here = pointed == index;
    const TimelineBox* box = box_at(figure.boxes, index, x);
    if (!box) {
        line.what = "–";
        return line;
    }
    line.has_state = true;
    line.state = box->state;
    line.what =
        box->is_fold() ? std::string(figure.words.state(box->state)) : figure.words.of(lane, lane.spans[box->first]);
    line.amount = box->is_fold() ? "×" + text::grouped(static_cast<long long>(box->count)).en
                                 : length_text(static_cast<double>(lane.spans[box->first].length_ns()));
    return line;
}

/// All lanes under the titles of their groups, when they fit into `most` lines; else those of the group of the lane
/// that is `pointed` at; else as many of these as do, that one among them.
std::vector<Line> lines_of(const TimelineFigure& figure, float x, std::optional<std::uint32_t> pointed,
                           std::size_t most) {
    const std::vector<trace::Lane>& lanes = figure.trace.lanes;
    const bool has_titles = figure.rows.headings.size() > 1;
    std::vector<Line> lines;
    if (lanes.size() + (has_titles ? figure.rows.headings.size() : 0) <= most) {
        for (std::uint32_t i = 0; i < lanes.size(); ++i) {
            if (has_titles && !lanes[i].group.empty() && (i == 0 || lanes[i].group != lanes[i - 1].group)) {
                Line title;
                title.name = figure.words.group(lanes[i].group);
                title.is_title = true;
                lines.push_back(std::move(title));
            }
            lines.push_back(line_of(figure, i, x, pointed));
        }
        return lines;
    }
    const std::uint32_t under = pointed.value_or(0);
    std::uint32_t first = under;
    std::uint32_t end = under + 1;
    while (first > 0 && lanes[first - 1].group == lanes[under].group) --first;
    while (end < lanes.size() && lanes[end].group == lanes[under].group) ++end;
    if (end - first > most) {
        const auto room = static_cast<std::uint32_t>(most);
        first = std::clamp(under - std::min(under, room / 2), first, end - room);
        end = first + room;
    }
    for (std::uint32_t i = first; i < end; ++i) lines.push_back(line_of(figure, i, x, pointed));
    return lines;
}

/// The events that stand less than 5 pixels from x, each with its lane.
std::vector<Line> events_at(const TimelineFigure& figure, float x) {
    constexpr float reach = 5;
    std::vector<Line> lines;
    for (const MarkTick& tick : layout_marks(figure.trace, figure.window, figure.plot_width())) {
        if (std::abs(tick.x - x) > reach || tick.lane >= figure.trace.lanes.size()) continue;
        Line line;
        line.name = figure.words.lane(figure.trace.lanes[tick.lane]);
        line.what = figure.words.event(tick.event);
        if (tick.count > 1) line.amount = "×" + text::grouped(static_cast<long long>(tick.count)).en;
        line.event = tick.event;
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Right of the pointer, else left of it, else wherever it stays inside.
ImVec2 place(const TimelineFigure& figure, ImVec2 pointer, ImVec2 size) {
    float x = pointer.x + space::l;
    if (x + size.x > figure.high.x) x = pointer.x - space::l - size.x;
    x = std::clamp(x, figure.low.x, std::max(figure.low.x, figure.high.x - size.x));
    const float y = std::clamp(pointer.y - size.y / 2, figure.low.y, std::max(figure.low.y, figure.high.y - size.y));
    return {std::round(x), std::round(y)};
}

class Table {
public:
    Table(const TimelineFigure& figure, std::string title) : figure_(figure), title_(std::move(title)) {
        width_ = text_size(figure.theme.fonts.semibold, type::small, title_).x;
    }

    void add(Line line) {
        ImFont* font = figure_.theme.fonts.regular;
        if (line.is_title) {
            width_ = std::max(width_, text_size(font, type::small, line.name).x);
            lines_.push_back(std::move(line));
            return;
        }
        name_ = std::max(name_, text_size(font, type::small, line.name).x);
        what_ = std::max(what_, text_size(font, type::small, line.what).x);
        amount_ = std::max(amount_, text_size(font, type::small, line.amount).x);
        lines_.push_back(std::move(line));
    }

    ImVec2 size() const {
        const float columns = name_ + space::m + swatch_width + space::s + what_ + space::m + amount_;
        return {std::max(width_, columns) + 2 * space::m,
                line_height * static_cast<float>(lines_.size() + 1) + 2 * space::s};
    }

    void paint(ImDrawList& list, QuadPainter& painter, ImVec2 at) const {
        const Theme& theme = figure_.theme;
        const ImVec2 end(at.x + size().x, at.y + size().y);
        list.AddRectFilled(at, end, theme.surface, 6);
        list.AddRect(at, end, theme.line, 6);
        write(list, theme.fonts.semibold, at.x + space::m, at.y + space::s, theme.text, title_);
        std::vector<Quad> quads;
        float y = at.y + space::s + line_height;
        for (const Line& line : lines_) {
            const float swatch_x = at.x + space::m + name_ + space::m;
            if (line.has_state)
                quads.push_back(state_quad(theme, line.state, {swatch_x, y + 4}, {swatch_x + swatch_width, y + 16}));
            if (line.event != trace::Event::count)
                paint_event(list, theme, line.event, true, {swatch_x + swatch_width / 2, y + line_height / 2 - 3});
            write(list, theme.fonts.regular, at.x + space::m, y, line.is_here ? theme.accent : theme.muted, line.name);
            write(list, theme.fonts.regular, swatch_x + swatch_width + space::s, y, theme.text, line.what);
            const float amount = text_size(theme.fonts.regular, type::small, line.amount).x;
            write(list, theme.fonts.regular, end.x - space::m - amount, y, theme.text, line.amount);
            y += line_height;
        }
        painter.paint(list, quads, {{0, 0}, 0, theme.background});
    }

private:
    static void write(ImDrawList& list, ImFont* font, float x, float y, ImU32 colour, const std::string& text) {
        paint_text(&list, font, type::small, colour, {x, y, text_size(font, type::small, text).x, line_height}, text);
    }

    const TimelineFigure& figure_;
    std::string title_;
    std::vector<Line> lines_;
    float width_ = 0;
    float name_ = 0;
    float what_ = 0;
    float amount_ = 0;
};

} // namespace

void paint_cursor(ImDrawList& list, QuadPainter& painter, const TimelineFigure& figure, ImVec2 pointer) {
    const float x = pointer.x - figure.plot_x();
    if (x < 0 || x > figure.plot_width()) return;
    const float line_x = std::round(pointer.x) + 0.5f;
    list.AddLine({line_x, figure.low.y}, {line_x, figure.high.y + space::xs}, figure.theme.accent, 1);

    const double time_ns = figure.window.ns_of(x, figure.plot_width());
    Table table(figure, instant_text(time_ns, tick_step_ns(figure.window.ns_per_pixel(figure.plot_width()), 1)));
    const auto room = static_cast<std::size_t>(std::max(1.0f, (figure.high.y - figure.low.y) / line_height - 2));
    const auto pointed = figure.rows.lane_at(pointer.y - figure.low.y + figure.scroll_y);
    std::vector<Line> lines = lines_of(figure, x, pointed, room);
    for (Line& line : events_at(figure, x))
        if (lines.size() < room) lines.push_back(std::move(line));
    for (Line& line : lines) table.add(std::move(line));
    table.paint(list, painter, place(figure, pointer, table.size()));
}

} // namespace view

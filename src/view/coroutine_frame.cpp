#include "view/coroutine_frame.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "lesson/frame_fields.hpp"
#include "text/coroutine.hpp"
#include "view/coroutine_code.hpp"
#include "widget/coroutine_frame_rows.hpp"
#include "widget/coroutine_report.hpp"

namespace view {
namespace {

namespace words = text::coroutine;
using lesson::Field;
using text::Line;

constexpr float row_height = 18;

ImU32 colour_of(const Theme& theme, Field::Kind kind) {
    using trace::State;
    switch (kind) {
    case Field::Kind::resume:
        return theme.state_colour(State::wait_lock);
    case Field::Kind::destroy:
        return theme.state_colour(State::send);
    case Field::Kind::promise:
        return theme.state_colour(State::generate);
    case Field::Kind::parameter:
    case Field::Kind::local:
        return theme.state_colour(State::verify);
    case Field::Kind::index:
        return theme.state_colour(State::wait_io);
    case Field::Kind::probe:
        return theme.muted;
    }
    return theme.muted;
}

constexpr float size = type::small - 1;
constexpr float offset_width = 32;

/// The variables that begin in these bytes, by name; the legend names the other fields.
std::string names_in(const lesson::FrameImage& image, std::size_t from, std::size_t to) {
    std::string names;
    for (const Field& field : image.fields) {
        const bool is_variable = field.kind == Field::Kind::local || field.kind == Field::Kind::parameter;
        if (is_variable && field.offset >= from && field.offset < to) names += (names.empty() ? "" : ", ") + field.name;
    }
    return names;
}

/// How many bytes stand in a row, and how wide each is.
struct Grid {
    std::size_t in_a_row;
    float cell;

    float names() const { return offset_width + cell * static_cast<float>(in_a_row) + space::s; }
};

/// A row is as high as the names beside it need.
float height_of_row(const Frame& frame, const std::string& names, float room) {
    return std::max(row_height, text_size(frame.theme.fonts.regular, size, names, room).y + 2);
}

void draw_row(const Frame& frame, const Rect& rect, const lesson::FrameImage& image, std::size_t from, std::size_t to,
              const Grid& grid) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    char text[8];
    std::snprintf(text, sizeof text, "%03zx", from);
    paint_text(list, theme.fonts.mono, size, theme.muted, {rect.x, rect.y, 30, row_height}, text);
    for (std::size_t i = from; i < to; ++i) {
        const Rect box{rect.x + offset_width + grid.cell * static_cast<float>(i - from), rect.y, grid.cell, row_height};
        const Field* const field = image.field_at(i);
        const bool changed = i < image.changed.size() && image.changed[i];
        if (field != nullptr) {
            fill_rect(list, {box.x, box.y + 1, box.w, box.h - 2}, faded(colour_of(theme, field->kind), 0.22f));
            fill_rect(list, {box.x, box.bottom() - 3, box.w, 2}, colour_of(theme, field->kind));
        }
        if (changed) fill_rect(list, {box.x + 0.5f, box.y + 1, box.w - 1, box.h - 2}, theme.accent, 3);
        std::snprintf(text, sizeof text, "%02x", image.bytes[i]);
        const ImU32 ink = changed ? theme.on_accent : image.bytes[i] == 0 ? faded(theme.muted, 0.55f) : theme.text;
        paint_text(list, theme.fonts.mono, size, ink, box, text, Align::centre);
    }
    paint_wrapped(list, theme.fonts.regular, size, theme.text, {rect.x + grid.names(), rect.y + 2},
                  rect.w - grid.names(), names_in(image, from, to));
}

/// What the colours mean: of each kind that occurs, and of a changed byte. Returns its height.
float draw_legend(const Frame& frame, const Rect& rect, const lesson::FrameImage& image) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    constexpr float swatch = 14;
    ImVec2 at = rect.min();
    const auto put = [&](ImU32 colour, bool is_solid, const Line& words) {
        const float width = swatch + space::xs + text_size(theme.fonts.regular, size, frame.in(words)).x;
        if (at.x > rect.x && at.x + width > rect.right()) at = {rect.x, at.y + row_height};
        const Rect box{at.x, at.y + 2, swatch, row_height - 4};
        fill_rect(list, box, is_solid ? colour : faded(colour, 0.22f), is_solid ? 3.0f : 0.0f);
        if (!is_solid) fill_rect(list, {box.x, box.bottom() - 2, box.w, 2}, colour);
        paint_text(list, theme.fonts.regular, size, theme.text,
                   {box.right() + space::xs, at.y, rect.right() - box.right(), row_height}, frame.in(words));
        at.x += width + space::m;
    };
    using Kind = Field::Kind;
    for (const Kind kind : {Kind::resume, Kind::destroy, Kind::promise, Kind::local, Kind::index, Kind::probe}) {
        const auto is_of_kind = [&](const Field& field) {
            return field.kind == kind || (kind == Kind::local && field.kind == Kind::parameter);
        };
        const auto found = std::ranges::find_if(image.fields, is_of_kind);
        if (found == image.fields.end()) continue;
        put(colour_of(theme, kind), false,
            kind == Kind::local ? Line(words::legend_variable) : widget::words_for(*found));
    }
    put(theme.accent, true, words::legend_changed);
    return at.y + row_height - rect.y;
}

} // namespace

float draw_open_frame(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = rect.y + draw_heading(frame, rect, frame.in(words::heading_frame));
    const lesson::Coroutine* const open = widget.open_coroutine();
    if (open == nullptr) return y - rect.y;
    const lesson::FrameImage& image = open->frame;
    const Line caption =
        text::fill(words::frame_caption, {Line::same(open->name), Line::same(std::to_string(open->frame_size)),
                                          Line::same(widget::hex_address(image.address))});
    paint_text(list, theme.fonts.mono, type::small, theme.text, {rect.x, y, rect.w, row_height}, frame.in(caption));
    y += row_height + space::xs;
    if (image.bytes.empty()) {
        const Rect box{rect.x, y, rect.w, 44};
        fill_rect(list, box, theme.sunken, 8);
        paint_text(list, theme.fonts.regular, type::small, theme.muted, box.inset(space::m),
                   frame.in(words::frame_freed));
        return y + box.h - rect.y;
    }
    y += draw_legend(frame, {rect.x, y, rect.w, 0}, image) + space::xs;
    const Grid grid = rect.w > 420 ? Grid{16, 18} : Grid{8, 20};
    const float room = rect.w - 2 * space::s - grid.names();
    std::vector<float> heights;
    float height = 2 * space::xs;
    for (std::size_t from = 0; from < image.bytes.size(); from += grid.in_a_row) {
        heights.push_back(height_of_row(frame, names_in(image, from, from + grid.in_a_row), room));
        height += heights.back();
    }
    fill_rect(list, {rect.x, y, rect.w, height}, theme.sunken, 8);
    y += space::xs;
    std::size_t from = 0;
    for (const float row : heights) {
        draw_row(frame, {rect.x + space::s, y, rect.w - 2 * space::s, row}, image, from,
                 std::min(from + grid.in_a_row, image.bytes.size()), grid);
        from += grid.in_a_row;
        y += row;
    }
    y += space::xs + space::xs;
    const Line note = text::fill(words::frame_note, {Line::same(lesson::compiler())});
    y += paint_wrapped(list, theme.fonts.regular, type::small, theme.muted, {rect.x, y}, rect.w, frame.in(note));
    return y - rect.y;
}

} // namespace view

#include "view/coroutine_frame.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include "lesson/frame_fields.hpp"
#include "text/coroutine.hpp"
#include "view/coroutine_code.hpp"
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

std::string hex_address(std::uintptr_t address) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "0x%llx", static_cast<unsigned long long>(address));
    return buffer;
}

/// The fields that begin in these bytes, by name.
std::string names_in(const Frame& frame, const lesson::FrameImage& image, std::size_t from, std::size_t to) {
    std::string names;
    for (const Field& field : image.fields) {
        if (field.offset < from || field.offset >= to) continue;
        const bool is_variable = field.kind == Field::Kind::local || field.kind == Field::Kind::parameter;
        names +=
            (names.empty() ? "" : ", ") + (is_variable ? field.name : std::string(frame.in(widget::words_for(field))));
    }
    return names;
}

void draw_row(const Frame& frame, const Rect& rect, const lesson::FrameImage& image, std::size_t from, std::size_t to,
              float cell) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    char text[8];
    std::snprintf(text, sizeof text, "%03zx", from);
    constexpr float size = type::small - 1;
    paint_text(list, theme.fonts.mono, size, theme.muted, {rect.x, rect.y, 30, rect.h}, text);
    for (std::size_t i = from; i < to; ++i) {
        const Rect box{rect.x + 32 + cell * static_cast<float>(i - from), rect.y, cell, rect.h};
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
    const float names = rect.x + 32 + cell * static_cast<float>(to - from) + space::s;
    paint_text(list, theme.fonts.regular, size, theme.muted, {names, rect.y, rect.right() - names, rect.h},
               names_in(frame, image, from, to));
}

} // namespace

float draw_open_frame(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = rect.y + draw_heading(frame, rect, frame.in(words::heading_frame));
    const lesson::Coroutine* const open = widget.open_coroutine();
    if (open == nullptr) return y - rect.y;
    const lesson::FrameImage& image = open->frame;
    const Line caption = text::fill(
        words::frame_caption,
        {Line::same(open->name), Line::same(std::to_string(open->frame_size)), Line::same(hex_address(image.address))});
    paint_text(list, theme.fonts.mono, type::small, theme.text, {rect.x, y, rect.w, row_height}, frame.in(caption));
    y += row_height + space::xs;
    if (image.bytes.empty()) {
        const Rect box{rect.x, y, rect.w, 44};
        fill_rect(list, box, theme.sunken, 8);
        paint_text(list, theme.fonts.regular, type::small, theme.muted, box.inset(space::m),
                   frame.in(words::frame_freed));
        return y + box.h - rect.y;
    }
    const std::size_t in_a_row = rect.w > 420 ? 16 : 8;
    const float cell = in_a_row == 16 ? 18 : 20;
    const std::size_t rows = (image.bytes.size() + in_a_row - 1) / in_a_row;
    fill_rect(list, {rect.x, y, rect.w, row_height * static_cast<float>(rows) + space::s}, theme.sunken, 8);
    y += space::xs;
    for (std::size_t from = 0; from < image.bytes.size(); from += in_a_row, y += row_height)
        draw_row(frame, {rect.x + space::s, y, rect.w - 2 * space::s, row_height}, image, from,
                 std::min(from + in_a_row, image.bytes.size()), cell);
    y += space::s;
    const Line note = text::fill(words::frame_note, {Line::same(lesson::compiler())});
    y += paint_wrapped(list, theme.fonts.regular, type::small, theme.muted, {rect.x, y}, rect.w, frame.in(note));
    return y - rect.y;
}

} // namespace view

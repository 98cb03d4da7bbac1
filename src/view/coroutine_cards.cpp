#include "view/coroutine_cards.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "lesson/sentences.hpp"
#include "text/coroutine.hpp"
#include "view/coroutine_code.hpp"
#include "widget/coroutine_frame_rows.hpp"
#include "widget/coroutine_report.hpp"

namespace view {
namespace {

namespace words = text::coroutine;
using lesson::Coroutine;
using lesson::State;
using lesson::Step;
using text::Line;

constexpr float indent = 22;
constexpr float head = 24;
constexpr float row = 17;
constexpr float gap = 22; ///< between two cards: an arrow with its value

/// The coroutines that are drawn, each with its depth under the caller; those whose frames are gone come last.
struct Placed {
    const Coroutine* coroutine;
    int depth;
};

/// Whether a value goes between it and whoever resumed it.
bool flies_at(const Step& step, int id) {
    return !step.in_flight.empty() && std::ranges::find(step.flies_along, id) != step.flies_along.end();
}

void place_under(const Step& step, int resumer, int depth, std::vector<Placed>& placed) {
    for (const Coroutine& each : step.coroutines) {
        const bool begins = each.state == State::created && flies_at(step, each.id);
        if (each.state == State::freed || (each.state == State::created && !begins) || each.resumed_by != resumer)
            continue;
        placed.push_back({&each, depth});
        place_under(step, each.id, depth + 1, placed);
    }
}

std::vector<Placed> place(const Step& step) {
    std::vector<Placed> placed;
    place_under(step, Coroutine::caller, 0, placed);
    for (const Coroutine& each : step.coroutines)
        if (each.state == State::created && !flies_at(step, each.id)) placed.push_back({&each, 0});
    return placed;
}

ImU32 colour_of(const Theme& theme, State state) {
    switch (state) {
    case State::running:
        return theme.accent;
    case State::suspended:
        return theme.state_colour(trace::State::wait_lock);
    default:
        return theme.muted;
    }
}

Line where(const Coroutine& coroutine, lesson::Tongue tongue) {
    if (coroutine.cpp_line == 0) return widget::words_for(coroutine.state);
    const Line at = lesson::line_of(coroutine.cpp_line, coroutine.python_line, tongue);
    const Line line = coroutine.delegates ? text::fill(words::delegates_on, {at}) : at;
    const Line state = widget::words_for(coroutine.state);
    return Line(state.ko + " · " + line.ko, state.en + " · " + line.en);
}

/// From the resumer's card above to this one; lit when control or a value goes along it now.
void draw_arrow(const Frame& frame, ImVec2 from, ImVec2 to, bool is_live, bool up) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 ink = is_live ? theme.accent : theme.line;
    const float thickness = is_live ? 2.0f : 1.5f;
    list->AddLine(from, {from.x, to.y}, ink, thickness);
    if (to.x > from.x) list->AddLine({from.x, to.y}, to, ink, thickness);
    if (up)
        list->AddTriangleFilled({from.x - 5, from.y + 7}, {from.x + 5, from.y + 7}, from, ink);
    else if (to.x > from.x)
        list->AddTriangleFilled({to.x - 7, to.y - 5}, {to.x - 7, to.y + 5}, to, ink);
}

/// The value, beside its arrow in the gap that ends at `at`.
void draw_value(const Frame& frame, ImVec2 at, float room, const Step& step) {
    const Theme& theme = frame.theme;
    const std::string value = (step.flies_up ? "↑ " : "↓ ") + step.in_flight;
    const float width = text_size(theme.fonts.mono, type::small, value).x + 2 * space::s;
    const Rect pill{at.x, at.y - gap + 2, std::min(width, room), gap - 5};
    fill_rect(ImGui::GetWindowDrawList(), pill, theme.accent, 9);
    paint_text(ImGui::GetWindowDrawList(), theme.fonts.mono, type::small, theme.on_accent,
               {pill.x + space::s, pill.y, pill.w - 2 * space::s + 1, pill.h}, value);
}

float height_of(const Coroutine& coroutine) {
    const auto rows = static_cast<float>(coroutine.locals.size()) + 1; // the frame's place first
    return head + row * rows + space::s;
}

void draw_card(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget, const Coroutine& coroutine) {
    const bool is_active = coroutine.id == widget.step().active;
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    fill_rect(list, rect, theme.surface, 7);
    frame_rect(list, rect, is_active ? theme.accent : theme.line, 7, is_active ? 2.0f : 1.0f);
    const ImU32 ink = colour_of(theme, coroutine.state);
    fill_rect(list, {rect.x + 1, rect.y + 4, 4, rect.h - 8}, ink, 2);
    float x = rect.x + space::m;
    x += paint_text(list, theme.fonts.semibold, type::small + 0.5f, theme.text, {x, rect.y, rect.w * 0.55f, head},
                    coroutine.name) +
         space::s;
    paint_text(list, theme.fonts.regular, type::small, coroutine.state == State::running ? theme.accent : theme.muted,
               {x, rect.y, rect.right() - space::s - x, head}, frame.in(where(coroutine, widget.tongue())));
    float y = rect.y + head;
    const Line place = text::fill(words::card_frame, {Line::same(widget::hex_address(coroutine.frame.address)),
                                                      Line::same(std::to_string(coroutine.frame_size))});
    paint_text(list, theme.fonts.mono, type::small - 1, theme.muted, {rect.x + space::m, y, rect.w - 2 * space::m, row},
               frame.in(place));
    y += row;
    for (const lesson::Local& local : coroutine.locals) {
        const Rect line{rect.x + space::m, y, rect.w - 2 * space::m, row};
        if (local.changed) fill_rect(list, {line.x - 4, y, line.w + 8, row}, faded(theme.accent, 0.18f), 3);
        const float name =
            paint_text(list, theme.fonts.mono, type::small, theme.text, line, local.name + " = " + local.value);
        paint_text(list, theme.fonts.mono, type::small - 1, theme.muted,
                   {line.x + name + space::m, y, line.w - name - space::m, row}, local.type, Align::right);
        y += row;
    }
    ImGui::SetCursorScreenPos(rect.min());
    const Coroutine* const open = widget.open_coroutine();
    const bool is_open = open != nullptr && open->id == coroutine.id;
    const std::string id = "card." + std::to_string(coroutine.id);
    if (ImGui::InvisibleButton(id.c_str(), {rect.w, rect.h}))
        frame.set("frame", is_open ? "" : std::to_string(coroutine.id));
}

float draw_caller(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Theme& theme = frame.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Step& step = widget.step();
    const bool is_active = step.active == Coroutine::caller;
    const Rect card{rect.x, rect.y, rect.w, head};
    fill_rect(list, card, theme.surface, 7);
    frame_rect(list, card, is_active ? theme.accent : theme.line, 7, is_active ? 2.0f : 1.0f);
    const float x = card.x + space::m;
    const float name = paint_text(list, theme.fonts.semibold, type::small + 0.5f, theme.text, {x, card.y, 120, head},
                                  frame.in(words::caller));
    if (step.operation < 0) return head;
    const auto at = static_cast<std::size_t>(step.operation);
    const auto& script = widget.run().script();
    const lesson::Operation operation =
        at < script.size() ? script[at] : lesson::Operation{lesson::Operation::Kind::drop, {}, {}};
    const bool python = lab::find(widget.controls(), "code")->value == "python";
    paint_text(list, theme.fonts.mono, type::small, theme.text,
               {x + name + space::m, card.y, card.right() - x - name - 2 * space::m, head},
               python ? call_in_python(operation) : widget.run().call_in_cpp(step.operation));
    return head;
}

/// The names of those that are gone, and what the last of them handed to the caller at its end. Returns its height.
float draw_freed(const Frame& frame, const Rect& rect, ImVec2 caller, const Step& step) {
    std::string gone;
    bool flies = false;
    for (const Coroutine& each : step.coroutines) {
        if (each.state != State::freed) continue;
        gone += (gone.empty() ? "" : ", ") + each.name;
        flies = flies || flies_at(step, each.id);
    }
    if (gone.empty()) return 0;
    float y = rect.y;
    if (flies) {
        y += gap;
        draw_arrow(frame, caller, {caller.x, y}, true, step.flies_up);
        draw_value(frame, {rect.x + indent + 1, y}, rect.w - indent, step);
    }
    const Line freed = widget::words_for(State::freed);
    paint_text(ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small, frame.theme.muted,
               {rect.x, y + space::xs, rect.w, 20}, std::string(frame.in(freed)) + ": " + gone);
    return y + space::xs + 20 - rect.y;
}

} // namespace

float draw_cards(Frame& frame, const Rect& rect, const widget::CoroutineWidget& widget) {
    const Step& step = widget.step();
    float y = rect.y + draw_heading(frame, rect, frame.in(words::heading_who));
    const float caller = y;
    y += draw_caller(frame, {rect.x, y, rect.w, 0}, widget);
    std::vector<std::pair<int, ImVec2>> feet{{Coroutine::caller, {rect.x + 11, caller + head}}};
    const auto foot_of = [&](int id) {
        for (const auto& [each, foot] : feet)
            if (each == id) return foot;
        return feet.front().second;
    };
    bool is_first = true;
    for (const Placed& placed : place(step)) {
        const Coroutine& coroutine = *placed.coroutine;
        const bool flies = flies_at(step, coroutine.id);
        y += is_first || flies ? gap : space::s;
        const float x = rect.x + indent * static_cast<float>(placed.depth + 1);
        const float height = height_of(coroutine);
        if (coroutine.state != State::created || flies || is_first)
            draw_arrow(frame, foot_of(coroutine.resumed_by), {x, y + head / 2},
                       coroutine.state == State::running || flies, flies && step.flies_up);
        if (flies) draw_value(frame, {x + 1, y}, rect.right() - x, step);
        draw_card(frame, {x, y, rect.right() - x, height}, widget, coroutine);
        feet.emplace_back(coroutine.id, ImVec2{x + 11, y + height});
        y += height;
        is_first = false;
    }
    return y + draw_freed(frame, {rect.x, y, rect.w, 0}, {rect.x + 11, caller + head}, step) - rect.y;
}

} // namespace view

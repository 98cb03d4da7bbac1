#include "view/lock_figure.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "sim/state_words.hpp"
#include "text/contention_stage.hpp"
#include "view/figure_frame.hpp"

namespace view {
namespace {

namespace words = text::contention;

constexpr float box_height = 42;
constexpr float queue_height = 26;
constexpr float padlock_width = 28;

/// What is drawn of one lock.
struct LockPicture {
    std::string name;
    text::Line state;
    bool is_held = false;
    bool is_lock = true; ///< else data that no lock protects
    std::vector<int> waiters;
    std::vector<std::string> data; ///< "x = 12"
};

std::string data_text(const widget::ContentionWidget& shown, std::size_t variable) {
    const std::int64_t value = shown.history().machine().variable(static_cast<int>(variable));
    return shown.scenario().variables[variable].name + " = " + text::grouped(value).en;
}

std::vector<LockPicture> pictures_of(const widget::ContentionWidget& shown) {
    const program::Scenario& scenario = shown.scenario();
    const sim::Machine& machine = shown.history().machine();
    std::vector<LockPicture> pictures;
    std::vector<bool> is_protected(scenario.variables.size());
    for (std::size_t l = 0; l < scenario.locks.size(); ++l) {
        const sim::LockView lock = machine.lock(static_cast<int>(l));
        LockPicture picture;
        picture.name = scenario.locks[l].name;
        picture.state = sim::words_of(lock, scenario);
        picture.is_held = lock.holder >= 0 || lock.readers > 0;
        picture.waiters = lock.waiters;
        for (const std::uint16_t variable : scenario.locks[l].protects) {
            picture.data.push_back(data_text(shown, variable));
            is_protected[variable] = true;
        }
        pictures.push_back(std::move(picture));
    }
    for (std::size_t i = 0; i < scenario.interpreters.size(); ++i) {
        if (scenario.interpreters[i].gil == program::GilKind::none) continue;
        LockPicture picture;
        picture.name = scenario.interpreters.size() > 1 ? "GIL " + scenario.interpreters[i].name : "GIL";
        const int holder = machine.gil_holder(static_cast<int>(i));
        picture.is_held = holder >= 0;
        picture.state = sim::words_of(sim::LockView{holder, 0, {}}, scenario);
        for (std::size_t t = 0; t < scenario.threads.size(); ++t)
            if (machine.thread(static_cast<int>(t)).doing == sim::Doing::waits_gil &&
                scenario.threads[t].interpreter == i)
                picture.waiters.push_back(static_cast<int>(t));
        picture.data.push_back(scenario.interpreters[i].name);
        pictures.push_back(std::move(picture));
    }
    LockPicture bare;
    bare.is_lock = false;
    for (std::size_t v = 0; v < scenario.variables.size(); ++v)
        if (!is_protected[v]) bare.data.push_back(data_text(shown, v));
    if (!bare.data.empty()) pictures.push_back(std::move(bare));
    return pictures;
}

/// A padlock, its shackle raised when it is open. Lines, so that no font needs to have it.
void draw_padlock(ImDrawList* list, ImVec2 centre, bool is_closed, ImU32 colour) {
    const float lift = is_closed ? 0.0f : 3.0f;
    list->PathArcTo({centre.x, centre.y - 2 - lift}, 4, 3.14159265f, 2 * 3.14159265f, 12);
    list->PathStroke(colour, 0, 1.8f);
    list->AddLine({centre.x - 4, centre.y - 2 - lift}, {centre.x - 4, centre.y}, colour, 1.8f);
    if (is_closed) list->AddLine({centre.x + 4, centre.y - 2}, {centre.x + 4, centre.y}, colour, 1.8f);
    list->AddRectFilled({centre.x - 6, centre.y}, {centre.x + 6, centre.y + 8}, colour, 2);
}

std::string joined(const std::vector<std::string>& data) {
    std::string all;
    for (const std::string& each : data) all += (all.empty() ? "" : ", ") + each;
    return all.empty() ? "–" : all;
}

void draw_data(Frame& frame, const Rect& box, const LockPicture& picture) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Theme& theme = frame.theme;
    fill_rect(list, box, theme.surface, 4);
    frame_rect(list, box, picture.is_lock ? theme.line : theme.bad, 4, picture.is_lock ? 1.0f : 1.5f);
    paint_text(list, theme.fonts.mono, type::small, theme.text, box.inset(space::xs), joined(picture.data),
               Align::centre);
}

/// How wide the box of the lock is, of what the two boxes have: half, or more where its words need it and the data can
/// spare it.
float lock_width(const Frame& frame, const LockPicture& picture, float both) {
    const Fonts& fonts = frame.theme.fonts;
    const float words = std::max(text_size(fonts.semibold, type::small, picture.name).x,
                                 text_size(fonts.regular, type::small - 1, frame.in(picture.state)).x);
    const float data = text_size(fonts.mono, type::small, joined(picture.data)).x + 2 * space::s;
    return std::clamp(words + padlock_width + space::s, both / 2, std::max(both / 2, both - data));
}

void draw_queue(Frame& frame, const Rect& rect, const program::Scenario& scenario, const std::vector<int>& waiters) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Theme& theme = frame.theme;
    const std::string_view empty = frame.in(words::lock_queue_empty);
    if (waiters.empty()) {
        paint_text(list, theme.fonts.regular, type::small - 1, theme.muted, rect, empty);
        return;
    }
    float x = rect.x +
              paint_text(list, theme.fonts.regular, type::small - 1, theme.muted, rect, frame.in(words::lock_queue)) +
              space::s;
    for (std::size_t i = 0; i < waiters.size(); ++i) {
        const std::string& name = scenario.threads[static_cast<std::size_t>(waiters[i])].name;
        const float width = std::min(90.0f, text_size(theme.fonts.regular, type::small - 1, name).x + 2 * space::s);
        const std::string rest = "+" + std::to_string(waiters.size() - i);
        const float rest_width = text_size(theme.fonts.regular, type::small - 1, rest).x;
        const bool is_last = i + 1 == waiters.size();
        if (x + width + (is_last ? 0 : space::xs + rest_width) > rect.right()) {
            paint_text(list, theme.fonts.regular, type::small - 1, theme.text, {x, rect.y, rest_width + 1, rect.h},
                       rest);
            return;
        }
        const Rect chip{x, rect.y + 3, width, rect.h - 6};
        fill_rect(list, chip, faded(theme.state_colour(trace::State::wait_lock), 0.3f), 9);
        frame_rect(list, chip, theme.state_colour(trace::State::wait_lock), 9);
        paint_text(list, theme.fonts.regular, type::small - 1, theme.text, chip.inset(2), name, Align::centre);
        x += width + space::xs;
    }
}

void draw_picture(Frame& frame, const Rect& rect, const program::Scenario& scenario, const LockPicture& picture) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Theme& theme = frame.theme;
    const float tie = std::min(84.0f, rect.w * 0.24f);
    const float box = lock_width(frame, picture, rect.w - tie);
    const Rect lock{rect.x, rect.y, box, box_height};
    const Rect data{lock.right() + tie, rect.y + 5, rect.w - tie - box, box_height - 10};
    draw_data(frame, data, picture);
    if (!picture.is_lock) {
        paint_wrapped(list, theme.fonts.regular, type::small, theme.bad, {lock.x, lock.y + 4}, box + tie - space::s,
                      frame.in(words::unprotected));
        return;
    }
    // The tie between the lock and what it protects: what is easily overlooked in code.
    const float middle = rect.y + box_height / 2;
    const ImU32 ink = picture.is_held ? theme.state_colour(trace::State::section) : theme.muted;
    dashed_line(list, {lock.right(), middle}, {data.x, middle}, ink, 2, 4);
    const float width = text_size(theme.fonts.regular, type::small - 1.5f, frame.in(words::protects)).x;
    fill_rect(list, {lock.right() + (tie - width) / 2 - 3, middle - 8, width + 6, 16}, theme.sunken);
    paint_text(list, theme.fonts.regular, type::small - 1.5f, theme.muted, {lock.right(), middle - 9, tie, 18},
               frame.in(words::protects), Align::centre);
    fill_rect(list, lock, theme.surface, 6);
    frame_rect(list, lock, ink, 6, picture.is_held ? 2.0f : 1.0f);
    draw_padlock(list, {lock.x + 15, middle}, picture.is_held, ink);
    paint_text(list, theme.fonts.semibold, type::small, theme.text,
               {lock.x + padlock_width, lock.y + 3, box - padlock_width - space::xs, 18}, picture.name);
    paint_text(list, theme.fonts.regular, type::small - 1, theme.text,
               {lock.x + padlock_width, lock.y + 20, box - padlock_width - space::xs, 18}, frame.in(picture.state));
    draw_queue(frame, {rect.x, lock.bottom() + 2, rect.w, queue_height - 2}, scenario, picture.waiters);
}

} // namespace

void draw_lock_figure(Frame& frame, const Rect& rect, const widget::ContentionWidget& shown) {
    const Rect ground = draw_figure_frame(frame, rect, frame.in(words::lock_heading));
    const std::vector<LockPicture> pictures = pictures_of(shown);
    if (pictures.empty()) return draw_nothing_yet(frame, ground, frame.in(words::lock_none));
    const Rect room{ground.x + space::m, ground.y + space::m, ground.w - 2 * space::m, ground.h - 2 * space::s};
    constexpr float each = box_height + queue_height + space::s;
    float y = room.y;
    std::size_t drawn = 0;
    for (; drawn < pictures.size(); ++drawn) {
        const bool is_last = drawn + 1 == pictures.size();
        if (drawn > 0 && y + each + (is_last ? 0 : 14) > room.bottom() + 6) break;
        draw_picture(frame, {room.x, y, room.w, each}, shown.scenario(), pictures[drawn]);
        y += each;
    }
    if (drawn < pictures.size())
        paint_text(
            ImGui::GetWindowDrawList(), frame.theme.fonts.regular, type::small - 1, frame.theme.muted,
            {room.x, room.bottom() - 14, room.w, 16},
            frame.in(text::fill(words::more_locks, {text::grouped(static_cast<long long>(pictures.size() - drawn))})));
}

} // namespace view

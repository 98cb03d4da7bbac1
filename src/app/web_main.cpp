// The page's face: what JavaScript calls (web/engine.mjs), and frames only when something has changed.

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/application.hpp"
#include "app/pace.hpp"
#include "app/registry.hpp"
#include "app/window.hpp"
#include "platform/host.hpp"
#include "platform/platform.hpp"
#include "trace/json.hpp"

namespace {

constexpr int frames_after_an_event = 3; // ImGui settles hover and focus within two
constexpr int poll_every_ms = 20;        // while a widget is busy
constexpr int poll_soon_ms = 4;          // after the reader did something: a cancel must not wait for frames
constexpr int polls_soon = 10;
constexpr double tell_when_busy_ms = 500;
constexpr double tell_when_timing_begins_ms = 250;

/// The one page: its session, and its canvas when it has one.
struct Page {
    std::unique_ptr<app::Application> application;
    std::unique_ptr<app::Window> window;
    app::FontFiles fonts;
    bool visible = true;
    bool context_is_lost = false;
    bool frame_is_due = false;
    int polls_asked = 0; ///< the number of the poll that is due; an older one that still comes does nothing
    int polls_done = 0;
    int polls_soon = 0;
    bool action_is_to_be_drawn = false;
    int frames_left = 0;
    long frames_drawn = 0;
    app::Pace pace;
    double told_ms = 0;
    std::uint64_t told_revision = ~std::uint64_t{0};
    view::Placement told_placement;
    std::string answer; ///< what was last returned to JavaScript
};
Page page;

void tell_if_changed(bool at_once = false) {
    const std::uint64_t revision = page.application->session().revision();
    if (revision == page.told_revision && page.application->placement() == page.told_placement) return;
    page.told_revision = revision;
    page.told_placement = page.application->placement();
    page.told_ms = emscripten_get_now();
    platform::tell_changed(at_once);
}

bool can_draw() {
    return page.window && page.visible && !page.context_is_lost;
}

void ask_for_frames(int count);
void ask_for_polls();

bool draw_frame(double time_ms, void*) {
    page.frame_is_due = false;
    if (!can_draw()) return false;
    SDL_Event event;
    while (SDL_PollEvent(&event)) page.window->take(event);
    if (page.frames_left > 0) --page.frames_left;
    page.window->begin_frame();
    page.application->draw(page.window->size(), page.window->fonts(), page.window->pinch(), time_ms / 1e3);
    if (page.frames_drawn == 0)
        tell_if_changed(true); // the page makes its elements while the first picture is under way
    page.window->end_frame(view::make_theme(page.application->session().is_dark(), page.window->fonts()).background);
    page.pace.drew(emscripten_get_now()); // not time_ms: with threads the two count from different moments
    ++page.frames_drawn;
    tell_if_changed();
    if (page.frames_drawn == 1) platform::tell_first_frame();
    ask_for_polls();
    if (page.application->animating() || page.frames_left > 0) ask_for_frames(0);
    return false;
}

/// At least `count` frames from now on; 0: one. Where none can be drawn the page is told all the same.
void ask_for_frames(int count) {
    if (count > page.frames_left) page.frames_left = count;
    if (!can_draw()) {
        page.pace.drew(emscripten_get_now());
        tell_if_changed();
        return;
    }
    if (page.frame_is_due) return;
    page.frame_is_due = true;
    emscripten_request_animation_frame(draw_frame, nullptr);
}

void poll(void* number) {
    if (static_cast<int>(reinterpret_cast<std::intptr_t>(number)) != page.polls_asked) return;
    page.polls_done = page.polls_asked;
    lab::Session& session = page.application->session();
    const std::uint64_t before = session.revision();
    const bool was_timing = session.widget().timing();
    session.poll();
    const bool busy = session.widget().busy();
    if (!busy) tell_if_changed(true); // the end, or a cancel, is told before it is drawn
    const double now_ms = emscripten_get_now();
    if (session.revision() != before) {
        const bool timing = session.widget().timing();
        if (!busy || page.pace.is_due(now_ms, timing)) ask_for_frames(busy ? 0 : frames_after_an_event);
        // What is timed begins with the next poll: so long there is time to say what it is.
        const bool begins = timing && !was_timing && now_ms - page.told_ms >= tell_when_timing_begins_ms;
        if (begins || (!timing && now_ms - page.told_ms >= tell_when_busy_ms)) tell_if_changed(begins);
    }
    if (page.action_is_to_be_drawn && (!busy || page.polls_soon == 0)) {
        page.action_is_to_be_drawn = false;
        ask_for_frames(frames_after_an_event);
    }
    ask_for_polls();
}

void ask_for_polls() {
    const bool is_due = page.polls_done != page.polls_asked;
    const bool soon = page.polls_soon > 0;
    if ((is_due && !soon) || !page.application->session().widget().busy()) return;
    if (soon) --page.polls_soon;
    const auto number = static_cast<std::intptr_t>(++page.polls_asked);
    emscripten_async_call(poll, reinterpret_cast<void*>(number), soon ? poll_soon_ms : poll_every_ms);
}

/// A pointer that only moves must not disturb what is being timed.
bool may_follow_pointer() {
    return !page.application->session().widget().timing();
}

int watch_event(void*, SDL_Event* event) {
    if (event->type == SDL_MOUSEMOTION && !may_follow_pointer()) return 0;
    // Polling announces itself through this watch, too; answering would never end.
    if (event->type != SDL_POLLSENTINEL) ask_for_frames(frames_after_an_event);
    return 0;
}

/// After anything that a face did. What is measured may be about to end by it, a cancel above all: then that is seen
/// and told before a frame holds up the page.
void follow_up() {
    page.application->serve_requests();
    page.polls_soon = polls_soon;
    ask_for_polls();
    if (page.application->session().widget().busy())
        page.action_is_to_be_drawn = true;
    else
        ask_for_frames(frames_after_an_event);
}

const char* answer_with(const text::Line& refusal) {
    page.answer.clear();
    if (!refusal.empty()) {
        trace::JsonWriter json;
        json.begin_object().member("ko", refusal.ko).member("en", refusal.en).end_object();
        page.answer = json.take();
    }
    follow_up();
    return page.answer.c_str();
}

widget::Tier tier_of(std::string_view name) {
    return name == "threads" ? widget::Tier::threads : name == "workers" ? widget::Tier::workers : widget::Tier::alone;
}

} // namespace

extern "C" {

/// Before main: the bytes of a font (0 regular, 1 semibold, 2 mono), which now belong to the program.
EMSCRIPTEN_KEEPALIVE void interleave_font(int which, unsigned char* bytes, int size) {
    const std::array files{&page.fonts.regular, &page.fonts.semibold, &page.fonts.mono};
    files.at(static_cast<std::size_t>(which))->assign(bytes, bytes + size);
    std::free(bytes);
}

/// Sets a control. Returns "" or the refusal as {"ko", "en"}.
EMSCRIPTEN_KEEPALIVE const char* interleave_set(const char* id, const char* value) {
    return answer_with(page.application->session().set(id, value));
}

EMSCRIPTEN_KEEPALIVE const char* interleave_press(const char* id) {
    return answer_with(page.application->session().press(id));
}

EMSCRIPTEN_KEEPALIVE void interleave_open(const char* fragment) {
    page.application->open(fragment);
    follow_up();
}

EMSCRIPTEN_KEEPALIVE const char* interleave_state() {
    page.answer = lab::state_json(page.application->session());
    return page.answer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* interleave_layout() {
    page.answer = view::placement_json(page.application->placement());
    return page.answer.c_str();
}

/// The canvas has another size, in CSS pixels.
EMSCRIPTEN_KEEPALIVE void interleave_resize(int width, int height) {
    if (page.window && width > 0 && height > 0) page.window->resize(width, height);
    ask_for_frames(frames_after_an_event);
}

/// The page's own element over a control is under the pointer or held down; "" : none is.
EMSCRIPTEN_KEEPALIVE void interleave_pointer(const char* id, bool hovered, bool pressed) {
    page.application->outside().hovered = hovered ? id : "";
    page.application->outside().pressed = pressed ? id : "";
    if (pressed || may_follow_pointer()) ask_for_frames(1);
}

EMSCRIPTEN_KEEPALIVE void interleave_focus(const char* id) {
    page.application->outside().focused = id;
    ask_for_frames(2);
}

EMSCRIPTEN_KEEPALIVE void interleave_scroll(const char* region, double y) {
    if (std::string_view(region) == "panel") page.application->outside().panel_scroll = static_cast<float>(y);
    ask_for_frames(2);
}

/// The keyboard has come to the canvas.
EMSCRIPTEN_KEEPALIVE void interleave_entered() {
    page.application->outside().has_entered = true;
    ask_for_frames(2);
}

/// A finger on one of the page's elements over the stage has pulled it down, in CSS pixels.
EMSCRIPTEN_KEEPALIVE void interleave_pull(double y) {
    page.application->outside().pulled += static_cast<float>(y);
    ask_for_frames(1);
}

/// Whether the canvas can be seen: nothing is drawn while it cannot.
EMSCRIPTEN_KEEPALIVE void interleave_visible(bool visible) {
    page.visible = visible;
    if (visible) ask_for_frames(frames_after_an_event);
}

/// Whether the page is hidden: what is being measured meanwhile does not count.
EMSCRIPTEN_KEEPALIVE void interleave_hidden(bool hidden) {
    page.application->session().widget().hidden(hidden);
    follow_up();
}

EMSCRIPTEN_KEEPALIVE void interleave_dark(bool dark) {
    page.application->session().system_is_dark(dark);
    ask_for_frames(frames_after_an_event);
}

EMSCRIPTEN_KEEPALIVE void interleave_still(bool still) {
    page.application->reader().still = still;
    ask_for_frames(1);
}

/// In an embed: whether the wheel and the keyboard are ours.
EMSCRIPTEN_KEEPALIVE void interleave_active(bool active) {
    for (const Uint32 type : {SDL_MOUSEWHEEL, SDL_KEYDOWN, SDL_KEYUP, SDL_TEXTINPUT})
        SDL_EventState(type, active ? SDL_ENABLE : SDL_IGNORE);
    if (!active && page.window) page.window->forget_fingers();
}

EMSCRIPTEN_KEEPALIVE double interleave_frames() {
    return static_cast<double>(page.frames_drawn);
}

EMSCRIPTEN_KEEPALIVE void interleave_wake() {
    ask_for_frames(frames_after_an_event);
}

EMSCRIPTEN_KEEPALIVE void interleave_context(bool lost) {
    page.context_is_lost = lost;
    if (lost) {
        page.application->context_lost();
    } else if (page.window) {
        page.window->restore_context();
        ask_for_frames(frames_after_an_event);
    }
}
}

/// Arguments: fragment, "ko" or "en", "dark" or "light", "motion" or "still", tier, "page" or "embed", and "nocanvas"
/// where nothing can be drawn.
int main(int count, char** values) {
    std::vector<std::string_view> words(values + 1, values + count);
    words.resize(7);
    const app::Reader reader{words[1] == "en" ? text::Language::en : text::Language::ko, words[2] == "dark",
                             words[3] == "still"};
    page.application = std::make_unique<app::Application>(
        app::make_registry({tier_of(words[4]), words[5] == "embed", platform::engine(), platform::now,
                            platform::is_isolated(), platform::open_file, platform::pick_file}),
        words[0], reader);
    page.application->outside().has_fields = true;
    std::string why = "nocanvas";
    if (words[6] != "nocanvas") {
        page.window = app::Window::open("Interleave", 300, 150, page.fonts, why);
        if (!page.window) platform::tell_failed("no_webgl2", why);
    }
    if (!page.window) {
        tell_if_changed();
        platform::tell_first_frame();
        return 0;
    }
    SDL_AddEventWatch(watch_event, nullptr);
    ask_for_frames(frames_after_an_event);
    return 0;
}

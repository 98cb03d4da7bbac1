// The desktop program: the same session and the same picture as the page, in a window of its own.
// interleave-desktop [LINK], a whole link or what stands behind its '#': "w=sort&n=1000000&lang=ko"

#include <SDL.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "app/application.hpp"
#include "app/pace.hpp"
#include "app/registry.hpp"
#include "app/window.hpp"
#include "platform/host.hpp"
#include "platform/platform.hpp"
#include "text/lab.hpp"

namespace {

std::vector<unsigned char> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The fonts beside the program, or where the build leaves them; empty where there are none.
app::FontFiles read_fonts() {
    char* base = SDL_GetBasePath();
    const std::string folder = base == nullptr ? "./" : base;
    SDL_free(base);
    for (const char* place : {"fonts/", "../share/interleave/fonts/", "../../fonts/"}) {
        app::FontFiles files{read_file(folder + place + "interleave-sans-regular.ttf"),
                             read_file(folder + place + "interleave-sans-semibold.ttf"),
                             read_file(folder + place + "interleave-mono.ttf")};
        if (!files.regular.empty()) return files;
    }
    return {};
}

app::Reader reader_of_this_machine() {
    app::Reader reader;
    reader.language = text::Language::en;
    SDL_Locale* locales = SDL_GetPreferredLocales();
    if (locales != nullptr && locales->language != nullptr && std::string(locales->language) == "ko")
        reader.language = text::Language::ko;
    SDL_free(locales);
    return reader;
}

std::string_view fragment_of(std::string_view link) {
    const std::size_t hash = link.find('#');
    return hash == std::string_view::npos ? link : link.substr(hash + 1);
}

} // namespace

int main(int count, char** values) {
    std::string why;
    const app::FontFiles fonts = read_fonts();
    const auto window = app::Window::open("Interleave", 1280, 800, fonts, why);
    if (!window) {
        const text::Sentence& words = text::lab::no_opengl;
        platform::tell_failed("no_opengl_es3", std::string(words.ko) + "\n" + std::string(words.en) + "\n" + why);
        return 1;
    }
    app::Application application(app::make_registry({widget::Tier::native, false, platform::engine(), platform::now,
                                                     false, platform::open_file}),
                                 fragment_of(count > 1 ? values[1] : ""), reader_of_this_machine());
    if (fonts.regular.empty()) {
        const std::string words(text::lab::no_fonts.in(application.session().language()));
        std::fprintf(stderr, "interleave: %s\n", words.c_str());
    }
    constexpr int frames_after_an_event = 3; // ImGui settles hover and focus within two
    constexpr int blink_ms = 400;            // cursor and tooltips
    int frames_due = frames_after_an_event;
    app::Pace pace;
    std::uint64_t drawn_revision = 0;
    for (bool open = true; open;) {
        SDL_Event event;
        const bool moving = frames_due > 0 || application.animating();
        const int wait_ms = moving ? 0 : application.session().widget().busy() ? 15 : blink_ms;
        int have = SDL_WaitEventTimeout(&event, wait_ms);
        const bool wants_blink = ImGui::GetIO().WantTextInput || ImGui::IsAnyItemHovered();
        if (have == 0 && wait_ms == blink_ms && wants_blink) frames_due = 1;
        for (; have != 0; have = SDL_PollEvent(&event)) {
            window->take(event);
            if (event.type == SDL_QUIT) open = false;
            frames_due = frames_after_an_event;
        }
        application.session().poll();
        const auto now_ms = static_cast<double>(SDL_GetTicks64());
        const lab::Widget& widget = application.session().widget();
        const bool is_due = !widget.busy() || pace.is_due(now_ms, widget.timing());
        if (application.session().revision() != drawn_revision && is_due) frames_due = std::max(frames_due, 1);
        if (frames_due == 0 && !application.animating()) continue;
        if (frames_due > 0) --frames_due;
        pace.drew(now_ms);
        drawn_revision = application.session().revision();
        window->begin_frame();
        application.draw(window->size(), window->fonts(), window->pinch(), now_ms / 1e3);
        window->end_frame(view::make_theme(application.session().is_dark(), window->fonts()).background);
    }
    return 0;
}

#pragma once

#include <SDL.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "view/frame.hpp"

namespace app {

/// The bytes of a font, or none when it could not be read: text is then in ImGui's own.
struct FontFiles {
    std::vector<unsigned char> regular;
    std::vector<unsigned char> semibold;
    std::vector<unsigned char> mono;
};

/// An SDL window with an OpenGL ES 3 context (WebGL2 in a page) and Dear ImGui in it.
class Window {
public:
    /// Null when there is no such context; `why` then says so for developers.
    static std::unique_ptr<Window> open(const char* title, int width, int height, const FontFiles& fonts,
                                        std::string& why);
    ~Window();

    /// Hands an event to ImGui; two fingers become a pinch and are kept from ImGui's mouse.
    void take(const SDL_Event& event);
    void begin_frame();
    /// Paints what was drawn since begin_frame over `background`.
    void end_frame(ImU32 background);

    ImVec2 size() const;
    void resize(int width, int height);
    const view::Fonts& fonts() const { return fonts_; }
    const view::Pinch& pinch() const { return pinch_; }
    /// Touches that began are over, even if nobody says so.
    void forget_fingers() { fingers_.clear(); }
    /// After a lost context has come back: makes everything that lived in it anew.
    void restore_context();

private:
    struct Finger {
        SDL_FingerID id;
        ImVec2 at;
    };

    Window() = default;
    void add_fonts(const FontFiles& files);
    void take_finger(const SDL_Event& event);

    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    view::Fonts fonts_;
    view::Pinch pinch_;
    std::vector<Finger> fingers_;
};

} // namespace app

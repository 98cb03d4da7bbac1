#include "app/window.hpp"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

float distance(ImVec2 a, ImVec2 b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

ImFont* add_font(const std::vector<unsigned char>& file, const std::vector<unsigned char>& fallback) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    const auto add = [&](const std::vector<unsigned char>& bytes) {
        return atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()),
                                          view::type::body, &config);
    };
    if (file.empty()) return atlas.AddFontDefault();
    ImFont* font = add(file);
    if (!fallback.empty()) {
        config.MergeMode = true; // the text font lacks some arrows and signs that the code font has
        add(fallback);
    }
    return font;
}

} // namespace

std::unique_ptr<Window> Window::open(const char* title, int width, int height, const FontFiles& fonts,
                                     std::string& why) {
    // In a page only the canvas listens for keys, so that the page's own fields can be typed in.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        why = SDL_GetError();
        return nullptr;
    }
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0); // everything is painted in order
    std::unique_ptr<Window> opened(new Window);
    opened->window_ = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                                       SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (opened->window_ != nullptr) opened->context_ = SDL_GL_CreateContext(opened->window_);
    if (opened->context_ == nullptr) {
        why = SDL_GetError();
        return nullptr;
    }
    SDL_GL_MakeCurrent(opened->window_, opened->context_);
    SDL_GL_SetSwapInterval(1);

    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTrickleEventQueue = true;
    ImGui_ImplSDL2_InitForOpenGL(opened->window_, opened->context_);
    ImGui_ImplOpenGL3_Init("#version 300 es");
    opened->add_fonts(fonts);
    return opened;
}

Window::~Window() {
    if (context_ != nullptr) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplSDL2_Shutdown();
        ImGui::DestroyContext();
        SDL_GL_DeleteContext(context_);
    }
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
}

void Window::add_fonts(const FontFiles& files) {
    fonts_.regular = add_font(files.regular, files.mono);
    fonts_.semibold = add_font(files.semibold.empty() ? files.regular : files.semibold, files.regular);
    fonts_.mono = add_font(files.mono, files.regular);
}

void Window::take(const SDL_Event& event) {
    if (event.type == SDL_FINGERDOWN || event.type == SDL_FINGERMOTION || event.type == SDL_FINGERUP)
        take_finger(event);
    const bool from_finger = (event.type == SDL_MOUSEMOTION && event.motion.which == SDL_TOUCH_MOUSEID) ||
                             (event.type == SDL_MOUSEBUTTONDOWN && event.button.which == SDL_TOUCH_MOUSEID);
    if (from_finger && fingers_.size() > 1) return;
    ImGui_ImplSDL2_ProcessEvent(&event);
}

void Window::take_finger(const SDL_Event& event) {
    const ImVec2 extent = size();
    const ImVec2 at{event.tfinger.x * extent.x, event.tfinger.y * extent.y};
    const auto found = std::ranges::find(fingers_, event.tfinger.fingerId, &Finger::id);
    if (event.type == SDL_FINGERUP) {
        if (found != fingers_.end()) fingers_.erase(found);
        return;
    }
    if (found == fingers_.end()) {
        fingers_.push_back({event.tfinger.fingerId, at});
        // The first finger has been a mouse until now; let that go.
        if (fingers_.size() == 2) ImGui::GetIO().AddMouseButtonEvent(0, false);
        return;
    }
    if (fingers_.size() == 2) {
        const ImVec2 other = (found == fingers_.begin() ? fingers_[1] : fingers_[0]).at;
        const float before = distance(found->at, other);
        if (before > 1) pinch_.factor *= distance(at, other) / before;
        pinch_.pan.x += (at.x - found->at.x) / 2;
        pinch_.pan.y += (at.y - found->at.y) / 2;
        pinch_.centre = {(at.x + other.x) / 2, (at.y + other.y) / 2};
    }
    found->at = at;
}

void Window::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
}

void Window::end_frame(ImU32 background) {
    ImGui::Render();
    int width = 0;
    int height = 0;
    SDL_GL_GetDrawableSize(window_, &width, &height);
    const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
    glViewport(0, 0, width, height);
    glClearColor(colour.x, colour.y, colour.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(window_);
    pinch_ = {};
}

ImVec2 Window::size() const {
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

void Window::resize(int width, int height) {
    SDL_SetWindowSize(window_, width, height);
}

void Window::restore_context() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

} // namespace app

#pragma once

#include <imgui.h>

namespace testing {

/// ImGui without a window or a renderer, `size` pixels large, with a font.
class Headless {
public:
    explicit Headless(ImVec2 size) : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = size;
        io.DeltaTime = 1.0f / 60;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.ConfigInputTrickleEventQueue = false;
        font = io.Fonts->AddFontDefault();
    }
    ~Headless() { ImGui::DestroyContext(context_); }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// One frame in which a window as large as all of it is painted by `body`.
    template <typename Body>
    void paint(Body body) {
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
        body();
        ImGui::End();
        ImGui::EndFrame();
    }

    ImFont* font;

private:
    ImGuiContext* context_;
};

} // namespace testing

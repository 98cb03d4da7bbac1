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

    ImFont* font;

private:
    ImGuiContext* context_;
};

/// One frame, while it lives: a window as large as all of it, to be filled. What is begun in it is to be ended in it,
/// so that nothing may throw between.
class Page {
public:
    explicit Page(ImGuiWindowFlags more_flags = 0) {
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | more_flags);
    }
    ~Page() {
        ImGui::End();
        ImGui::EndFrame();
    }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
};

} // namespace testing

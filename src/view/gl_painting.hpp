#pragma once

#include <GLES3/gl3.h>
#include <imgui.h>

/// What the painters share: GLES 3.0 on the desktop and WebGL 2 in the browser are the same calls.
namespace view {

/// A linked program, or 0 when the context is lost or the driver refuses the shaders.
GLuint link_program(const char* vertex_text, const char* fragment_text);

/// Where and how large a draw callback paints.
struct GlStage {
    ImVec2 position; ///< CSS pixels at the framebuffer's top left corner
    ImVec2 size;     ///< CSS pixels
    float scale = 1; ///< framebuffer pixels in a CSS pixel

    bool is_empty() const { return size.x <= 0 || size.y <= 0; }
};

/// For use inside an ImDrawCallback: sets the scissor to the command's clip rectangle and says what the framebuffer
/// shows; empty when nothing of it is seen. The viewport and the blending are as ImGui's backend left them.
GlStage enter_stage(const ImDrawCmd& command);

} // namespace view

#include "view/gl_painting.hpp"

namespace view {
namespace {

GLuint compile(GLenum kind, const char* text) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint is_compiled = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &is_compiled);
    if (is_compiled) return shader;
    glDeleteShader(shader);
    return 0;
}

} // namespace

GLuint link_program(const char* vertex_text, const char* fragment_text) {
    const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_text);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_text);
    GLuint program = 0;
    if (vertex && fragment) {
        program = glCreateProgram();
        glAttachShader(program, vertex);
        glAttachShader(program, fragment);
        glLinkProgram(program);
        GLint is_linked = GL_FALSE;
        glGetProgramiv(program, GL_LINK_STATUS, &is_linked);
        if (!is_linked) {
            glDeleteProgram(program);
            program = 0;
        }
    }
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    return program;
}

GlStage enter_stage(const ImDrawCmd& command) {
    const ImDrawData* data = ImGui::GetDrawData();
    if (!data) return {};
    const ImVec2 scale = data->FramebufferScale;
    const float x0 = (command.ClipRect.x - data->DisplayPos.x) * scale.x;
    const float y0 = (command.ClipRect.y - data->DisplayPos.y) * scale.y;
    const float x1 = (command.ClipRect.z - data->DisplayPos.x) * scale.x;
    const float y1 = (command.ClipRect.w - data->DisplayPos.y) * scale.y;
    if (x1 <= x0 || y1 <= y0) return {};
    // GL counts from the bottom, ImGui from the top.
    glScissor(static_cast<GLint>(x0), static_cast<GLint>(data->DisplaySize.y * scale.y - y1),
              static_cast<GLsizei>(x1 - x0), static_cast<GLsizei>(y1 - y0));
    return {data->DisplayPos, data->DisplaySize, scale.x};
}

} // namespace view

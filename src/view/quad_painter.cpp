#include "view/quad_painter.hpp"

#include <cstddef>

#include "shaders/quads.hpp"
#include "view/gl_painting.hpp"

namespace view {
namespace {

/// How strongly patterns are cut out: seen, but calm.
constexpr float ink_strength = 0.4f;

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
}

} // namespace

/// What a draw callback is told; ImGui copies it.
struct QuadPainter::Batch {
    QuadPainter* painter;
    std::size_t first;
    std::size_t count;
    QuadPlace place;
};

QuadPainter::~QuadPainter() {
    if (program_) glDeleteProgram(program_);
    if (buffer_) glDeleteBuffers(1, &buffer_);
    if (vertex_array_) glDeleteVertexArrays(1, &vertex_array_);
}

void QuadPainter::forget() {
    program_ = buffer_ = vertex_array_ = 0;
    has_failed_ = false;
}

bool QuadPainter::prepare() {
    if (program_ || has_failed_) return !has_failed_;
    program_ = link_program(shaders::quads_vert, shaders::quads_frag);
    has_failed_ = program_ == 0;
    if (has_failed_) return false;
    display_at_ = glGetUniformLocation(program_, "u_display");
    origin_at_ = glGetUniformLocation(program_, "u_origin");
    scale_at_ = glGetUniformLocation(program_, "u_scale");
    pattern_at_ = glGetUniformLocation(program_, "u_pattern");
    ink_at_ = glGetUniformLocation(program_, "u_ink");

    glGenBuffers(1, &buffer_);
    glGenVertexArrays(1, &vertex_array_);
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Quad), offset(offsetof(Quad, x0)));
    glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Quad), offset(offsetof(Quad, colour)));
    glVertexAttribPointer(2, 2, GL_UNSIGNED_BYTE, GL_FALSE, sizeof(Quad), offset(offsetof(Quad, pattern)));
    for (GLuint i = 0; i < 3; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
    glBindVertexArray(0);
    return true;
}

void QuadPainter::paint(ImDrawList& list, std::span<const Quad> quads, const QuadPlace& place) {
    if (quads.empty()) return;
    if (!prepare()) {
        for (const Quad& quad : quads)
            list.AddRectFilled({place.origin.x + quad.x0, place.origin.y + quad.y0},
                               {place.origin.x + quad.x1, place.origin.y + quad.y1}, quad.colour, quad.radius);
        return;
    }
    if (frame_ != ImGui::GetFrameCount()) {
        frame_ = ImGui::GetFrameCount();
        quads_.clear();
    }
    Batch batch{this, quads_.size(), quads.size(), place};
    quads_.insert(quads_.end(), quads.begin(), quads.end());
    list.AddCallback(on_draw, &batch, sizeof batch);
    list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void QuadPainter::on_draw(const ImDrawList*, const ImDrawCmd* command) {
    const Batch& batch = *static_cast<const Batch*>(command->UserCallbackData);
    batch.painter->draw(batch, *command);
}

void QuadPainter::draw(const Batch& batch, const ImDrawCmd& command) {
    const GlStage stage = enter_stage(command);
    if (stage.is_empty() || !program_) return;
    const ImVec4 ink = ImGui::ColorConvertU32ToFloat4(batch.place.ink);
    glUseProgram(program_);
    glUniform4f(display_at_, stage.position.x, stage.position.y, stage.size.x, stage.size.y);
    glUniform2f(origin_at_, batch.place.origin.x, batch.place.origin.y);
    glUniform1f(scale_at_, stage.scale);
    glUniform1f(pattern_at_, batch.place.pattern_x);
    glUniform4f(ink_at_, ink.x, ink.y, ink.z, ink_strength);

    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    // A new store each time: the driver need not wait until the last frame's draw has read the old one.
    const auto bytes = static_cast<GLsizeiptr>(batch.count * sizeof(Quad));
    glBufferData(GL_ARRAY_BUFFER, bytes, quads_.data() + batch.first, GL_STREAM_DRAW);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(batch.count));
    glBindVertexArray(0);
}

} // namespace view

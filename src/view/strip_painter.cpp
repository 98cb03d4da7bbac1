#include "view/strip_painter.hpp"

#include <algorithm>

#include "shaders/strip.hpp"
#include "view/gl_painting.hpp"

namespace view {
namespace {

/// As in shaders/strip.frag.
constexpr std::size_t texture_width = 1024;

std::size_t rows_for(std::size_t values) {
    return (values + texture_width - 1) / texture_width;
}

/// Without shaders: at most 256 columns as ImGui rectangles. Plain, never blank.
void paint_plainly(ImDrawList& list, ImVec2 low, ImVec2 high, const Strip& strip) {
    const std::size_t columns = std::min<std::size_t>(strip.values.size(), 256);
    const float width = (high.x - low.x) / static_cast<float>(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        const float value = strip.values[i * strip.values.size() / columns];
        const float x = low.x + width * static_cast<float>(i);
        list.AddRectFilled({x, high.y - value * (high.y - low.y)}, {x + width, high.y},
                           strip.colours[std::min<std::size_t>(2, static_cast<std::size_t>(value * 3))]);
    }
}

} // namespace

/// What a draw callback is told; ImGui copies it.
struct StripPainter::Batch {
    StripPainter* painter;
    std::size_t first; ///< in values_
    std::size_t count;
    ImVec2 low;
    ImVec2 high;
    std::array<ImU32, 3> colours;
};

StripPainter::~StripPainter() {
    if (program_) glDeleteProgram(program_);
    if (texture_) glDeleteTextures(1, &texture_);
    if (vertex_array_) glDeleteVertexArrays(1, &vertex_array_);
}

void StripPainter::forget() {
    program_ = texture_ = vertex_array_ = 0;
    has_failed_ = false;
}

bool StripPainter::prepare() {
    if (program_ || has_failed_) return !has_failed_;
    program_ = link_program(shaders::strip_vert, shaders::strip_frag);
    has_failed_ = program_ == 0;
    if (has_failed_) return false;
    glGenVertexArrays(1, &vertex_array_);
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    // A float texture cannot be filtered everywhere; the shader fetches single values.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return true;
}

void StripPainter::paint(ImDrawList& list, ImVec2 low, ImVec2 high, const Strip& strip) {
    if (strip.values.empty() || high.x <= low.x || high.y <= low.y) return;
    if (!prepare()) return paint_plainly(list, low, high, strip);
    if (frame_ != ImGui::GetFrameCount()) {
        frame_ = ImGui::GetFrameCount();
        values_.clear();
    }
    const std::span<const float> shown = strip.values.first(std::min(strip.values.size(), most_values));
    Batch batch{this, values_.size(), shown.size(), low, high, strip.colours};
    values_.insert(values_.end(), shown.begin(), shown.end());
    values_.resize(batch.first + rows_for(shown.size()) * texture_width);
    list.AddCallback(on_draw, &batch, sizeof batch);
    list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void StripPainter::on_draw(const ImDrawList*, const ImDrawCmd* command) {
    const Batch& batch = *static_cast<const Batch*>(command->UserCallbackData);
    batch.painter->draw(batch, *command);
}

void StripPainter::draw(const Batch& batch, const ImDrawCmd& command) {
    const GlStage stage = enter_stage(command);
    if (stage.is_empty() || !program_) return;
    const auto rows = static_cast<GLsizei>(rows_for(batch.count));
    glBindTexture(GL_TEXTURE_2D, texture_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, texture_width, rows, 0, GL_RED, GL_FLOAT, values_.data() + batch.first);

    const auto at = [&](const char* name) { return glGetUniformLocation(program_, name); };
    const auto clip_x = [&](float x) { return (x - stage.position.x) / stage.size.x * 2 - 1; };
    const auto clip_y = [&](float y) { return 1 - (y - stage.position.y) / stage.size.y * 2; };
    glUseProgram(program_);
    glUniform4f(at("u_box"), clip_x(batch.low.x), clip_y(batch.high.y), clip_x(batch.high.x), clip_y(batch.low.y));
    glUniform1i(at("u_values"), 0);
    glUniform1i(at("u_count"), static_cast<GLint>(batch.count));
    glUniform2f(at("u_size"), (batch.high.x - batch.low.x) * stage.scale, (batch.high.y - batch.low.y) * stage.scale);
    std::array<GLfloat, 9> colours;
    for (std::size_t i = 0; i < 3; ++i) {
        const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(batch.colours[i]);
        colours[i * 3] = colour.x;
        colours[i * 3 + 1] = colour.y;
        colours[i * 3 + 2] = colour.z;
    }
    glUniform3fv(at("u_colours"), 3, colours.data());
    glBindVertexArray(vertex_array_);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindVertexArray(0);
}

} // namespace view

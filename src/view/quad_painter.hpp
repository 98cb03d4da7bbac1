#pragma once

#include <GLES3/gl3.h>
#include <imgui.h>

#include <cstdint>
#include <span>
#include <vector>

#include "view/pattern.hpp"

namespace view {

/// One box, in CSS pixels from an origin that the painter is told. Laid out as the vertex buffer wants it.
struct Quad {
    float x0 = 0;
    float y0 = 0;
    float x1 = 0;
    float y1 = 0;
    ImU32 colour = 0;
    Pattern pattern = Pattern::solid;
    std::uint8_t radius = 0;
    std::uint16_t unused = 0;
};
static_assert(sizeof(Quad) == 24);

/// Every pattern of shaders/quads.frag repeats after this many CSS pixels.
inline constexpr float pattern_period = 24;

/// Where and on what a batch of quads is painted.
struct QuadPlace {
    ImVec2 origin;
    float pattern_x = 0; ///< where patterns begin, from the origin: lets them move with the boxes
    ImU32 ink = 0;       ///< what patterns are cut out towards
};

/// Paints many boxes with one instanced draw inside an ImGui draw list. Makes its GL objects when it first paints.
/// Where the shaders do not work the boxes are drawn by ImGui, without patterns: plain, never blank.
class QuadPainter {
public:
    QuadPainter() = default;
    QuadPainter(const QuadPainter&) = delete;
    QuadPainter& operator=(const QuadPainter&) = delete;
    /// Needs the context in which it painted, or forget() before.
    ~QuadPainter();

    /// Adds the quads to `list`, inside its present clip rectangle. Copies them; the painter must live until the frame
    /// is rendered. Needs the GL context to be current.
    void paint(ImDrawList& list, std::span<const Quad> quads, const QuadPlace& place);

    /// The GL context is lost, and its objects with it: makes new ones at the next paint.
    void forget();

private:
    struct Batch;
    static void on_draw(const ImDrawList* list, const ImDrawCmd* command);
    void draw(const Batch& batch, const ImDrawCmd& command);
    bool prepare();

    std::vector<Quad> quads_; ///< of all batches of this frame
    int frame_ = -1;          ///< ImGui's number of that frame
    bool has_failed_ = false;
    GLuint program_ = 0;
    GLuint buffer_ = 0;
    GLuint vertex_array_ = 0;
    GLint display_at_ = -1;
    GLint origin_at_ = -1;
    GLint scale_at_ = -1;
    GLint pattern_at_ = -1;
    GLint ink_at_ = -1;
};

} // namespace view

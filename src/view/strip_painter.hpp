#pragma once

#include <GLES3/gl3.h>
#include <imgui.h>

#include <array>
#include <span>
#include <vector>

namespace view {

/// What a strip shows: an array of values 0 to 1, at most `StripPainter::most_values`.
struct Strip {
    std::span<const float> values;
    std::array<ImU32, 3> colours = {}; ///< of the values 0, 0.5 and 1
};

/// Paints an array as columns inside an ImGui draw list. Makes its GL objects when it first paints.
class StripPainter {
public:
    /// More than any screen has columns. The texture is 1024 wide.
    static constexpr std::size_t most_values = 65536;

    StripPainter() = default;
    StripPainter(const StripPainter&) = delete;
    StripPainter& operator=(const StripPainter&) = delete;
    /// Needs the context in which it painted, or forget() before.
    ~StripPainter();

    /// Copies the values; the painter must live until the frame is rendered. No values: nothing is painted. Needs the
    /// GL context to be current.
    void paint(ImDrawList& list, ImVec2 low, ImVec2 high, const Strip& strip);

    /// The GL context is lost, and its objects with it: makes new ones at the next paint.
    void forget();

private:
    struct Batch;
    static void on_draw(const ImDrawList* list, const ImDrawCmd* command);
    void draw(const Batch& batch, const ImDrawCmd& command);
    bool prepare();

    std::vector<float> values_; ///< of all strips of this frame, whole texture rows each
    int frame_ = -1;            ///< ImGui's number of that frame
    bool has_failed_ = false;
    GLuint program_ = 0;
    GLuint texture_ = 0;
    GLuint vertex_array_ = 0;
};

} // namespace view

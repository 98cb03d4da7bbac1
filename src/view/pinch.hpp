#pragma once

#include <imgui.h>

namespace view {

/// What two fingers did since the last frame. ImGui knows one pointer only: the application gives this.
struct Pinch {
    float factor = 1;                     ///< distance of the fingers, now / before
    ImVec2 centre = ImVec2(-1e9f, -1e9f); ///< between them, screen pixels
    ImVec2 pan = ImVec2(0, 0);            ///< how far the centre moved

    bool active() const { return factor != 1 || pan.x != 0 || pan.y != 0; }
};

} // namespace view

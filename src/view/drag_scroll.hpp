#pragma once

#include "view/frame.hpp"

namespace view {

/// Scrolls an ImGui window by dragging its ground. After a finger it glides on, unless less motion is wanted.
class DragScroll {
public:
    /// Inside of the window, when all its items are there.
    void draw(Frame& frame);

private:
    float speed_ = 0;    ///< pixels a second, of the scrolling
    double moved_s_ = 0; ///< Frame::time_s of the last move
};

} // namespace view

#pragma once

#include <memory>

#include "lab/widget.hpp"
#include "view/frame.hpp"
#include "view/paint.hpp"

namespace view {

/// The picture of one kind of widget. The shell gives it room and draws everything else.
class Stage {
public:
    virtual ~Stage() = default;

    /// Draws at this place and width; returns the height it took, which may be more than `rect.h`: the shell scrolls.
    virtual float draw(Frame& frame, const Rect& rect) = 0;

    /// What stands in the column under the controls, such as code. Returns the height it took.
    virtual float draw_side(Frame& frame, const Rect& rect) = 0;

    /// A few words for the bar: which machine is being shown, how exact its clock is.
    virtual text::Line status() const = 0;

    /// The graphics context was lost: forget what lived in it.
    virtual void context_lost() {}
};

/// The picture that belongs to a widget, which must outlive it; null for one that has none.
std::unique_ptr<Stage> make_stage(const lab::Widget& widget);

} // namespace view

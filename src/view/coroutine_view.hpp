#pragma once

#include "view/stage.hpp"
#include "widget/coroutine_widget.hpp"

namespace view {

/// The picture of the coroutine stepper: its steps, the code, who resumes whom, the open frame.
class CoroutineView final : public Stage {
public:
    explicit CoroutineView(const widget::CoroutineWidget& widget) : widget_(widget) {}

    float draw(Frame& frame, const Rect& rect) override;
    float draw_side(Frame& frame, const Rect& rect) override;
    text::Line status() const override;

private:
    float draw_columns(Frame& frame, const Rect& rect) const;
    float draw_stack(Frame& frame, const Rect& rect) const;

    const widget::CoroutineWidget& widget_;
};

} // namespace view

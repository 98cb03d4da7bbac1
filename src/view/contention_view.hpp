#pragma once

#include "view/stage.hpp"
#include "view/timeline_view.hpp"
#include "widget/contention_widget.hpp"

namespace view {

/// The picture of the contention experiment: question and prediction, numbers, diagnoses, the timeline with the moment
/// that is shown, the locks tied to their data, waits, and the curve; beside it the steps and the code.
class ContentionView final : public Stage {
public:
    explicit ContentionView(const widget::ContentionWidget& widget) : widget_(widget) {}

    float draw(Frame& frame, const Rect& rect) override;
    float draw_side(Frame& frame, const Rect& rect) override;
    text::Line status() const override;
    void context_lost() override {
        timeline_.forget();
        here_timeline_.forget();
    }

private:
    float draw_question(Frame& frame, const Rect& rect) const;
    float draw_timeline(Frame& frame, const Rect& rect);
    float draw_here(Frame& frame, const Rect& rect);
    float draw_figures(Frame& frame, const Rect& rect) const;
    float wanted_timeline() const; ///< the height that shows every lane
    void follow_moment();

    const widget::ContentionWidget& widget_;
    TimelineView timeline_;
    TimelineWindow window_;
    TimelineView here_timeline_;
    TimelineWindow here_window_;
    std::uint64_t seen_run_ = 0;
    std::int64_t seen_position_ = 0;
    bool was_simulating_ = false;
    bool is_own_jump_ = false; ///< the moment was chosen in the timeline: it need not move under the pointer
};

} // namespace view

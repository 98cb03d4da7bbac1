#pragma once

#include "view/stage.hpp"
#include "view/strip_painter.hpp"
#include "view/timeline_view.hpp"
#include "widget/sort_widget.hpp"

namespace view {

/// The picture of the sorting experiment: the question, the bars, the recordings, the array, the timelines.
class SortView final : public Stage {
public:
    explicit SortView(const widget::SortWidget& widget) : widget_(widget) {}

    float draw(Frame& frame, const Rect& rect) override;
    float draw_side(Frame& frame, const Rect& rect) override;
    text::Line status() const override;
    void context_lost() override;

private:
    float draw_question(Frame& frame, const Rect& rect) const;
    float draw_array(Frame& frame, const Rect& rect);
    float draw_timelines(Frame& frame, const Rect& rect);

    const widget::SortWidget& widget_;
    TimelineView timeline_;
    TimelineWindow window_;
    StripPainter strip_;
    std::uint64_t seen_timeline_ = 0;
    trace::State lit_ = trace::State::idle; ///< what the pointer rests on in the timeline
};

} // namespace view

#pragma once

#include <vector>

#include "lab/control.hpp"
#include "lab/description.hpp"
#include "view/drag_scroll.hpp"
#include "view/stage.hpp"

namespace view {

/// Everything around a stage: the bar above it, notices, the column (or sheet) of controls, the sentence below.
class ShellView {
public:
    void draw(Frame& frame, Stage& stage, const lab::Description& description,
              const std::vector<lab::Control>& controls, const text::Line& refusal);

private:
    void draw_bar(Frame& frame, const Rect& rect, const Stage& stage, const lab::Description& description,
                  const std::vector<lab::Control>& controls);
    void draw_stage(Frame& frame, const Rect& rect, Stage& stage, const lab::Description& description,
                    const std::vector<lab::Control>& controls, const text::Line& refusal);
    void draw_column(Frame& frame, const Rect& rect, Stage& stage, const lab::Description& description,
                     const std::vector<lab::Control>& controls);
    void draw_sheet(Frame& frame, const Rect& rect, const lab::Description& description,
                    const std::vector<lab::Control>& controls);
    void draw_footer(Frame& frame, const Rect& rect, const lab::Description& description,
                     const std::vector<lab::Control>& controls, const text::Line& refusal);

    bool sheet_open_ = false;
    DragScroll stage_drag_;
    DragScroll column_drag_;
};

} // namespace view

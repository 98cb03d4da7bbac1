// Which controls of the contention experiment can be used now, and why the others cannot.

#include <algorithm>

#include "text/contention.hpp"
#include "widget/contention_controls.hpp"
#include "widget/contention_widget.hpp"

namespace widget {

using text::fill;
using text::Line;
namespace words = text::contention;

void ContentionWidget::forbid_parameters(const Line& while_running) {
    const bool has_text = !control("scenario").value.empty();
    const Line by_story = control("preset").value == "contention" ? Line() : Line(words::why_preset);
    const Line fixed = has_text ? Line(words::why_scenario) : by_story;
    for (const char* id : parameter_ids) {
        forbid(id, while_running.empty() ? fixed : while_running);
        control(id).moot = !fixed.empty();
    }
    forbid("preset", !while_running.empty() ? while_running : has_text ? Line(words::why_scenario) : Line());
    forbid("seed", while_running);
    forbid("scenario", while_running);
}

void ContentionWidget::refresh_controls() {
    const bool is_running = is_simulating();
    const bool is_any_running = is_running || (here_ && here_->is_running());
    const Line while_running = is_any_running ? Line(words::why_running) : Line();
    forbid_parameters(while_running);
    const std::int64_t position = history().position();
    const bool is_at_end = run_->is_complete() && position == history().recorded();
    const auto or_running = [&](const Line& why) { return is_any_running ? while_running : why; };
    forbid("run", or_running(run_->is_complete() ? Line(words::why_complete) : Line()));
    forbid("run_here", here_ && here_->is_running() ? Line(words::why_running) : or_running(why_not_here_));
    forbid("cancel", busy() ? Line() : Line(words::why_not_running));
    for (const char* id : {"back", "start_over"})
        forbid(id, or_running(position == 0 ? Line(words::why_at_start) : Line()));
    for (const char* id : {"step", "next_contended"})
        forbid(id, or_running(is_at_end ? Line(words::why_at_end) : Line()));
    for (const char* id : {"moment", "mark"}) {
        control(id).max = static_cast<double>(std::max<std::int64_t>(1, history().recorded()));
        forbid(id, while_running);
    }
    forbid("mark_here", while_running);
    const Line no_prediction = sweep_ ? Line() : Line(words::no_prediction);
    const Line too_many = fill(words::too_many_to_double, {text::grouped(program::most_threads)});
    if (!can_double()) control("predict").value.clear();
    forbid("predict", !sweep_         ? no_prediction
                      : !can_double() ? too_many
                      : is_diagnosed_ ? Line(words::why_revealed)
                                      : Line());
    const bool is_compared = compared_preset(controls_) != nullptr;
    control("predict_ratio").moot = !is_compared;
    if (!is_compared) control("predict_ratio").value.clear(); // of another story
    forbid("predict_ratio", !is_compared    ? Line(words::no_sequence)
                            : is_diagnosed_ ? Line(words::why_revealed)
                                            : Line());
    const Line no_kinds = scenario_->locks.empty() ? Line(words::why_no_locks) : no_prediction;
    forbid("all_locks", no_kinds);
    for (const DiagnosisKind kind : all_diagnoses) {
        const bool is_found = std::ranges::find(diagnoses_, kind, &Diagnosis::kind) != diagnoses_.end();
        forbid(see_id(kind), or_running(!is_diagnosed_ ? Line(words::why_no_result)
                                        : is_found     ? Line()
                                                       : Line(words::why_not_found)));
    }
    const Line no_result = history().recorded() > 0 ? Line() : Line(words::why_no_result);
    for (const char* id : {"export_csv", "export_spans", "export_json", "export_trace"}) forbid(id, no_result);
    ++revision_;
}

} // namespace widget

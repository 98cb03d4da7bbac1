#include "widget/sort_widget.hpp"

#include <algorithm>
#include <cmath>

#include "text/sort.hpp"
#include "widget/shown_cores.hpp"
#include "widget/sort_controls.hpp"
#include "widget/sort_export.hpp"
#include "widget/sort_failure.hpp"
#include "widget/span_table.hpp"

namespace widget {
namespace {

using measure::Phase;
using measure::Way;
using text::fill;
using text::fixed;
using text::Line;
namespace words = text::sort;

Line words_for(Tier tier) {
    switch (tier) {
    case Tier::native:
        return words::tier_native;
    case Tier::threads:
        return words::tier_threads;
    case Tier::workers:
        return words::tier_workers;
    case Tier::alone:
        return words::tier_alone;
    }
    return {};
}

/// A page may have workers by name that never start: it has tried, and says so by its tier.
measure::Abilities abilities_here(const Surroundings& surroundings) {
    return surroundings.tier == Tier::alone ? measure::Abilities{} : measure::abilities();
}

/// Of the verified repetitions that still have their trace the one in the middle: the median (the slower of two), as
/// long as no trace had to be dropped.
const measure::Repetition* median_repetition(std::span<const measure::Repetition> repetitions) {
    std::vector<const measure::Repetition*> order;
    for (const measure::Repetition& repetition : repetitions)
        if (repetition.verified && !repetition.trace.lanes.empty()) order.push_back(&repetition);
    if (order.empty()) return nullptr;
    std::ranges::sort(order, {}, &measure::Repetition::wall_ns);
    return order[order.size() / 2];
}

} // namespace

SortWidget::SortWidget(Surroundings surroundings)
    : surroundings_(std::move(surroundings)),
      abilities_(abilities_here(surroundings_)),
      experiment_(std::make_unique<measure::SortExperiment>()) {
    controls_ = make_sort_controls();
    for (const Way way : measure::all_ways)
        if (!measure::can_run(way, abilities_)) report_.of(way).unavailable = why_unavailable();
    refresh_controls();
}

Line SortWidget::title() const {
    return words::title;
}

measure::Way SortWidget::shown_way() const {
    if (experiment_->running() && experiment_->progress().phase == Phase::measuring) return experiment_->progress().way;
    for (const Way way : measure::all_ways)
        if (control("show").value == measure::name_of(way)) return way;
    return Way::threads;
}

void SortWidget::changed(const lab::Control& control) {
    if (control.id == "units" && report_.any()) forget_predictions(); // what was said of another number
    look_at_memory();
    refresh_controls();
}

void SortWidget::before_press(const lab::Control& button) {
    if (button.id != "run") return;
    look_at_memory();
    refresh_controls();
}

/// Memory may have come or gone. What a run holds, or one that has just ended, is not free, but not in the way either.
void SortWidget::look_at_memory() {
    if (!experiment_->holds_data()) abilities_ = abilities_here(surroundings_);
}

void SortWidget::pressed(const lab::Control& button) {
    if (button.id == "run")
        start();
    else if (button.id == "cancel")
        cancel();
    else if (button.id == "clear")
        clear();
    else
        file_ = make_sort_file(button.id, *this);
    refresh();
}

void SortWidget::start() {
    measured_plan_ = plan_from(controls_);
    is_cancelling_ = false;
    experiment_->start(measured_plan_);
}

void SortWidget::clear() {
    experiment_ = std::make_unique<measure::SortExperiment>();
    forget_predictions();
}

void SortWidget::forget_predictions() {
    is_revealed_ = {};
    for (const Way way : {Way::threads, Way::gil, Way::processes}) control(prediction_id(way)).value.clear();
}

void SortWidget::cancel() {
    is_cancelling_ = true;
    experiment_->cancel();
}

void SortWidget::poll() {
    // Nothing new begins while the page is hidden: browsers slow such pages down.
    if (is_hidden_ && !is_cancelling_) return;
    experiment_->poll();
    if (experiment_->revision() != experiment_seen_) refresh();
}

bool SortWidget::timing() const {
    const Phase phase = experiment_->progress().phase;
    return busy() && (phase == Phase::measuring || phase == Phase::calibrating);
}

void SortWidget::hidden(bool now) {
    if (is_hidden_ && !now && experiment_->running()) experiment_->discard_current();
    is_hidden_ = now;
}

void SortWidget::refresh() {
    experiment_seen_ = experiment_->revision();
    const bool has_plan = experiment_->progress().phase != Phase::idle;
    update(report_, *experiment_, has_plan ? measured_plan_.units : plan_from(controls_).units);
    std::size_t repetitions = 0;
    for (const Way way : measure::all_ways) repetitions += experiment_->repetitions(way).size();
    if (repetitions != repetitions_seen_) {
        repetitions_seen_ = repetitions;
        timeline_ = {};
        for (const Way way : measure::all_ways) {
            const measure::Repetition* median = median_repetition(experiment_->repetitions(way));
            if (median == nullptr) continue;
            const auto first_lane = static_cast<std::uint16_t>(timeline_.lanes.size());
            timeline_.lanes.insert(timeline_.lanes.end(), median->trace.lanes.begin(), median->trace.lanes.end());
            for (trace::Mark mark : median->trace.marks) {
                mark.lane = static_cast<std::uint16_t>(mark.lane + first_lane);
                timeline_.marks.push_back(mark);
            }
        }
        std::ranges::stable_sort(timeline_.marks, {}, &trace::Mark::at_ns);
        spans_ = span_table(timeline_, [&](std::string_view group) {
            const auto way = std::ranges::find(measure::all_ways, group, measure::name_of);
            return widget::words_for(*way, report_.units);
        });
        ++timeline_revision_;
    }
    refresh_controls();
}

Line SortWidget::why_unavailable() const {
    if (!abilities_.processes && !abilities_.threads && !surroundings_.embedded) return words::why_alone;
    const bool browser_has_none = abilities_.processes && surroundings_.isolated;
    if (browser_has_none) return words::why_no_sharing; // an own tab would be no different
    const Line why = abilities_.processes ? Line(words::why_no_threads) : Line(words::why_alone);
    if (!surroundings_.embedded) return why;
    return fill(words::two_sentences, {why, words::why_own_tab});
}

Line SortWidget::obstacle() const {
    if (!abilities_.processes && !abilities_.threads) return why_unavailable();
    const measure::SortPlan plan = plan_from(controls_);
    const std::uint64_t needed = measure::bytes_needed(plan);
    if (needed <= abilities_.memory_bytes) return {};
    std::int64_t most = measure::largest_n(plan.units, abilities_.memory_bytes);
    if (most < measure::smallest_n)
        return fill(words::too_little, {words_for_bytes(needed), words_for_bytes(abilities_.memory_bytes)});
    const auto magnitude = static_cast<std::int64_t>(std::pow(10, std::max(0.0, std::floor(std::log10(most)) - 1)));
    most -= most % magnitude; // a number that a reader can remember
    return fill(words::too_large, {text::grouped(plan.n), words_for_bytes(needed),
                                   words_for_bytes(abilities_.memory_bytes), text::grouped(most)});
}

void SortWidget::refresh_controls() {
    const bool running = experiment_->running();
    const Line while_running = running ? Line(words::why_running) : Line();
    for (const char* id : {"n", "units", "repetitions", "seed", "interval_ms", "sort_checks"})
        forbid(id, while_running);
    forbid("run", running ? while_running : obstacle());
    forbid("cancel", running ? Line() : Line(words::why_not_running));
    const Line no_result = report_.any() ? Line() : Line(words::why_no_result);
    for (const char* id : {"export_csv", "export_spans", "export_json", "export_trace"}) forbid(id, no_result);
    bool predicted = false;
    for (const Way way : {Way::threads, Way::gil, Way::processes}) {
        lab::Control& prediction = control(prediction_id(way));
        prediction.options[1].label = words_for_prediction("half", plan_from(controls_).units);
        bool& is_revealed = is_revealed_[static_cast<std::size_t>(way)]; // and stays so when the same is run again
        is_revealed =
            is_revealed || (report_.of(way).verdict(report_.units) && report_.units == plan_from(controls_).units);
        prediction.why_not = is_revealed ? Line(words::why_revealed) : report_.of(way).unavailable;
        report_.of(way).predicted = prediction.value;
        predicted = predicted || !prediction.value.empty();
    }
    forbid("clear", running ? while_running : report_.any() || predicted ? Line() : no_result);
    ++revision_;
}

namespace {

Line why_it_failed(const SortWidget& shown) {
    return words_for(shown.experiment().failure(), shown.experiment().failure_detail(), shown.surroundings().tier);
}

Line now_shown(const SortWidget& shown) {
    const measure::Progress& progress = shown.experiment().progress();
    const SortReport& report = shown.report();
    const Line way = widget::words_for(progress.way, report.units);
    switch (progress.phase) {
    case Phase::idle:
        return words::ready;
    case Phase::preparing:
        return words::preparing;
    case Phase::calibrating:
        return words::calibrating;
    case Phase::warming:
        return words::warming;
    case Phase::measuring:
        return fill(words::measuring, {way, Line::same(std::to_string(progress.repetition + 1)),
                                       Line::same(std::to_string(shown.experiment().plan().repetitions))});
    case Phase::verifying:
        return fill(words::verifying, {way});
    case Phase::cancelled:
        return words::cancelled;
    case Phase::failed:
        return why_it_failed(shown);
    case Phase::finished:
        break;
    }
    const bool threads = report.of(Way::threads).measured();
    const WayReport& parallel = report.of(threads ? Way::threads : Way::processes);
    if (parallel.speedup <= 0) return words::finished_short;
    return fill(threads ? words::finished : words::finished_workers,
                {words_for_seconds(report.of(Way::sequence).median_s), Line::same(std::to_string(report.units)),
                 words_for_seconds(parallel.median_s), fixed(parallel.speedup, 2),
                 shown_cores(report.effective_cores, report.calibrated_with)});
}

/// The same with how long a run will go on.
Line sentence_of(const SortWidget& shown) {
    const double left_s = shown.experiment().progress().seconds_left;
    Line now = now_shown(shown);
    if (!shown.experiment().running() || left_s < 0) return now;
    return fill(words::time_left, {std::move(now), fixed(std::ceil(left_s), 0)});
}

} // namespace

lab::Description SortWidget::describe() const {
    lab::Description description;
    description.title = words::title;
    description.sentence = sentence_of(*this);
    const Phase phase = experiment_->progress().phase;
    if (surroundings_.tier == Tier::alone && phase == Phase::idle) description.sentence = words::alone;
    if (experiment_->running()) description.progress = experiment_->progress().done;

    if (phase == Phase::failed) description.notices.push_back(why_it_failed(*this));
    if (!experiment_->running())
        if (Line why = obstacle(); !why.empty()) description.notices.push_back(std::move(why));
    if (report_.discarded > 0)
        description.notices.push_back(fill(words::discarded, {Line::same(std::to_string(report_.discarded))}));
    if (report_.any() && !experiment_->running() && plan_from(controls_) != measured_plan_)
        description.notices.push_back(
            fill(words::settings_changed,
                 {text::grouped(measured_plan_.n), Line::same(std::to_string(measured_plan_.units))}));

    description.facts.push_back(
        {"tier", name_of(surroundings_.tier), "", words::fact_tier, words_for(surroundings_.tier)});
    description.facts.push_back({"memory_bytes", std::to_string(abilities_.memory_bytes), "B", words::fact_memory,
                                 words_for_bytes(abilities_.memory_bytes)});
    widget::describe(report_, description);
    // Not while it measures: laying out hundreds of rows takes the page long enough to reach into what is timed.
    if (!experiment_->running() && !spans_.rows.empty()) description.tables.push_back(spans_);
    return description;
}

} // namespace widget

#include "widget/contention_widget.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "program/line_of.hpp"
#include "text/contention.hpp"
#include "widget/contention_controls.hpp"
#include "widget/contention_export.hpp"
#include "widget/contention_report.hpp"
#include "widget/lost_updates.hpp"
#include "widget/scenario_variants.hpp"
#include "widget/shown_time.hpp"

namespace widget {
namespace {

using text::fill;
using text::Line;
namespace words = text::contention;

constexpr std::int64_t slice_ns = 6'000'000; ///< of real time a frame
constexpr double most_moment = 1e12;

std::string_view name_of_ratio(double ratio) {
    // Between the whole and the half way to the next answer.
    if (ratio >= 1.75) return "twice";
    if (ratio > 1.1) return "more";
    return ratio >= 0.9 ? "same" : "less";
}

} // namespace

ContentionWidget::ContentionWidget(Surroundings surroundings) : surroundings_(std::move(surroundings)) {
    controls_ = make_contention_controls();
    begin_anew();
}

Line ContentionWidget::title() const {
    return words::title;
}

void ContentionWidget::begin_anew() {
    scenario_ = std::make_shared<const program::Scenario>(scenario_from(controls_));
    const std::uint64_t seed = seed_from(controls_);
    run_ = std::make_unique<ContentionRun>(scenario_, seed);
    sweep_.reset();
    const bool can_vary = has_like_threads(*scenario_) && !scenario_->locks.empty();
    if (can_vary) sweep_ = std::make_unique<ThroughputSweep>(scenario_, seed);
    theory_ = theory_of(*scenario_);
    theories_.clear();
    here_.reset();
    why_not_here_ = measure::ScenarioRun::why_not(*scenario_);
    diagnoses_.clear();
    sequence_ratio_.reset();
    is_diagnosed_ = is_sweeping_ = is_cancelled_ = goes_to_end_ = false;
    moment_notice_ = {};
    ++run_number_;
    refresh_controls();
}

Line ContentionWidget::set(std::string_view id, std::string_view value) {
    if (id == "scenario")
        if (Line refusal = refusal_of_text(value); !refusal.empty()) return refusal;
    if (Line fault = fault_of(id, value); !fault.empty()) return fault;
    // A link may name a step that has not been simulated yet; one that has ended refuses what is beyond its end.
    const bool names_step = id == "moment" || id == "mark";
    if (names_step && !run_->is_complete()) control(id).max = most_moment;
    Line refusal = ControlledWidget::set(id, value);
    if (names_step) refresh_controls();
    return refusal;
}

/// What would be wrong with the scenario that this value leads to, such as threads that never take any time.
Line ContentionWidget::fault_of(std::string_view id, std::string_view value) const {
    std::vector<lab::Control> trial = controls_;
    lab::Control* target = lab::find(trial, id);
    if (target == nullptr || target->place != lab::Place::panel) return {};
    lab::Reading reading = lab::read_value(*target, value);
    if (!reading.accepted()) return {}; // told by whoever reads it for good
    target->value = std::move(reading.value);
    return program::find_fault(scenario_from(trial));
}

void ContentionWidget::changed(const lab::Control& control) {
    if (control.id == "moment") {
        const std::int64_t step = std::llround(number("moment"));
        if (step <= history().recorded())
            go(step);
        else
            wanted_moment_ = step; // poll() will begin
    } else if (control.id == "mark") {
        if (std::llround(number("mark")) > history().recorded() && !wanted_moment_)
            wanted_moment_ = history().position();
    } else if (control.id == "all_locks") {
        if (sweep_) sweep_->want_all_kinds(control.value == "true");
        is_sweeping_ = is_sweeping_ || is_diagnosed_;
    } else if (control.id != "code" && control.id != "predict" && control.id != "predict_ratio" &&
               control.id != "since") {
        const bool is_link = wanted_moment_.has_value(); // a link may name the moments before the rest
        if (!is_link) this->control("moment").value = this->control("mark").value = "0";
        begin_anew();
        if (sweep_) sweep_->want_all_kinds(this->control("all_locks").value == "true");
    }
    refresh_controls();
}

void ContentionWidget::before_press(const lab::Control& button) {
    if (button.id != "next_contended" || is_simulating()) return;
    next_wait_ = run_->next_wait(history().position());
    forbid("next_contended", next_wait_ ? Line() : Line(words::why_no_wait));
}

void ContentionWidget::pressed(const lab::Control& button) {
    if (button.id == "run") {
        start();
    } else if (button.id == "run_here") {
        here_ = std::make_unique<ContentionHere>(scenario_, seed_from(controls_));
        if (!run_->is_complete()) start();
    } else if (button.id == "cancel") {
        cancel();
    } else if (button.id == "step") {
        run_->extend_past(history().position());
        go(history().position() + 1);
    } else if (button.id == "back") {
        go(history().position() - 1);
    } else if (button.id == "start_over") {
        go(0);
    } else if (button.id == "next_contended") {
        go(*next_wait_);
    } else if (button.id == "mark_here") {
        control("mark").value = std::to_string(history().position());
        control("since").value = "mark";
    } else if (auto file = make_contention_file(button.id, *this)) {
        file_ = std::move(file);
    } else {
        for (const Diagnosis& each : diagnoses_)
            if (see_id(each.kind) == button.id) go(run_->history().step_at(each.at_ns));
    }
    if (!is_simulating() && run_->is_complete() && !is_diagnosed_) end_of_run();
    refresh_controls();
}

void ContentionWidget::start() {
    is_cancelled_ = false;
    goes_to_end_ = !wanted_moment_;
    run_->run_to_end();
    if (run_->is_complete()) end_of_run();
}

void ContentionWidget::cancel() {
    is_cancelled_ = true;
    run_->cancel();
    is_sweeping_ = false;
    wanted_moment_.reset();
    if (here_) here_->cancel();
    if (!is_diagnosed_) go(history().recorded());
}

void ContentionWidget::go(std::int64_t step) {
    run_->go(step);
    wanted_moment_.reset();
    moment_notice_ = {};
    control("moment").value = std::to_string(history().position());
}

bool ContentionWidget::busy() const {
    return wanted_moment_.has_value() || run_->is_running() || is_sweeping_ || (here_ && here_->is_running());
}

void ContentionWidget::hidden(bool now) {
    if (is_hidden_ && !now && here_ && here_->is_running()) here_->discard_current();
    is_hidden_ = now;
}

void ContentionWidget::poll() {
    if (here_ && !is_hidden_) {
        here_->poll();
        if (here_->revision() != here_seen_) {
            here_seen_ = here_->revision();
            refresh_controls();
        }
        // A measurement is not disturbed by simulating beside it.
        if (here_->is_running()) return;
    }
    if (wanted_moment_ && !run_->is_running() && !run_->is_complete()) start();
    if (run_->is_running()) {
        run_->poll(slice_ns);
        if (!run_->is_running()) end_of_run();
    } else if (is_sweeping_) {
        sweep_->poll(slice_ns);
        is_sweeping_ = !sweep_->is_complete();
    } else {
        return;
    }
    refresh_controls();
    ++revision_;
}

void ContentionWidget::end_of_run() {
    const std::int64_t last = history().recorded();
    if (wanted_moment_) {
        const std::int64_t wanted = *wanted_moment_;
        go(wanted);
        if (wanted > last) moment_notice_ = fill(words::moment_beyond, {text::grouped(wanted), text::grouped(last)});
    } else if (goes_to_end_) {
        go(last);
    }
    goes_to_end_ = false;
    if (const std::int64_t mark = std::llround(number("mark")); mark > last && run_->is_complete()) {
        control("mark").value = std::to_string(last);
        moment_notice_ = fill(words::moment_beyond, {text::grouped(mark), text::grouped(last)});
    }
    if (is_diagnosed_ || !run_->is_complete()) return;
    diagnoses_ = diagnose(*scenario_, results(), history().trace());
    if (auto lost = find_lost_updates(scenario_, seed_from(controls_), last))
        diagnoses_.insert(diagnoses_.begin(), std::move(*lost));
    if (const program::Preset* sequence = compared_preset(controls_); sequence != nullptr && !run_->is_cut())
        sequence_ratio_ = {sim::measure(sequence->make(), seed_from(controls_)).elapsed_ns, results().elapsed_ns};
    is_diagnosed_ = true;
    is_sweeping_ = sweep_ != nullptr;
}

const ContentionTheory* ContentionWidget::theory_at(int threads) const {
    if (!theory_) return nullptr;
    const auto found = theories_.find(threads);
    if (found != theories_.end()) return &found->second;
    return &theories_.emplace(threads, with_threads(*theory_, threads)).first->second;
}

std::optional<DoublingVerdict> ContentionWidget::verdict() const {
    if (!sweep_ || !is_diagnosed_ || sweep_->curves().empty()) return std::nullopt;
    const int threads = static_cast<int>(scenario_->threads.size());
    const Curve& curve = sweep_->curves().front();
    const CurvePoint* once = curve.at(threads);
    const CurvePoint* twice = curve.at(2 * threads);
    if (once == nullptr || twice == nullptr || once->throughput_per_s <= 0) return std::nullopt;
    const double ratio = twice->throughput_per_s / once->throughput_per_s;
    return DoublingVerdict{threads, ratio, name_of_ratio(ratio)};
}

Line ContentionWidget::step_sentence() const {
    if (history().position() == 0) return words::at_start;
    return sim::sentence_of(history().happening(), *scenario_);
}

std::size_t ContentionWidget::shown_thread() const {
    const int thread = history().position() == 0 ? 0 : history().happening().thread;
    return static_cast<std::size_t>(std::max(0, thread));
}

std::size_t ContentionWidget::shown_instruction() const {
    return history().position() == 0 ? 0 : history().happening().instruction;
}

Line ContentionWidget::instruction_sentence() const {
    return program::explain(*scenario_, shown_thread(), shown_instruction());
}

const ContentionDifference& ContentionWidget::difference() const {
    if (difference_revision_ != revision_) difference_ = difference_of(controls_, *scenario_, history());
    difference_revision_ = revision_;
    return difference_;
}

Line ContentionWidget::now_shown() const {
    if (here_ && here_->is_running()) return here_->state();
    if (is_simulating())
        return fill(words::running, {text::grouped(history().recorded()), shown_time(history().trace().end_ns())});
    const std::int64_t position = history().position();
    if (position == 0) return run_->is_complete() ? Line(words::at_start) : Line(words::ready);
    return fill(words::at_step,
                {text::grouped(position), shown_instant(history().machine().now_ns()), step_sentence()});
}

void ContentionWidget::add_notices(lab::Description& description) const {
    const std::int64_t recorded = history().recorded();
    if (!moment_notice_.empty()) description.notices.push_back(moment_notice_);
    if (run_->is_cut() && !is_simulating())
        description.notices.push_back(
            fill(words::too_long, {text::grouped(recorded), shown_time(history().trace().end_ns())}));
    if (history().position() == recorded && recorded > 0 && history().machine().is_deadlocked())
        description.notices.push_back(words::deadlocked);
    if (is_cancelled_ && !run_->is_complete()) description.notices.push_back(words::cancelled);
}

/// When nothing is under way: a table of two hundred rows at every tick would slow down what it tells of.
void ContentionWidget::add_spans(lab::Description& description) const {
    if (busy() || history().recorded() == 0) return;
    if (spans_run_ != run_number_ || spans_recorded_ != history().recorded()) {
        spans_ = contention_spans(*this);
        spans_run_ = run_number_;
        spans_recorded_ = history().recorded();
    }
    description.tables.push_back(spans_);
}

lab::Description ContentionWidget::describe() const {
    if (described_revision_ == revision_) return described_;
    described_revision_ = revision_;
    described_ = {};
    described_.title = words::title;
    described_.sentence = now_shown();
    if (is_simulating())
        described_.progress = run_->done();
    else if (is_sweeping_)
        described_.progress = sweep_->done();
    if (here_ && here_->is_running()) described_.progress = here_->done();
    add_notices(described_);
    add_contention_facts(*this, described_);
    add_contention_tables(*this, described_);
    add_spans(described_);
    if (here_) here_->describe(results(), described_);
    return described_;
}

} // namespace widget

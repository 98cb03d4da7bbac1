#pragma once

#include <array>
#include <memory>
#include <vector>

#include "lab/controlled_widget.hpp"
#include "measure/sort_experiment.hpp"
#include "widget/sort_report.hpp"
#include "widget/surroundings.hpp"

namespace widget {

/// The lecture's headline: make n random numbers and sort them, k times, in four ways on the reader's own machine.
class SortWidget final : public lab::ControlledWidget {
public:
    explicit SortWidget(Surroundings surroundings);

    std::string_view id() const override { return "sort"; }
    text::Line title() const override;
    void poll() override;
    bool busy() const override { return experiment_->running(); }
    bool timing() const override;
    bool failed() const override { return experiment_->progress().phase == measure::Phase::failed; }
    void hidden(bool now) override;
    lab::Description describe() const override;

    // What a picture is drawn from.
    const SortReport& report() const { return report_; }
    const measure::SortExperiment& experiment() const { return *experiment_; }
    /// The median repetition of each way, one group of lanes a way, each beginning at 0.
    const trace::Trace& timeline() const { return timeline_; }
    /// Rises when `timeline()` is another one.
    std::uint64_t timeline_revision() const { return timeline_revision_; }
    const Surroundings& surroundings() const { return surroundings_; }
    /// The way whose code is shown: the one being measured, else the one chosen.
    measure::Way shown_way() const;

private:
    void changed(const lab::Control& control) override;
    void before_press(const lab::Control& button) override;
    void pressed(const lab::Control& button) override;
    text::Line why_unavailable() const;
    text::Line obstacle() const;
    void start();
    void cancel();
    void clear();
    void forget_predictions();
    void look_at_memory();
    void refresh();
    void refresh_controls();

    Surroundings surroundings_;
    measure::Abilities abilities_;
    std::unique_ptr<measure::SortExperiment> experiment_;
    measure::SortPlan measured_plan_; ///< of the results that are shown
    SortReport report_;
    trace::Trace timeline_;
    lab::Table spans_; ///< the timeline in words
    std::uint64_t timeline_revision_ = 0;
    std::uint64_t experiment_seen_ = 0;
    std::size_t repetitions_seen_ = 0;
    std::array<bool, measure::way_count> is_revealed_{}; ///< its result was seen: too late for a prediction
    bool is_hidden_ = false;
    bool is_cancelling_ = false;
};

} // namespace widget

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "lab/controlled_widget.hpp"
#include "widget/contention_difference.hpp"
#include "widget/contention_here.hpp"
#include "widget/contention_run.hpp"
#include "widget/contention_theory.hpp"
#include "widget/diagnosis.hpp"
#include "widget/surroundings.hpp"
#include "widget/throughput_curve.hpp"

namespace widget {

/// What doubling the threads did to the throughput.
struct DoublingVerdict {
    int threads = 0; ///< before
    double ratio = 0;
    std::string_view name; ///< "twice", "more", "same" or "less"
};

/// How long a story took beside the one that does the same work one after the other.
struct SequenceRatio {
    program::Nanoseconds sequence_ns = 0;
    program::Nanoseconds own_ns = 0;

    double value() const { return static_cast<double>(own_ns) / static_cast<double>(sequence_ns); }
    /// "half", "same" or "longer".
    std::string_view name() const { return value() < 0.8 ? "half" : value() <= 1.25 ? "same" : "longer"; }
};

/// Threads that compete for locks (or for the GIL) in virtual time: gone through step by step in both directions,
/// counted, diagnosed, and compared with other numbers of threads and other kinds of lock.
class ContentionWidget final : public lab::ControlledWidget {
public:
    explicit ContentionWidget(Surroundings surroundings);

    std::string_view id() const override { return "contention"; }
    text::Line title() const override;
    text::Line set(std::string_view id, std::string_view value) override;
    void poll() override;
    bool busy() const override;
    bool timing() const override { return here_ && here_->is_timing(); }
    bool failed() const override { return here_ && here_->has_failed(); }
    void hidden(bool now) override;
    lab::Description describe() const override;

    // What a picture is drawn from.
    const program::Scenario& scenario() const { return *scenario_; }
    const ContentionRun& run() const { return *run_; }
    const sim::History& history() const { return run_->history(); }
    /// Of what has been simulated so far.
    const program::Results& results() const { return history().results(); }
    bool is_simulating() const { return run_->is_running(); }
    /// Rises when another run has begun.
    std::uint64_t run_number() const { return run_number_; }
    /// Of a run that has ended.
    const std::vector<Diagnosis>& diagnoses() const { return diagnoses_; }
    bool is_diagnosed() const { return is_diagnosed_; }
    /// Nothing where threads cannot be varied.
    const ThroughputSweep* sweep() const { return sweep_.get(); }
    const std::optional<ContentionTheory>& theory() const { return theory_; }
    /// The same for another number of threads, or null; each is worked out once.
    const ContentionTheory* theory_at(int threads) const;
    std::optional<DoublingVerdict> verdict() const;
    /// Whether there will be a verdict: twice as many threads of the kind are not too many.
    bool can_double() const { return sweep_ && 2 * scenario_->threads.size() <= program::most_threads; }
    /// Of a story that has ended and is compared with another one.
    const std::optional<SequenceRatio>& sequence_ratio() const { return sequence_ratio_; }
    /// What the present step did, as a sentence.
    text::Line step_sentence() const;
    /// The thread of the present step, whose code is shown; before the first step the first one.
    std::size_t shown_thread() const;
    /// The instruction of that thread that the present step is about; before the first step the first one.
    std::size_t shown_instruction() const;
    /// What that instruction does, in a sentence.
    text::Line instruction_sentence() const;
    /// Up to the present step.
    const ContentionDifference& difference() const;
    /// The same scenario on this machine; null until the reader asks for it.
    const ContentionHere* here() const { return here_.get(); }
    const Surroundings& surroundings() const { return surroundings_; }

private:
    void changed(const lab::Control& control) override;
    void before_press(const lab::Control& button) override;
    void pressed(const lab::Control& button) override;
    text::Line fault_of(std::string_view id, std::string_view value) const;
    void begin_anew();
    void start();
    void cancel();
    void go(std::int64_t step);
    void end_of_run();
    void refresh_controls();
    void forbid_parameters(const text::Line& while_running);
    text::Line now_shown() const;
    void add_notices(lab::Description& description) const;
    void add_spans(lab::Description& description) const;

    Surroundings surroundings_;
    std::shared_ptr<const program::Scenario> scenario_;
    std::unique_ptr<ContentionRun> run_;
    std::unique_ptr<ThroughputSweep> sweep_;
    std::optional<ContentionTheory> theory_;
    mutable std::map<int, ContentionTheory> theories_; ///< by number of threads
    std::unique_ptr<ContentionHere> here_;
    std::uint64_t here_seen_ = 0;
    text::Line why_not_here_; ///< of this scenario on this machine
    std::vector<Diagnosis> diagnoses_;
    std::optional<SequenceRatio> sequence_ratio_;
    std::optional<std::int64_t> wanted_moment_; ///< of a link: shown as soon as it is simulated
    std::optional<std::int64_t> next_wait_;
    text::Line moment_notice_;
    std::uint64_t run_number_ = 0;
    bool is_diagnosed_ = false;
    bool is_sweeping_ = false;
    bool is_cancelled_ = false;
    bool is_hidden_ = false;
    bool goes_to_end_ = false; ///< when the run ends its last step is shown
    mutable ContentionDifference difference_;
    mutable std::uint64_t difference_revision_ = ~std::uint64_t{0};
    mutable lab::Table spans_; ///< of run spans_run_ up to step spans_recorded_
    mutable std::uint64_t spans_run_ = 0;
    mutable std::int64_t spans_recorded_ = -1;
    mutable lab::Description described_;
    mutable std::uint64_t described_revision_ = ~std::uint64_t{0};
};

} // namespace widget

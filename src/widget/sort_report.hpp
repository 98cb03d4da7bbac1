#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lab/description.hpp"
#include "measure/sort_experiment.hpp"
#include "widget/surroundings.hpp"

namespace widget {

/// How a time compares with that of doing the same in sequence.
enum class Verdict { half, same, more };

/// The wall times of one way, put in order. Seconds.
struct WayReport {
    int repetitions = 0;
    bool verified = true; ///< of every repetition; without it no time may be shown
    double median_s = 0;
    double min_s = 0;
    double max_s = 0;
    double speedup = 0;         ///< sequence median ÷ this median; 0 while the two cannot be compared
    double efficiency = 0;      ///< speed-up ÷ units
    double hand_offs = 0;       ///< of the global lock, median
    double switch_requests = 0; ///< for it, median
    std::string predicted;      ///< "", "half", "same" or "more"
    text::Line unavailable;     ///< why this way cannot be measured here, empty when it can
    double shortest_told_s = 0; ///< the clock cannot tell a shorter time from none
    double shortest_compared_s = 0;

    bool measured() const { return repetitions > 0 && verified; }
    /// The clock can tell the median.
    bool timed() const { return measured() && median_s > 0 && median_s >= shortest_told_s; }
    /// Well enough to say how it compares with another, and how far the repetitions differ.
    bool comparable() const { return timed() && median_s >= shortest_compared_s; }
    /// (max − min) ÷ median, in percent.
    double spread_percent() const { return median_s > 0 ? 100 * (max_s - min_s) / median_s : 0; }
    /// Nothing until both this way and the sequence are measured, and comparable. Half (with more than two units:
    /// less): two units nearer to half than to the same; else less by more than noise.
    std::optional<Verdict> verdict(int units) const;
};

/// The results of an experiment, ready to be drawn or told.
struct SortReport {
    std::array<WayReport, 4> ways;
    int units = 2;
    double effective_cores = 0; ///< 0: not calibrated yet
    int calibrated_with = 0;    ///< threads
    double clock_step_ns = 0;
    double clock_uncertainty_ns = 0;
    int discarded = 0;
    bool verified = false; ///< there are results and each one passed

    const WayReport& of(measure::Way way) const { return ways[static_cast<std::size_t>(way)]; }
    WayReport& of(measure::Way way) { return ways[static_cast<std::size_t>(way)]; }
    bool any() const;
};

/// Puts the repetitions of one way in order; the prediction and `unavailable` stay as they are.
void summarise(WayReport& way, std::span<const measure::Repetition> repetitions);

/// Holds every way against the sequence, as far as the times are long enough for the clock that the report tells of.
void compare(SortReport& report);

/// Both of every way of an experiment.
void update(SortReport& report, const measure::SortExperiment& experiment, int units);

/// Said when the machine gave fewer cores than there are units of work; else empty.
text::Line remark_on_cores(const SortReport& report);

/// The same in few words, for beside the speed-up of a way whose units run at once: "1.66 cores given".
text::Line words_for_cores(const SortReport& report, measure::Way way);

/// "절반" / "Half": what a prediction says, for `units` units of work.
text::Line words_for_prediction(std::string_view prediction, int units);
std::string_view name_of(Verdict verdict);

/// "예측 적중" / "as predicted", "예측은 ‘절반’" / "predicted: Half", or that there was none.
text::Line words_for_outcome(const WayReport& way, Verdict verdict, int units);

/// "스레드 2개" / "2 threads".
text::Line words_for(measure::Way way, int units);

/// "51.3 ms", or "< 200 µs" where the clock cannot tell.
text::Line words_for_figure(const WayReport& way);

/// The same, and whether it is too short to be compared, or for the clock.
text::Line words_for_time(const WayReport& way);

/// "2.6 %", or a dash where there was one repetition only, or the times are too short to tell.
text::Line words_for_spread(const WayReport& way);

/// Seconds as a reader wants them: "3.02 s", "51.3 ms", "812 µs".
text::Line words_for_seconds(double seconds);
text::Line words_for_bytes(std::uint64_t bytes);

/// Facts and tables of the results, and the recorded ones.
void describe(const SortReport& report, lab::Description& description);

/// The median of some numbers; they are put in order. 0 of none.
double median_of(std::vector<double>& values);

} // namespace widget

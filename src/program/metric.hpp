#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "program/results.hpp"
#include "program/scenario.hpp"
#include "text/sentence.hpp"

namespace program {

/// What a scenario must have for a number to say anything: of none, 0 would be no result.
enum class Needs : std::uint8_t { lock, gil, timed_gil, nothing };
/// What must have happened in a run.
enum class Asks : std::uint8_t { nothing, time, acquire, gil_acquire };

/// One number that a run is judged by: its row in the one table of them.
struct Metric {
    std::string_view id; ///< the stable name in facts: "throughput_per_s"
    text::Sentence name;
    text::Sentence definition; ///< one sentence, for readers
    std::string_view source;   ///< who defined it
    std::string_view unit;     ///< "1/s", "ns", "s", or empty for a plain number
    double (*of)(const Results& results);
    Needs needs = Needs::lock;
    Asks asks = Asks::nothing;
};

/// In the order in which they are shown.
std::span<const Metric> metrics();
bool applies(const Metric& metric, const Scenario& scenario);
/// The number of a run of `scenario`; none where it would say nothing: the scenario has nothing of the kind, or what
/// the number is about never happened.
std::optional<double> value_of(const Metric& metric, const Scenario& scenario, const Results& results);
/// The metric of this id, or null.
const Metric* find_metric(std::string_view id);

} // namespace program

#include "widget/contention_theory.hpp"

#include <algorithm>

#include "text/contention_stage.hpp"
#include "widget/scenario_variants.hpp"

namespace widget {
namespace {

using program::Contention;
using program::TimeLaw;
namespace words = text::contention;

text::Line method_of(const Contention& parameters) {
    const TimeLaw::Kind inside = parameters.inside.kind;
    const TimeLaw::Kind outside = parameters.outside.kind;
    if (inside == TimeLaw::Kind::exponential && parameters.locks == 1) return words::theory_mva;
    if (parameters.locks == 1 && inside == TimeLaw::Kind::constant && outside == TimeLaw::Kind::exponential)
        return words::theory_md1;
    if (parameters.locks == 1 && inside == TimeLaw::Kind::constant && outside == TimeLaw::Kind::constant)
        return words::theory_constant;
    return words::theory_estimate;
}

ContentionTheory theory_of(const Contention& parameters) {
    constexpr double per_second = 1e9; // from per nanosecond
    ContentionTheory theory;
    theory.parameters = parameters;
    theory.bound_per_s = program::throughput_bound(parameters) * per_second;
    if (!program::can_predict(parameters)) return theory;
    // The formulas know a core for each thread and a lock that costs nothing.
    const bool is_ideal = parameters.kind == program::LockKind::fifo && parameters.handoff_ns == 0 &&
                          parameters.threads <= parameters.cores;
    const double predicted_per_s = program::predict(parameters).throughput * per_second;
    theory.predicted_per_s = std::min(predicted_per_s, theory.bound_per_s);
    if (is_ideal)
        theory.method = method_of(parameters);
    else if (parameters.threads > parameters.cores && predicted_per_s > theory.bound_per_s)
        theory.method = text::fill(words::theory_clipped, {method_of(parameters)});
    else
        theory.method = text::fill(words::theory_ideal, {method_of(parameters)});
    return theory;
}

} // namespace

std::optional<ContentionTheory> theory_of(const program::Scenario& scenario) {
    const std::optional<Contention> parameters = parameters_of(scenario);
    if (!parameters || parameters->inside.mean_ns() + parameters->outside.mean_ns() == 0) return std::nullopt;
    return theory_of(*parameters);
}

ContentionTheory with_threads(const ContentionTheory& theory, int threads) {
    Contention parameters = theory.parameters;
    parameters.threads = threads;
    return theory_of(parameters);
}

} // namespace widget

#include "widget/contention_run.hpp"

#include <algorithm>

#include "measure/clock.hpp"

namespace widget {
namespace {

constexpr std::int64_t steps_a_glance = 2'000; ///< between two looks at the clock

constexpr std::int64_t steps_ahead = 100'000; ///< that a search may simulate at once
constexpr std::int64_t chunk = 1'000;         ///< of these, between two looks

bool is_wait(sim::Did did) {
    return did == sim::Did::waits || did == sim::Did::spins || did == sim::Did::gil_waits;
}

} // namespace

ContentionRun::ContentionRun(std::shared_ptr<const program::Scenario> scenario, std::uint64_t seed)
    : scenario_(std::move(scenario)), history_(scenario_, seed) {}

void ContentionRun::run_to(std::int64_t step) {
    goal_ = std::max(goal_, std::min(step, most_steps));
}

void ContentionRun::poll(std::int64_t slice_ns) {
    const std::int64_t began_ns = measure::now_ns();
    std::int64_t now_ns = began_ns;
    while (is_running() && now_ns - began_ns < slice_ns) {
        history_.extend(std::min(steps_a_glance, goal_ - history_.recorded()));
        now_ns = measure::now_ns();
    }
    spent_ns_ += now_ns - began_ns;
}

double ContentionRun::done() const {
    if (is_complete()) return 1;
    const auto share = [](std::int64_t part, std::int64_t whole) {
        return std::min(1.0, static_cast<double>(part) / static_cast<double>(std::max<std::int64_t>(1, whole)));
    };
    const double of_steps = share(history_.recorded(), goal_);
    if (scenario_->duration_ns == 0) return of_steps;
    return std::max(share(history_.trace().end_ns(), scenario_->duration_ns), goal_ < most_steps ? of_steps : 0.0);
}

void ContentionRun::extend_past(std::int64_t position) {
    if (position == history_.recorded() && !is_complete()) history_.extend(1);
}

void ContentionRun::go(std::int64_t step) {
    history_.go(std::clamp<std::int64_t>(step, 0, history_.recorded()));
}

std::optional<std::int64_t> ContentionRun::next_wait(std::int64_t from) {
    const std::int64_t last = std::max(history_.recorded(), std::min(from + steps_ahead, most_steps));
    for (std::int64_t step = from + 1; step <= last; ++step) {
        if (step > history_.recorded()) history_.extend(std::min(chunk, last - history_.recorded()));
        if (step > history_.recorded()) break;
        if (is_wait(history_.did(step))) return step;
    }
    return std::nullopt;
}

} // namespace widget

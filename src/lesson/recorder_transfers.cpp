// How control passes between the caller and the coroutines, and what flies along.

#include <algorithm>
#include <exception>
#include <utility>

#include "lesson/recorder.hpp"

namespace lesson {

/// It has control now. Whoever stands above it in the chain has suspended or ended; whoever stands below waits for it.
void Recorder::activate(Living& living) {
    const auto id = static_cast<std::size_t>(living.shown.id);
    const bool by_call = active_.empty(); // the step of the caller's operation has told who is resumed
    while (!active_.empty() && living_[active_.back()].is_suspending && active_.back() != id) {
        Living& yielder = living_[active_.back()];
        active_.pop_back();
        tell_yield(yielder, living);
    }
    if (const auto here = std::ranges::find(active_, id); here != active_.end()) {
        for (auto above = here + 1; above != active_.end(); ++above)
            if (living_[*above].shown.state == State::running) living_[*above].shown.state = State::suspended;
        active_.erase(here + 1, active_.end());
    } else {
        // A delegate is resumed in the name of the one that handed on to it, which runs then as well.
        const int giver = living.shown.resumed_by;
        const bool is_delegate =
            giver != Coroutine::caller && active_.empty() && living_[static_cast<std::size_t>(giver)].shown.delegates;
        if (is_delegate) activate(living_[static_cast<std::size_t>(giver)]);
        living.shown.resumed_by = active_.empty() ? Coroutine::caller : static_cast<int>(active_.back());
        if (!by_call) tell_resumption(living);
        active_.push_back(id);
    }
    living.shown.state = State::running;
    living.is_suspending = false;
}

/// What the one that resumed it gets of its end; when that is the caller, the outcome tells of it.
void Recorder::tell_end(const Living& ended, Outcome came, std::string in_flight) {
    Coroutine& resumer = living_[static_cast<std::size_t>(ended.shown.resumed_by)].shown;
    resumer.state = State::running;
    Step step = step_of(Step::Kind::ends, resumer);
    step.outcome = std::move(came);
    step.in_flight = std::move(in_flight);
    step.flies_up = true;
    step.flies_along = {ended.shown.id};
    write(std::move(step));
}

/// What one lets out goes to the one that delegates to it. A GeneratorExit does not: it closes each of a chain for
/// itself (PEP 380).
void Recorder::let_out(void* frame, const std::exception_ptr& error) noexcept {
    const Living* const ended = find_frame(frame);
    if (ended == nullptr || ended->shown.resumed_by == Coroutine::caller) return;
    Outcome came = raised_outcome(error);
    if (!living_[static_cast<std::size_t>(ended->shown.resumed_by)].shown.delegates || came.error == "GeneratorExit")
        return;
    std::string in_flight = came.error;
    tell_end(*ended, std::move(came), std::move(in_flight));
}

/// What a coroutine that another had resumed yielded, told when that other one is seen again.
void Recorder::tell_yield(const Living& yielder, const Living& seen) {
    std::vector<int> along;
    int giver = yielder.shown.id;
    do {
        Coroutine& between = living_[static_cast<std::size_t>(giver)].shown;
        between.state = State::suspended;
        along.insert(along.begin(), giver);
        giver = between.resumed_by;
    } while (giver != Coroutine::caller && living_[static_cast<std::size_t>(giver)].shown.delegates);
    if (giver == Coroutine::caller) return; // the outcome tells of that
    Step step = step_of(Step::Kind::yields, living_[static_cast<std::size_t>(giver)].shown);
    step.in_flight = yielder.offered.empty() ? "None" : yielder.offered;
    step.flies_up = true;
    step.flies_along = std::move(along);
    write(std::move(step), &seen);
}

/// Told when the one that was resumed is seen. No program of ours sends a value from one coroutine to another.
void Recorder::tell_resumption(const Living& resumed) {
    Step step = step_of(Step::Kind::resumes, living_[static_cast<std::size_t>(resumed.shown.resumed_by)].shown);
    step.in_flight = "None";
    step.flies_along = {resumed.shown.id};
    write(std::move(step), &resumed);
}

/// From the one that the caller holds to the innermost that it hands on to.
std::vector<int> Recorder::waiting_chain() const {
    std::vector<int> chain{root_};
    const auto is_next = [&](const Living& each) {
        return each.shown.resumed_by == chain.back() && each.frame != nullptr && each.scope != nullptr;
    };
    while (chain.back() >= 0 && living_[static_cast<std::size_t>(chain.back())].shown.delegates) {
        const auto next = std::ranges::find_if(living_, is_next);
        if (next == living_.end()) break;
        chain.push_back(next->shown.id);
    }
    return chain;
}

void Recorder::call(int operation, std::string in_flight) {
    Step step;
    step.kind = Step::Kind::call;
    step.operation = operation;
    if (!in_flight.empty()) step.flies_along = waiting_chain();
    step.in_flight = std::move(in_flight);
    write(std::move(step));
}

void Recorder::suspend_all() {
    for (const std::size_t id : active_)
        if (living_[id].shown.state == State::running) living_[id].shown.state = State::suspended;
    active_.clear();
}

void Recorder::outcome(int operation, Outcome outcome, std::string in_flight) {
    Step step;
    if (outcome.kind == Outcome::Kind::yielded) step.flies_along.assign(active_.begin(), active_.end());
    if (step.flies_along.empty() && !in_flight.empty()) step.flies_along = {root_};
    suspend_all();
    step.kind = Step::Kind::outcome;
    step.operation = operation;
    step.outcome = std::move(outcome);
    step.in_flight = std::move(in_flight);
    step.flies_up = true;
    write(std::move(step));
}

} // namespace lesson

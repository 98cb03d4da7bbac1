#pragma once

#include <cstdint>

#include "trace/trace.hpp"

namespace view {

/// What is cut out of a box besides its colour, so that colour is never the only cue. The numbers are known to
/// shaders/quads.frag.
enum class Pattern : std::uint8_t {
    solid,
    diagonal,
    back_diagonal,
    dots,
    horizontal,
    vertical,
    cross,
    checker,
    grid,
    wide_diagonal,
    big_dots,
    wide_vertical,
    zigzag,
};

/// No two states that stand in one picture share one, except idle, which is drawn as a thin line: the stages of the
/// sorting (starting, generate, sort, verify) never stand beside those of scheduling and locks (ready to queue).
constexpr Pattern pattern_of(trace::State state) {
    using trace::State;
    switch (state) {
    case State::idle:
        return Pattern::solid;
    case State::starting:
        return Pattern::dots;
    case State::running:
        return Pattern::vertical;
    case State::generate:
        return Pattern::horizontal;
    case State::sort:
        return Pattern::solid;
    case State::wait_lock:
        return Pattern::diagonal;
    case State::wait_io:
        return Pattern::cross;
    case State::wait_join:
        return Pattern::back_diagonal;
    case State::send:
        return Pattern::checker;
    case State::verify:
        return Pattern::grid;
    case State::ready:
        return Pattern::dots;
    case State::preempted:
        return Pattern::zigzag;
    case State::spin:
        return Pattern::grid;
    case State::section:
        return Pattern::solid;
    case State::sleep:
        return Pattern::big_dots;
    case State::switching:
        return Pattern::horizontal;
    case State::held:
        return Pattern::wide_diagonal;
    case State::queue:
        return Pattern::wide_vertical;
    case State::count:
        break;
    }
    return Pattern::solid;
}

/// Waiting is drawn lower than working: the second cue of shape.
constexpr bool is_waiting(trace::State state) {
    using trace::State;
    return state == State::wait_lock || state == State::wait_io || state == State::wait_join || state == State::ready ||
           state == State::preempted || state == State::sleep;
}

} // namespace view

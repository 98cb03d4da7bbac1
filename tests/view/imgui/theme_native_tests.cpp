#include "view/theme.hpp"

#include <doctest/doctest.h>

#include "view/pattern.hpp"

TEST_CASE(
    "a preempted thread looks unlike a ready, a running, a waiting and a spinning one, in colour and in pattern") {
    using trace::State;
    for (const bool dark : {false, true}) {
        const view::Theme theme = view::make_theme(dark, {});
        for (const State other : {State::ready, State::running, State::section, State::wait_lock, State::wait_io,
                                  State::spin, State::sleep, State::switching}) {
            CHECK_MESSAGE(theme.state_colour(State::preempted) != theme.state_colour(other), trace::name_of(other));
            CHECK_MESSAGE(view::pattern_of(State::preempted) != view::pattern_of(other), trace::name_of(other));
        }
    }
}

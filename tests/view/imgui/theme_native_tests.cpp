#include "view/theme.hpp"

#include <doctest/doctest.h>

TEST_CASE("a preempted thread has another colour than a ready, a running, a waiting and a spinning one") {
    using trace::State;
    for (const bool dark : {false, true}) {
        const view::Theme theme = view::make_theme(dark, {});
        for (const State other : {State::ready, State::running, State::section, State::wait_lock, State::wait_io,
                                  State::spin, State::sleep, State::switching})
            CHECK_MESSAGE(theme.state_colour(State::preempted) != theme.state_colour(other), trace::name_of(other));
    }
}

#include "view/pattern.hpp"

#include <doctest/doctest.h>

#include <map>

using trace::State;

TEST_CASE("no two states that are drawn as boxes share a pattern: colour is never the only cue") {
    std::map<view::Pattern, State> taken;
    for (int i = 1; i < static_cast<int>(State::count); ++i) {
        const auto state = static_cast<State>(i);
        const auto [at, is_new] = taken.emplace(view::pattern_of(state), state);
        CHECK_MESSAGE(is_new, trace::name_of(state), " looks like ", trace::name_of(at->second));
    }
}

TEST_CASE("only what waits is drawn low") {
    CHECK(view::is_waiting(State::wait_lock));
    CHECK(view::is_waiting(State::wait_join));
    CHECK(!view::is_waiting(State::sort));
}

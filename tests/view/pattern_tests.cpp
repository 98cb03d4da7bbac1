#include "view/pattern.hpp"

#include <doctest/doctest.h>

using trace::State;

namespace {

/// What only the sorting experiment shows.
bool is_stage_of_sorting(State state) {
    return state == State::starting || state == State::generate || state == State::sort || state == State::verify;
}

bool is_of_scheduling(State state) {
    return state >= State::ready;
}

} // namespace

TEST_CASE("no two states that stand in one picture share a pattern: colour is never the only cue") {
    for (int i = 1; i < static_cast<int>(State::count); ++i)
        for (int k = 1; k < i; ++k) {
            const auto a = static_cast<State>(i);
            const auto b = static_cast<State>(k);
            if (is_of_scheduling(a) && is_stage_of_sorting(b)) continue;
            CHECK_MESSAGE(view::pattern_of(a) != view::pattern_of(b), trace::name_of(a), " looks like ",
                          trace::name_of(b));
        }
}

TEST_CASE("only what waits is drawn low") {
    CHECK(view::is_waiting(State::wait_lock));
    CHECK(view::is_waiting(State::wait_join));
    CHECK(view::is_waiting(State::ready));
    CHECK(view::is_waiting(State::preempted));
    CHECK(!view::is_waiting(State::sort));
    CHECK(!view::is_waiting(State::spin));
}

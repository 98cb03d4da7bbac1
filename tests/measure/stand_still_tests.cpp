#include "measure/stand_still.hpp"

#include <doctest/doctest.h>

#include "program/builder.hpp"

using namespace measure;

TEST_CASE("only when all who are left have been in one and the same wait for long is it a deadlock") {
    program::Builder b("three");
    b.threads("T", 3).compute(1);
    ScenarioBoard board(b.build(), 1, {});
    for (int i = 0; i < 3; ++i) board.thread(i).started = 1;
    constexpr trace::Nanoseconds long_enough = StandStill::patience_ns + 1;
    trace::Nanoseconds now = 1'000;

    StandStill watch;
    const auto stands_still = [&] {
        watch.look(board, now); // notices a change, if there is one
        return watch.look(board, now += long_enough);
    };
    CHECK_FALSE(stands_still()); // nobody waits
    board.thread(0).waits_since_ns = 1;
    board.thread(1).waits_since_ns = 2;
    CHECK_FALSE(stands_still()); // one computes
    board.thread(2).waits_since_ns = 3;
    CHECK_FALSE(watch.look(board, now)); // not long yet
    CHECK_FALSE(watch.look(board, now += StandStill::patience_ns - 1));
    board.thread(1).waits_since_ns = 4; // went on, and waits again
    CHECK_FALSE(watch.look(board, now += StandStill::patience_ns - 1));
    CHECK(watch.look(board, now += long_enough));

    board.thread(2).waits_since_ns = 0;
    board.thread(2).ended = 1; // who has ended does not count
    CHECK(stands_still());
    board.thread(2).ended = 0;
    board.thread(2).started = 0; // nor who has not begun
    CHECK(stands_still());
    for (int i = 0; i < 3; ++i) board.thread(i).ended = 1;
    CHECK_FALSE(stands_still()); // all over
}

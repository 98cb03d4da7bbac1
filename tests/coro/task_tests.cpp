#include "coro/task.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "coro/counted.hpp"
#include "coro/event_loop.hpp"
#include "coro/sleeper.hpp"

using namespace coro;
using namespace coro_testing;
using namespace std::chrono_literals;

TEST_CASE("awaiting a task runs it in place, and its exception comes out there") {
    const Nothing left;
    event_loop loop;
    Log log;
    const auto failing = [](event_loop& inner_loop) -> task<> {
        Counted guard;
        co_await inner_loop.sleep(1s);
        throw value_error("late");
    };
    const auto outer = [&](event_loop& outer_loop) -> task<int> {
        const int first = co_await sleeper(outer_loop, log, "a", 1s, 20);
        int second = 0;
        try {
            co_await failing(outer_loop);
        } catch (const value_error&) {
            second = 1;
        }
        co_return first + second;
    };
    CHECK(loop.run(outer(loop)) == 21);
    CHECK(loop.now() == 2s);
    CHECK_THROWS_WITH(loop.run(failing(loop)), "late");
}

TEST_CASE("a task that is dropped before anybody awaits it frees what it was given and runs nothing") {
    const Nothing left;
    const auto takes = [](Counted) -> task<int> { co_return 1; };
    {
        const task<int> dropped = takes(Counted(1));
    }
    CHECK(Counted::made > 0);
    CHECK(Counted::alive == 0);
    event_loop loop;
    const auto main = [&]() -> task<int> {
        {
            const task<int> dropped = takes(Counted(2));
        }
        CHECK(Counted::alive == 0);
        (void)takes(Counted(3));
        co_return 4;
    };
    CHECK(loop.run(main()) == 4);
}

TEST_CASE("neither depth nor number of awaited tasks grows the stack") {
    event_loop loop;
    struct Deep {
        static task<int> down(event_loop& own, int depth) {
            // Not in a conditional expression: GCC 12 evaluates the co_await there on both sides.
            if (depth > 0) co_return 1 + co_await down(own, depth - 1);
            co_await own.sleep(1s);
            co_return 0;
        }
    };
    CHECK(loop.run(Deep::down(loop, 20'000)) == 20'000);
    const auto many = [](event_loop& own) -> task<int> {
        const auto one = [](event_loop&) -> task<int> { co_return 1; };
        int sum = 0;
        for (int i = 0; i < 200'000; ++i) sum += co_await one(own);
        co_return sum;
    };
    CHECK(loop.run(many(loop)) == 200'000);
}

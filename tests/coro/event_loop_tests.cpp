#include "coro/event_loop.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "coro/counted.hpp"
#include "coro/gather.hpp"
#include "coro/sleeper.hpp"
#include "coro/unraisable.hpp"

using namespace coro;
using namespace coro_testing;
using namespace std::chrono_literals;

TEST_CASE("three tasks that sleep at the same time take as long as the longest, in no time at all") {
    const Nothing left;
    event_loop loop;
    Log log;
    std::vector<task<int>> works;
    works.push_back(sleeper(loop, log, "long", 3h, 3));
    works.push_back(sleeper(loop, log, "short", 1h, 1));
    works.push_back(sleeper(loop, log, "middle", 2h, 2));
    CHECK(loop.run(gather(loop, std::move(works))) == std::vector{3, 1, 2});
    CHECK(loop.now() == 3h);
    CHECK(log == Log{"long begins", "short begins", "middle begins", "short ends", "middle ends", "long ends"});
}

TEST_CASE("who sleeps longer than time can be told wakes at its end, after all others") {
    const Nothing left;
    event_loop loop;
    Log log;
    std::vector<task<int>> works;
    works.push_back(sleeper(loop, log, "for ever", event_loop::duration::max(), 1));
    works.push_back(sleeper(loop, log, "an hour", 1h, 2));
    const auto main = [&](event_loop& own) -> task<int> {
        co_await own.sleep(1s);
        co_return static_cast<int>((co_await gather(own, std::move(works))).size());
    };
    CHECK(loop.run(main(loop)) == 2);
    CHECK(loop.now() == event_loop::duration::max());
    CHECK(log == Log{"for ever begins", "an hour begins", "an hour ends", "for ever ends"});
}

TEST_CASE("what still runs when the first task is done is cancelled") {
    const Nothing left;
    event_loop loop;
    Log log;
    const auto main = [&](event_loop& own) -> task<int> {
        (void)own.spawn(sleeper(own, log, "beside", 5s, 1));
        co_await own.sleep(1s);
        co_return 7;
    };
    CHECK(loop.run(main(loop)) == 7);
    CHECK(loop.now() == 1s);
    CHECK(log == Log{"beside begins"});
}

TEST_CASE("a task whose handle was dropped goes on when what it waits for is done") {
    const Nothing left;
    event_loop loop;
    Log log;
    const auto watches = [&log](spawned<int> other) -> task<int> {
        Counted guard;
        const int got = co_await other;
        log.push_back("saw " + std::to_string(got));
        co_return got;
    };
    const auto main = [&](event_loop& own) -> task<int> {
        const spawned<int> slow = own.spawn(sleeper(own, log, "slow", 2s, 5));
        (void)own.spawn(watches(slow));
        co_await own.sleep(3s);
        co_return 0;
    };
    loop.run(main(loop));
    CHECK(log.back() == "saw 5");
}

TEST_CASE("tasks that wait for each other are found, and everything is destroyed") {
    const Nothing left;
    event_loop loop;
    std::vector<spawned<int>> both;
    const auto waits = [&both](std::size_t other) -> task<int> {
        Counted guard;
        co_return co_await both[other];
    };
    both.push_back(loop.spawn(waits(1)));
    both.push_back(loop.spawn(waits(0)));
    const auto main = [&both]() -> task<int> { co_return co_await both[0]; };
    CHECK_THROWS_AS((void)loop.run(main()), runtime_error);
}

TEST_CASE("a loop that dies takes what is not done along, whoever holds it, and runs no line of it") {
    const Nothing left;
    Log log;
    std::vector<spawned<int>> kept;
    {
        event_loop loop;
        const auto waits = [&](std::size_t other) -> task<int> {
            Counted guard;
            int got = 0;
            try {
                got = co_await kept[other];
            } catch (const cancelled&) {
                log.push_back("told");
            }
            co_return got;
        };
        for (const std::size_t other : {1u, 2u, 0u, 3u})
            kept.push_back(loop.spawn(waits(other))); // the last for itself
        kept.push_back(loop.spawn(sleeper(loop, log, "asleep", 1h, 1)));
        const auto main = [&kept]() -> task<int> { co_return co_await kept[0]; };
        CHECK_THROWS_AS((void)loop.run(main()), runtime_error);
        kept.push_back(loop.spawn(sleeper(loop, log, "not begun", 1h, 1)));
        (void)loop.spawn(sleeper(loop, log, "nor held", 1h, 1));
        CHECK(Counted::alive > 0);
        for (const std::size_t unfinished : {0u, 1u, 2u, 3u, 5u}) CHECK_FALSE(kept[unfinished].done());
    }
    CHECK(Counted::alive == 0);
    for (const spawned<int>& one : kept) CHECK(one.done());
    CHECK(log == Log{"asleep begins", "asleep ends"});
}

TEST_CASE("what ends a task that nobody awaits is told of; a cancellation and what somebody was given are not") {
    const Nothing left;
    Log lost;
    const auto before = std::exchange(on_unraisable(), [&lost](const std::exception_ptr& error) {
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& known) {
            lost.push_back(known.what());
        }
    });
    {
        event_loop loop;
        const auto fails = [&loop](const char* why) -> task<int> {
            Counted guard;
            co_await loop.sleep(1s);
            throw value_error(why);
        };
        const auto main = [&]() -> task<int> {
            (void)loop.spawn(fails("nobody"));
            const spawned<int> awaited = loop.spawn(fails("awaited"));
            std::vector<task<int>> together;
            together.push_back(fails("first of a gathering"));
            together.push_back(fails("second of a gathering"));
            int caught = 0;
            try {
                (void)co_await gather(loop, std::move(together));
            } catch (const value_error&) {
                ++caught;
            }
            co_await loop.sleep(1s);
            CHECK(lost == Log{"nobody"});
            try {
                (void)co_await awaited;
            } catch (const value_error&) {
                ++caught;
            }
            (void)loop.spawn(fails("never, for it is cancelled at the end"));
            co_await loop.sleep(0s);
            co_return caught;
        };
        CHECK(loop.run(main()) == 2);
    }
    on_unraisable() = before;
    CHECK(lost == Log{"nobody"});
}

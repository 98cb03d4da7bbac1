#include "coro/event_loop.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "coro/counted.hpp"
#include "coro/gather.hpp"
#include "coro/unraisable.hpp"

using namespace coro;
using namespace std::chrono_literals;

namespace {

using Log = std::vector<std::string>;

task<int> sleeper(event_loop& loop, Log& log, std::string name, std::chrono::nanoseconds length, int result) {
    Counted guard;
    log.push_back(name + " begins");
    co_await loop.sleep(length);
    log.push_back(name + " ends");
    co_return result;
}

/// A frame that is freed with everything in it, however the test ends.
struct Nothing {
    Nothing() { Counted::reset(); }
    ~Nothing() { CHECK(Counted::alive == 0); }
};

} // namespace

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

TEST_CASE("cancelling throws where the task waits; it may clean up and wait again") {
    const Nothing left;
    event_loop loop;
    Log log;
    const auto tidy = [&log](event_loop& own) -> task<int> {
        Counted guard;
        bool stopped = false;
        try {
            co_await own.sleep(10s);
        } catch (const cancelled&) {
            stopped = true;
        }
        if (stopped) co_await own.sleep(1s);
        log.push_back(stopped ? "stopped" : "slept");
        co_return 5;
    };
    const auto main = [&](event_loop& own) -> task<int> {
        spawned<int> tidying = own.spawn(tidy(own));
        spawned<int> heedless = own.spawn(sleeper(own, log, "heedless", 10s, 1));
        spawned<int> not_begun = own.spawn(sleeper(own, log, "never", 1s, 1));
        not_begun.cancel();
        co_await own.sleep(2s);
        tidying.cancel();
        heedless.cancel();
        int caught = 0;
        for (const spawned<int>& one : {heedless, not_begun}) {
            try {
                (void)co_await one;
            } catch (const cancelled&) {
                ++caught;
            }
        }
        const int result = co_await tidying;
        co_return caught * 10 + result;
    };
    CHECK(loop.run(main(loop)) == 25);
    CHECK(loop.now() == 3s);
    CHECK(log == Log{"heedless begins", "stopped"});
}

TEST_CASE("a task that cancels itself is told at its next wait, and cancelling a gather cancels all of it") {
    const Nothing left;
    event_loop loop;
    Log log;
    const auto main = [&](event_loop& own) -> task<> {
        std::vector<task<int>> works;
        works.push_back(sleeper(own, log, "a", 5s, 1));
        works.push_back(sleeper(own, log, "b", 6s, 1));
        auto all = own.spawn(gather(own, std::move(works)));
        co_await own.sleep(1s);
        all.cancel();
        CHECK_FALSE(all.done());
        bool caught = false;
        try {
            (void)co_await all;
        } catch (const cancelled&) {
            caught = true;
        }
        CHECK(caught);
    };
    loop.run(main(loop));
    CHECK(loop.now() == 1s);
    CHECK(log == Log{"a begins", "b begins"});
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

TEST_CASE("cancelling a task that awaits another cancels that one, whose result it gets if it goes on, as in asyncio") {
    const Nothing left;
    event_loop loop;
    Log log;
    const auto inner = [&](bool goes_on) -> task<int> {
        Counted guard;
        bool is_cancelled = false;
        try {
            co_await loop.sleep(10s);
        } catch (const cancelled&) {
            is_cancelled = true;
        }
        log.push_back(is_cancelled ? "inner cancelled" : "inner slept");
        if (!goes_on) throw cancelled();
        co_await loop.sleep(1s);
        co_return 5;
    };
    const auto outer = [&](spawned<int> awaited) -> task<int> {
        Counted guard;
        co_return co_await awaited;
    };
    const auto main = [&]() -> task<int> {
        spawned<int> kind = loop.spawn(inner(true));
        spawned<int> middle = loop.spawn(outer(kind));
        spawned<int> last = loop.spawn(outer(middle));
        spawned<int> strict = loop.spawn(inner(false));
        spawned<int> told = loop.spawn(outer(strict));
        co_await loop.sleep(1s);
        last.cancel();
        told.cancel();
        const int came = co_await last;
        CHECK(came == 5);
        CHECK(loop.now() == 2s);
        bool is_cancelled = false;
        try {
            (void)co_await told;
        } catch (const cancelled&) {
            is_cancelled = true;
        }
        CHECK(is_cancelled);
        co_return co_await kind; // had by the one that awaited it; an int stays
    };
    CHECK(loop.run(main()) == 5);
    CHECK(log == Log{"inner cancelled", "inner cancelled"});
}

TEST_CASE("one that cancels itself and then awaits another cancels that one") {
    const Nothing left;
    event_loop loop;
    Log log;
    std::vector<spawned<int>> own;
    const auto selfish = [&]() -> task<int> {
        Counted guard;
        spawned<int> other = loop.spawn(sleeper(loop, log, "other", 1s, 1));
        own[0].cancel();
        bool is_cancelled = false;
        try {
            (void)co_await other;
        } catch (const cancelled&) {
            is_cancelled = true;
        }
        CHECK(other.done());
        co_return is_cancelled ? 1 : 0;
    };
    own.push_back(loop.spawn(selfish()));
    const auto main = [&own]() -> task<int> { co_return co_await own[0]; };
    CHECK(loop.run(main()) == 1);
    CHECK(loop.now() == 0s);
}

TEST_CASE("tasks that await each other in a circle can be cancelled one by one") {
    const Nothing left;
    event_loop loop;
    std::vector<spawned<int>> circle;
    int told = 0;
    const auto waits = [&](std::size_t other) -> task<int> {
        Counted guard;
        int got = 0;
        try {
            got = co_await circle[other];
        } catch (const cancelled&) {
            ++told;
        }
        co_return got;
    };
    for (const std::size_t other : {1u, 2u, 1u}) circle.push_back(loop.spawn(waits(other))); // the first waits outside
    const auto main = [&]() -> task<int> {
        co_await loop.sleep(1s);
        circle[1].cancel();
        const int outside = co_await circle[0];
        co_return outside;
    };
    CHECK(loop.run(main()) == 0);
    CHECK(told == 1);
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

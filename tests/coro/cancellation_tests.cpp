#include "coro/event_loop.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "coro/counted.hpp"
#include "coro/gather.hpp"
#include "coro/sleeper.hpp"

using namespace coro;
using namespace coro_testing;
using namespace std::chrono_literals;

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

#include "coro/gather.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "coro/counted.hpp"
#include "oracle_file.hpp"

using namespace coro;
using namespace std::chrono_literals;

namespace {

/// A loop whose unit of time is a second, and what its tasks tell: "2 a cancelled".
struct World {
    event_loop loop;
    std::string log;

    void tell(const std::string& text) {
        log += std::to_string(std::chrono::duration_cast<std::chrono::seconds>(loop.now()).count()) + " " + text + "\n";
    }
};

enum class End { returns, fails, gives_up };
enum class OnCancel { pass, fail, tidy };

// The tasks of tests/oracle/asyncio/gather.py.
task<std::string> child(World& world, std::string name, int length, End end = End::returns,
                        OnCancel on_cancel = OnCancel::pass) {
    Counted guard;
    bool is_cancelled = false;
    try {
        co_await world.loop.sleep(length * 1s);
    } catch (const cancelled&) {
        is_cancelled = true;
    }
    if (is_cancelled) {
        world.tell(name + " cancelled");
        if (on_cancel == OnCancel::pass) throw cancelled();
        if (on_cancel == OnCancel::fail) throw value_error(name);
        co_await world.loop.sleep(1s);
        world.tell(name + " tidied");
        co_return name;
    }
    world.tell(name + (end == End::returns ? " return" : end == End::fails ? " fail" : " give up"));
    if (end == End::fails) throw value_error(name);
    if (end == End::gives_up) throw cancelled();
    co_return name;
}

using Children = std::vector<spawned<std::string>>;

task<> gathering(World& world, Children children) {
    Counted guard;
    std::string said;
    try {
        const std::vector<std::string> results = co_await gather(world.loop, std::move(children));
        said = "gathered";
        for (const std::string& result : results) said += " " + result;
    } catch (const value_error& error) {
        said = std::string("ValueError ") + error.what();
    } catch (const cancelled&) {
        said = "CancelledError";
    }
    world.tell(said);
}

task<> cancel_later(World& world, spawned<std::string> one) {
    co_await world.loop.sleep(1s);
    one.cancel();
}

template <typename... Tasks>
Children start(World& world, Tasks... tasks) {
    Children children;
    (children.push_back(world.loop.spawn(std::move(tasks))), ...);
    return children;
}

task<> first_error(World& world) {
    co_await gathering(world, start(world, child(world, "a", 3), child(world, "b", 2, End::fails), child(world, "c", 1),
                                    child(world, "d", 4, End::fails)));
    co_await world.loop.sleep(3s);
}

task<> child_cancelled(World& world) {
    Children all = start(world, child(world, "a", 3), child(world, "b", 3), child(world, "c", 2));
    (void)world.loop.spawn(cancel_later(world, all[1]));
    co_await gathering(world, all);
    co_await world.loop.sleep(3s);
}

task<> child_gives_up(World& world) {
    co_await gathering(world, start(world, child(world, "a", 2), child(world, "b", 1, End::gives_up)));
    co_await world.loop.sleep(2s);
}

task<> cancelled_before_it_began(World& world) {
    Children all = start(world, child(world, "a", 1), child(world, "b", 1));
    all[1].cancel();
    co_await gathering(world, all);
    co_await world.loop.sleep(2s);
}

task<> cancel_gathering_of(World& world, Children children) {
    spawned<void> all = world.loop.spawn(gathering(world, std::move(children)));
    co_await world.loop.sleep(2s);
    all.cancel();
    co_await world.loop.sleep(3s);
}

task<> gathering_cancelled(World& world) {
    return cancel_gathering_of(world, start(world, child(world, "a", 3), child(world, "b", 4), child(world, "c", 1)));
}

task<> gathering_cancelled_and_one_fails(World& world) {
    return cancel_gathering_of(world,
                               start(world, child(world, "a", 3, End::returns, OnCancel::fail), child(world, "b", 4)));
}

task<> gathering_cancelled_and_all_return(World& world) {
    return cancel_gathering_of(world, start(world, child(world, "a", 3, End::returns, OnCancel::tidy),
                                            child(world, "b", 4, End::returns, OnCancel::tidy)));
}

task<> nothing_to_gather(World& world) {
    return gathering(world, {});
}

/// What CPython's log has under "[name]".
std::string recorded(const std::string& name) {
    std::istringstream file(oracle_file("asyncio/gather.txt"));
    std::string log;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (inside && line.starts_with('[')) break;
        if (inside) log += line + "\n";
        if (line == "[" + name + "]") inside = true;
    }
    REQUIRE_MESSAGE(inside, name);
    return log;
}

} // namespace

TEST_SUITE("coro/gather") {
    TEST_CASE("failures and cancellations of children, and of the gathering itself, do what asyncio.gather does") {
        const std::pair<const char*, task<> (*)(World&)> cases[] = {
            {"first_error", first_error},
            {"child_cancelled", child_cancelled},
            {"child_gives_up", child_gives_up},
            {"cancelled_before_it_began", cancelled_before_it_began},
            {"gathering_cancelled", gathering_cancelled},
            {"gathering_cancelled_and_one_fails", gathering_cancelled_and_one_fails},
            {"gathering_cancelled_and_all_return", gathering_cancelled_and_all_return},
            {"nothing_to_gather", nothing_to_gather},
        };
        for (const auto& [name, begin] : cases) {
            CAPTURE(name);
            Counted::reset();
            {
                World world;
                world.loop.run(begin(world));
                CHECK(world.log == recorded(name));
            }
            CHECK(Counted::alive == 0);
        }
    }

    TEST_CASE("tasks that fail while the gathering was cancelled and not yet resumed do not save the others") {
        World world;
        const auto main = [](World& own) -> task<> {
            Children children = start(own, child(own, "a", 2, End::fails), child(own, "b", 4));
            spawned<void> all = own.loop.spawn(gathering(own, children));
            co_await own.loop.sleep(1s);
            // In one turn: the gathering is cancelled, and so is a child; the child's turn comes first.
            children[0].cancel();
            all.cancel();
            co_await own.loop.sleep(5s);
        };
        world.loop.run(main(world));
        CHECK(world.log == "1 a cancelled\n1 CancelledError\n1 b cancelled\n");
    }

    TEST_CASE("a gathering that is cancelled after a failure has decided it leaves the others alone") {
        World world;
        const auto main = [](World& own) -> task<> {
            Children children = start(own, child(own, "a", 1, End::fails), child(own, "b", 4));
            spawned<void> all = own.loop.spawn(gathering(own, children));
            co_await own.loop.sleep(1s);
            co_await own.loop.sleep(0s); // a has its turn, the gathering not yet
            all.cancel();
            co_await own.loop.sleep(5s);
        };
        world.loop.run(main(world));
        CHECK(world.log == "1 a fail\n1 CancelledError\n4 b return\n");
    }

    TEST_CASE("an error that two await is thrown to both") {
        World world;
        int caught = 0;
        const auto main = [&caught](World& own) -> task<> {
            const Children one = start(own, child(own, "a", 1, End::fails));
            for (int i = 0; i < 2; ++i) {
                try {
                    (void)co_await one[0];
                } catch (const value_error&) {
                    ++caught;
                }
            }
            co_await gathering(own, one);
        };
        world.loop.run(main(world));
        CHECK(caught == 2);
        CHECK(world.log == "1 a fail\n1 ValueError a\n");
    }

    TEST_CASE("the results of a thousand tasks come in the order of the tasks, in the time of the longest") {
        event_loop loop;
        const auto one = [](event_loop& own, int number) -> task<int> {
            co_await own.sleep((number % 7) * 1s);
            co_return number;
        };
        std::vector<task<int>> works;
        for (int i = 0; i < 1000; ++i) works.push_back(one(loop, i));
        const std::vector<int> results = loop.run(gather(loop, std::move(works)));
        REQUIRE(results.size() == 1000);
        for (int i = 0; i < 1000; ++i) CHECK(results[static_cast<std::size_t>(i)] == i);
        CHECK(loop.now() == 6s);
    }
}

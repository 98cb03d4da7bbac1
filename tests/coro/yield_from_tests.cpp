#include "coro/yield_from.hpp"

#include <doctest/doctest.h>

#include <any>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "coro/adder.hpp"

using namespace coro;
using namespace coro_testing;

namespace {

Numbers delegate(int depth, int start) {
    if (depth == 0) co_return co_await yield_from(adder(start));
    co_return co_await yield_from(delegate(depth - 1, start));
}

} // namespace

TEST_CASE("yield_from passes send, throw and close on and gives back what is returned") {
    for (const int depth : {0, 1, 5, 2000}) {
        Numbers chain = delegate(depth, 1);
        CHECK(chain.next().value() == 1);
        CHECK(chain.send(2).value() == 3);
        CHECK(chain.frame()->is_delegating());
        CHECK(chain.next().result() == 3);
        Numbers thrown = delegate(depth, 1);
        (void)thrown.next();
        CHECK(message_of(thrown.throw_(value_error("deep")).error()) == "deep");
        Numbers closed = delegate(depth, 1);
        (void)closed.next();
        CHECK(closed.close().ok());
    }
}

TEST_CASE("a million delegations without a yield do not grow the stack") {
    const auto body = []() -> Numbers {
        const auto nothing = []() -> Numbers { co_return 1; };
        int sum = 0;
        for (int i = 0; i < 1'000'000; ++i) sum += co_await yield_from(nothing());
        co_return sum;
    };
    Numbers numbers = body();
    CHECK(numbers.next().result() == 1'000'000);
}

TEST_CASE("GeneratorExit closes the innermost first, and an outer one may go on") {
    std::vector<std::string> order;
    const auto inner = [&order]() -> Numbers {
        try {
            co_yield 1;
        } catch (const generator_exit&) {
            order.push_back("inner");
        }
        co_return 0;
    };
    const auto outer = [&]() -> Numbers {
        try {
            co_await yield_from(inner());
        } catch (const generator_exit&) {
            order.push_back("outer");
        }
        co_yield 7;
        co_return 0;
    };
    Numbers numbers = outer();
    (void)numbers.next();
    CHECK(numbers.throw_(generator_exit()).value() == 7);
    CHECK(order == std::vector<std::string>{"inner", "outer"});
    CHECK_FALSE(numbers.frame()->is_delegating());
}

TEST_CASE("a delegate that was begun is taken over in the middle, with what it delegates to") {
    const auto outer = [](Numbers begun) -> Numbers { co_return co_await yield_from(std::move(begun)) * 10; };
    Numbers begun = delegate(3, 5);
    CHECK(begun.send(std::nullopt).value() == 5);
    CHECK(begun.send(1).value() == 6);
    Numbers numbers = outer(std::move(begun));
    CHECK(numbers.next().result() == 60);
}

TEST_CASE("a delegate that stays the caller's may be driven by both") {
    Numbers shared = adder(0);
    const auto outer = [](Numbers& inner) -> Numbers { co_return co_await yield_from(inner) + 1000; };
    Numbers numbers = outer(shared);
    CHECK(numbers.next().value() == 0);
    CHECK(shared.send(5).value() == 5);
    CHECK(numbers.send(1).value() == 6);
    CHECK(shared.next().result() == 6);
    // It is over and returned its value to somebody else: None, here 0.
    CHECK(numbers.next().result() == 1000);
}

TEST_CASE("delegating to a running generator, itself, is refused at the yield_from") {
    std::unique_ptr<Numbers> itself;
    std::string refusal;
    const auto body = [&](bool keep) -> Numbers {
        try {
            if (keep)
                co_await yield_from(*itself);
            else
                co_await yield_from(std::move(*itself));
        } catch (const value_error& error) {
            refusal = error.what();
        }
        co_yield 1;
        co_return 0;
    };
    for (const bool keep : {true, false}) {
        refusal.clear();
        itself = std::make_unique<Numbers>(body(keep));
        CHECK(itself->next().value() == 1);
        CHECK(refusal == "generator already executing");
    }
    CHECK(itself->state() == generator_state::closed);
}

namespace {

/// Hands out 1, 2 and then ends with 30; has neither throw_() nor close().
struct Plain {
    int at = 0;
    outcome<int, int> send(std::optional<int>) {
        if (++at <= 2) return yielded<int>{at};
        return returned<int>{30};
    }
};

/// The same with a throw_() that raises what it is given.
struct Raising : Plain {
    outcome<int, int> throw_(std::exception_ptr error) { return raised{std::move(error)}; }
};

template <typename Delegate>
Numbers over(Delegate delegate) {
    int result = 0;
    try {
        result = co_await yield_from(std::move(delegate));
    } catch (const stop_iteration&) {
        result = -1;
    }
    co_return result;
}

} // namespace

TEST_CASE("anything with send() can be delegated to") {
    Numbers numbers = over(Plain());
    CHECK(numbers.next().value() == 1);
    CHECK(numbers.send(9).value() == 2);
    CHECK(numbers.next().result() == 30);
    Numbers closed = over(Plain());
    (void)closed.next();
    CHECK(closed.close().ok());
}

TEST_CASE(
    "a StopIteration out of a delegate's throw_() is its end; without a throw_() it is raised at the yield_from") {
    Numbers ends = over(Raising());
    (void)ends.next();
    CHECK(ends.throw_(stop_iteration(std::any(77))).result() == 77);
    Numbers raises = over(Plain());
    (void)raises.next();
    CHECK(raises.throw_(stop_iteration(std::any(77))).result() == -1);
    Numbers passes = over(Raising());
    (void)passes.next();
    CHECK(holds<value_error>(passes.throw_(value_error("v")).error()));
}

TEST_CASE("a StopIteration whose value is none of the delegate's type is a TypeError, not a made-up value") {
    for (const std::any& value : {std::any(2.5), std::any(std::string("word")), std::any(77L)}) {
        Numbers wrong = over(Raising());
        (void)wrong.next();
        CHECK(holds<type_error>(wrong.throw_(stop_iteration(value)).error()));
        CHECK(wrong.state() == generator_state::closed);
    }
    Numbers without = over(Raising());
    (void)without.next();
    CHECK(without.throw_(stop_iteration()).result() == 0); // Python's None
}

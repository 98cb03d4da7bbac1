#include "coro/send_generator.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "coro/counted.hpp"

using namespace coro;

namespace {

using Numbers = send_generator<int, int, int>;

/// Yields the sum of what it was sent; next() ends it.
Numbers adder(int start) {
    int sum = start;
    while (const std::optional<int> sent = co_yield sum) sum += *sent;
    co_return sum;
}

Numbers delegate(int depth, int start) {
    if (depth == 0) co_return co_await yield_from(adder(start));
    co_return co_await yield_from(delegate(depth - 1, start));
}

std::string message_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    }
}

/// Collects what on_unraisable() is told, for one test.
struct Unraisable {
    std::vector<std::string> messages;
    std::function<void(const std::exception_ptr&)> before = on_unraisable();
    Unraisable() {
        on_unraisable() = [this](const std::exception_ptr& error) { messages.push_back(message_of(error)); };
    }
    ~Unraisable() { on_unraisable() = before; }
};

} // namespace

TEST_CASE("what is sent arrives at the yield, and what is returned comes last, once") {
    Numbers sums = adder(1);
    CHECK(sums.state() == generator_state::created);
    CHECK(sums.next().value() == 1);
    CHECK(sums.state() == generator_state::suspended);
    CHECK(sums.send(10).value() == 11);
    CHECK(sums.send(100).value() == 111);
    CHECK(sums.next().result() == 111);
    CHECK(sums.state() == generator_state::closed);
    CHECK(sums.frame() == nullptr);
    CHECK_FALSE(sums.next().result().has_value());
}

TEST_CASE("a value sent before the start is refused and starts nothing") {
    Numbers sums = adder(1);
    auto refused = sums.send(5);
    REQUIRE(refused.is_raised());
    CHECK(holds<type_error>(refused.error()));
    CHECK(message_of(refused.error()) == "can't send non-None value to a just-started generator");
    CHECK(sums.state() == generator_state::created);
    CHECK(sums.next().value() == 1);
}

TEST_CASE("a generator that resumes itself is refused and goes on") {
    Numbers* itself = nullptr;
    const auto body = [&itself]() -> Numbers {
        auto refused = itself->next();
        CHECK(message_of(refused.error()) == "generator already executing");
        CHECK(itself->state() == generator_state::running);
        CHECK(message_of(itself->close().error()) == "generator already executing");
        CHECK(holds<value_error>(itself->throw_(type_error("x")).error()));
        co_yield 1;
        co_return 0;
    };
    Numbers numbers = body();
    itself = &numbers;
    CHECK(numbers.next().value() == 1);
}

TEST_CASE("an exception thrown in can be caught at the yield, or comes out") {
    const auto body = []() -> Numbers {
        int answer = 0;
        try {
            co_yield 1;
        } catch (const value_error&) {
            answer = 2;
        }
        co_yield answer;
        co_return 0;
    };
    Numbers numbers = body();
    (void)numbers.next();
    CHECK(numbers.throw_(value_error("v")).value() == 2);
    CHECK(message_of(numbers.throw_(type_error("t")).error()) == "t");
    CHECK(numbers.state() == generator_state::closed);
    CHECK(message_of(numbers.throw_(type_error("again")).error()) == "again");
}

TEST_CASE("StopIteration that leaves the body becomes a RuntimeError with its cause, thrown in before the start too") {
    const auto body = []() -> Numbers {
        co_yield 1;
        throw stop_iteration();
    };
    Numbers numbers = body();
    (void)numbers.next();
    auto came = numbers.next();
    CHECK(message_of(came.error()) == "generator raised StopIteration");
    try {
        std::rethrow_exception(came.error());
    } catch (const runtime_error& error) {
        CHECK(holds<stop_iteration>(error.cause));
        CHECK(error.cause == error.context);
    }
    Numbers not_started = body();
    CHECK(holds<runtime_error>(not_started.throw_(stop_iteration()).error()));
    CHECK(not_started.state() == generator_state::closed);
    CHECK(holds<stop_iteration>(not_started.throw_(stop_iteration()).error()));
}

TEST_CASE("close() is silent when the generator ends, and a RuntimeError when it yields") {
    const auto body = [](bool stubborn) -> Numbers {
        bool caught = false;
        try {
            co_yield 1;
        } catch (const generator_exit&) {
            caught = true;
        }
        if (caught && stubborn) co_yield 2;
        co_return 3;
    };
    Numbers quiet = body(false);
    (void)quiet.next();
    CHECK(quiet.close().ok());
    CHECK(quiet.close().ok());
    Numbers stubborn = body(true);
    (void)stubborn.next();
    CHECK(message_of(stubborn.close().error()) == "generator ignored GeneratorExit");
    CHECK(stubborn.state() == generator_state::suspended);
    CHECK(stubborn.next().result() == 3);
}

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

TEST_CASE("dropping a suspended generator closes it; what comes out goes to the hook") {
    Unraisable hook;
    std::vector<std::string> order;
    const auto body = [&order](bool fail) -> Numbers {
        try {
            co_yield 1;
        } catch (const generator_exit&) {
            order.push_back("caught");
        }
        if (fail) throw type_error("from the end");
        co_yield 2;
        order.push_back("never");
        co_return 0;
    };
    {
        (void)body(true);
    }
    CHECK(order.empty());
    {
        Numbers numbers = body(true);
        (void)numbers.next();
    }
    {
        Numbers numbers = body(false);
        (void)numbers.next();
    }
    CHECK(order == std::vector<std::string>{"caught", "caught"});
    CHECK(hook.messages == std::vector<std::string>{"from the end", "generator ignored GeneratorExit"});
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

TEST_CASE("a generator whose owner it destroys itself finishes its step first") {
    Counted::reset();
    std::unique_ptr<Numbers> owner;
    bool closed = false;
    const auto body = [&]() -> Numbers {
        Counted guard;
        owner.reset();
        try {
            co_yield 4;
        } catch (const generator_exit&) {
            closed = true;
        }
        co_return 0;
    };
    owner = std::make_unique<Numbers>(body());
    Numbers& running = *owner;
    CHECK(running.next().value() == 4);
    CHECK(closed);
    CHECK(Counted::alive == 0);
}

TEST_CASE("a generator that is moved by its own body ends, suspends and is dropped in its new place") {
    Counted::reset();
    {
        std::optional<Numbers> first;
        std::optional<Numbers> second;
        const auto body = [&](bool yields) -> Numbers {
            Counted guard;
            second.emplace(std::move(*first));
            first.reset();
            if (yields) co_yield 4;
            co_return 5;
        };
        first.emplace(body(false));
        CHECK(first->next().result() == 5); // *first is gone by then
        CHECK(second->state() == generator_state::closed);
        CHECK(second->next().is_returned());
        CHECK(Counted::alive == 0);
        first.emplace(body(true));
        CHECK(first->next().value() == 4);
        CHECK(second->state() == generator_state::suspended);
        CHECK(second->next().result() == 5);

        const auto swaps = [&]() -> Numbers {
            Counted guard;
            *second = std::move(*first); // what was there is dropped
            co_return 6;
        };
        second.emplace(body(true));
        first.emplace(swaps());
        CHECK(first->next().result() == 6);
        CHECK(second->state() == generator_state::closed);
        CHECK(first->state() == generator_state::closed);
    }
    CHECK(Counted::alive == 0);
}

TEST_CASE("bare yields, void sends and move-only values") {
    const auto lines = [](std::vector<int>& seen) -> send_generator<void, int> {
        while (const std::optional<int> sent = co_yield {}) seen.push_back(*sent);
    };
    std::vector<int> seen;
    send_generator<void, int> sink = lines(seen);
    (void)sink.next();
    (void)sink.send(3);
    (void)sink.send(4);
    CHECK(sink.next().is_returned());
    CHECK(seen == std::vector{3, 4});

    using Pointers = send_generator<std::unique_ptr<int>, std::unique_ptr<int>, std::unique_ptr<int>>;
    const auto pass = []() -> Pointers {
        std::optional<std::unique_ptr<int>> sent = co_yield std::make_unique<int>(1);
        co_return std::move(*sent);
    };
    const auto outer = [&pass]() -> Pointers { co_return co_await yield_from(pass()); };
    Pointers pointers = outer();
    CHECK(*pointers.next().value() == 1);
    CHECK(**pointers.send(std::make_unique<int>(9)).result() == 9);

    const auto plain = []() -> send_generator<int> { co_yield 1; };
    send_generator<int> without = plain();
    CHECK(without.next().value() == 1);
    CHECK(without.next().is_returned());
}

TEST_CASE("or_throw() gives the caller what Python's caller sees") {
    Numbers sums = adder(2);
    CHECK(sums.next().or_throw() == 2);
    try {
        (void)sums.next().or_throw();
        FAIL("a returned generator raises StopIteration");
    } catch (const stop_iteration& stop) {
        CHECK(std::any_cast<int>(stop.value) == 2);
    }
    CHECK_THROWS_AS((void)sums.throw_(type_error("t")).or_throw(), type_error);
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

#include "coro/send_generator.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "coro/adder.hpp"
#include "coro/counted.hpp"

using namespace coro;
using namespace coro_testing;

namespace {

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
    const auto returns_nothing = []() -> send_generator<int> { co_yield 1; };
    send_generator<int> nothing = returns_nothing();
    (void)nothing.next();
    try {
        (void)nothing.next().or_throw();
        FAIL("a returned generator raises StopIteration");
    } catch (const stop_iteration& stop) {
        CHECK_FALSE(stop.value.has_value());
    }
}

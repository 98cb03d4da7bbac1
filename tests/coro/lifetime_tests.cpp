// Every construction is matched by one destruction, on every path a send_generator can take.

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "coro/counted.hpp"
#include "coro/send_generator.hpp"

using namespace coro;

namespace {

using Holder = send_generator<Counted, Counted, Counted>;

enum class Ending { returns, throws, yields_for_ever };

Holder inner(Counted parameter, std::string text, Ending ending) {
    Counted local(parameter.value);
    std::optional<Counted> sent = co_yield Counted(static_cast<int>(text.size()));
    if (ending == Ending::throws) throw value_error("end");
    while (ending == Ending::yields_for_ever && sent) sent = co_yield local;
    co_return Counted(local.value);
}

/// Temporaries of all kinds in one expression with co_await, which GCC has destroyed twice before.
Holder outer(int depth, Ending ending) {
    Counted local;
    if (depth == 0) co_return co_await yield_from(inner(Counted(3), std::string(40, 'x'), ending));
    Counted result = co_await yield_from(outer(depth - 1, ending));
    co_return result;
}

/// All of these end with nothing alive.
template <typename Use>
void expect_nothing_left(const Use& use) {
    for (const int depth : {0, 1, 3}) {
        for (const Ending ending : {Ending::returns, Ending::throws, Ending::yields_for_ever}) {
            Counted::reset();
            {
                Holder holder = outer(depth, ending);
                use(holder);
            }
            CHECK(Counted::alive == 0);
        }
    }
}

} // namespace

TEST_CASE("nothing is left of a generator that ran to its end") {
    expect_nothing_left([](Holder& holder) {
        CHECK(holder.next().value().value == 40);
        (void)holder.send(Counted(1));
        (void)holder.next();
        CHECK(holder.state() == generator_state::closed);
        CHECK(Counted::made > 0);
    });
}

TEST_CASE("what lives in the frames is gone when the generator ends, before its owner is") {
    expect_nothing_left([](Holder& holder) {
        {
            (void)holder.next();
        }
        {
            (void)holder.next();
        }
        CHECK(holder.state() == generator_state::closed);
        CHECK(Counted::alive == 0);
    });
}

TEST_CASE("nothing is left of a generator into which an exception was thrown") {
    expect_nothing_left([](Holder& holder) {
        (void)holder.next();
        CHECK(holder.throw_(type_error("t")).is_raised());
        CHECK(Counted::alive == 0);
    });
    expect_nothing_left([](Holder& holder) { CHECK(holder.throw_(type_error("t")).is_raised()); });
}

TEST_CASE("nothing is left of a generator that was closed or dropped, begun or not") {
    expect_nothing_left([](Holder& holder) {
        (void)holder.next();
        CHECK(holder.close().ok());
        CHECK(Counted::alive == 0);
    });
    expect_nothing_left([](Holder& holder) { CHECK(holder.close().ok()); });
    expect_nothing_left([](Holder& holder) { (void)holder.next(); });
    expect_nothing_left([](Holder&) {});
}

TEST_CASE("nothing is left of generators that were moved") {
    expect_nothing_left([](Holder& holder) {
        (void)holder.next();
        Holder taken = std::move(holder);
        CHECK(holder.state() == generator_state::closed);
        CHECK_FALSE(holder.next().result().has_value());
        CHECK(holder.close().ok());
        Holder other = outer(2, Ending::returns);
        (void)other.next();
        other = std::move(taken);
        CHECK(other.state() == generator_state::suspended);
    });
}

TEST_CASE("nothing is left when a delegate ignores GeneratorExit, nor when the whole chain does") {
    const auto stubborn = [](Counted guard) -> Holder {
        while (true) {
            try {
                co_yield Counted(guard.value);
            } catch (const generator_exit&) {
                guard.value += 1;
            }
        }
    };
    const auto stubborn_outer = [&stubborn]() -> Holder {
        while (true) {
            try {
                (void)co_await yield_from(stubborn(Counted(1)));
            } catch (const base_exception&) {
                (void)Counted(2);
            }
        }
    };
    int ignored = 0;
    const auto before = on_unraisable();
    on_unraisable() = [&ignored](const std::exception_ptr& error) { ignored += holds<runtime_error>(error) ? 1 : 0; };
    Counted::reset();
    {
        Holder holder = stubborn_outer();
        (void)holder.next();
        CHECK(holds<runtime_error>(holder.close().error()));
        CHECK(holder.state() == generator_state::suspended);
    }
    CHECK(Counted::alive == 0);
    CHECK(ignored > 2);
    on_unraisable() = before;
}

namespace {

/// Its moves throw when `left` have been made.
struct Fragile {
    static inline int left = -1; ///< negative: as many as you like
    Fragile() = default;
    Fragile(Fragile&&) { spend(); }
    Fragile& operator=(Fragile&&) {
        spend();
        return *this;
    }
    static void spend() {
        if (left >= 0 && left-- == 0) throw std::length_error("moved too often");
    }
};

send_generator<int, Fragile> takes_fragile() {
    const Counted guard;
    int count = 0;
    while (true) {
        const std::optional<Fragile> sent = co_yield count;
        if (!sent) co_return;
        ++count;
    }
}

send_generator<int, Fragile> passes_fragile() {
    co_await yield_from(takes_fragile());
}

send_generator<Fragile, int> yields_fragile() {
    const Counted guard;
    while (true) co_yield Fragile();
}

send_generator<int, int, Fragile> returns_fragile() {
    const Counted guard;
    co_yield 1;
    co_return Fragile();
}

/// Does `operation` with each number of moves that is too small for it. Returns how many there were.
template <typename Make, typename Operation>
int fails_with_each_move(const Make& make, const Operation& operation) {
    for (int moves = 0;; ++moves) {
        CAPTURE(moves);
        Counted::reset();
        bool has_thrown = false;
        {
            auto generator = make();
            (void)generator.next();
            Fragile::left = moves;
            try {
                has_thrown = operation(generator).is_raised();
            } catch (const std::length_error&) {
                has_thrown = true;
            }
            Fragile::left = -1;
            CHECK(generator.state() != generator_state::running);
            CHECK_FALSE(generator.next().is_raised()); // it goes on, or it has ended
        }
        CHECK(Counted::alive == 0);
        if (!has_thrown) return moves;
    }
}

} // namespace

TEST_CASE("a value whose move throws leaves the generator usable, and it frees its frame when it is dropped") {
    const auto send = [](auto& generator) {
        if constexpr (requires { generator.send(Fragile()); })
            return generator.send(Fragile());
        else
            return generator.next();
    };
    CHECK(fails_with_each_move(takes_fragile, send) > 1);
    CHECK(fails_with_each_move(passes_fragile, send) > 1);
    CHECK(fails_with_each_move(yields_fragile, send) > 1);
    CHECK(fails_with_each_move(returns_fragile, send) > 1);
}

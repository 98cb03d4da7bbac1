#include "coro/generator.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <string>
#include <vector>

#include "coro/counted.hpp"
#include "coro/on_the_heap.hpp"
#include "coro/resumption_count.hpp"

using coro::elements_of;
using coro::generator;

namespace {

generator<int> count(int from, int to) {
    for (int i = from; i <= to; ++i) co_yield i;
}

generator<int> tree(int depth) {
    if (depth > 0) co_yield elements_of(tree(depth - 1));
    co_yield depth;
    if (depth > 0) co_yield elements_of(tree(depth - 1));
}

generator<int> deep(int depth, int elements) {
    if (depth == 0)
        co_yield elements_of(on_the_heap(count)(1, elements));
    else
        co_yield elements_of(on_the_heap(deep)(depth - 1, elements));
}

generator<int> failing(int after) {
    Counted guard;
    for (int i = 0; i < after; ++i) co_yield i;
    throw std::runtime_error("inner");
}

/// Hands on what another generator, which stays its owner's, hands out.
generator<int> through(generator<int>& inner) {
    co_yield elements_of(inner);
}

/// Each of `depth` generators hands on what the one before hands out; the last is the outermost.
std::vector<generator<int>> chain_of_lvalues(std::size_t depth, int elements) {
    std::vector<generator<int>> chain;
    chain.reserve(depth + 1); // they refer to each other
    chain.push_back(count(1, elements));
    while (chain.size() <= depth) chain.push_back(through(chain.back()));
    return chain;
}

std::vector<int> all(generator<int> numbers) {
    std::vector<int> seen;
    for (int number : numbers) seen.push_back(number);
    return seen;
}

/// Counts what is taken and given back through all of its copies.
template <typename T>
struct Purse {
    using value_type = T;
    explicit Purse(int* open_) : open(open_) {}
    template <typename U>
    Purse(const Purse<U>& other) : open(other.open) {}
    T* allocate(std::size_t n) {
        *open += static_cast<int>(n * sizeof(T));
        return std::allocator<T>().allocate(n);
    }
    void deallocate(T* place, std::size_t n) {
        *open -= static_cast<int>(n * sizeof(T));
        std::allocator<T>().deallocate(place, n);
    }
    template <typename U>
    bool operator==(const Purse<U>& other) const {
        return open == other.open;
    }
    int* open;
};

generator<int> on_purse(std::allocator_arg_t, Purse<int>, int n) {
    for (int i = 0; i < n; ++i) co_yield i;
}

} // namespace

static_assert(std::ranges::input_range<generator<int>>);
static_assert(std::ranges::view<generator<int>>);
static_assert(std::ranges::view<generator<const std::string&>>);
static_assert(!std::copy_constructible<generator<int>>);
static_assert(std::same_as<std::ranges::range_reference_t<generator<int>>, int&&>);
static_assert(std::same_as<std::ranges::range_reference_t<generator<int&>>, int&>);
static_assert(std::same_as<std::ranges::range_value_t<generator<const std::string&>>, std::string>);
static_assert(std::same_as<std::ranges::range_reference_t<generator<std::string_view, std::string>>, std::string_view>);

TEST_CASE("a generator hands out its elements in order and then ends") {
    CHECK(all(count(1, 5)) == std::vector{1, 2, 3, 4, 5});
    CHECK(all(count(1, 0)).empty());
}

TEST_CASE("nothing of the body runs before the first element is asked for") {
    int steps = 0;
    const auto body = [](int& seen) -> generator<int> {
        ++seen;
        co_yield 1;
        ++seen;
    };
    generator<int> numbers = body(steps);
    CHECK(steps == 0);
    auto at = numbers.begin();
    CHECK(steps == 1);
    CHECK(*at == 1);
    ++at;
    CHECK(steps == 2);
    CHECK(at == numbers.end());
}

TEST_CASE("range adaptors work on a generator that never ends") {
    const auto naturals = []() -> generator<int> {
        for (int i = 0;; ++i) co_yield i;
    };
    std::vector<int> seen;
    for (int number : naturals() | std::views::filter([](int n) { return n % 3 == 0; }) | std::views::take(4))
        seen.push_back(number);
    CHECK(seen == std::vector{0, 3, 6, 9});
}

TEST_CASE("elements are handed out by reference, copied only where the generator hands out values") {
    std::vector<std::string> words{"하나", "둘"};
    const auto by_reference = [](std::vector<std::string>& all_words) -> generator<std::string&> {
        for (std::string& word : all_words) co_yield word;
    };
    for (std::string& word : by_reference(words)) word += "!";
    CHECK(words == std::vector<std::string>{"하나!", "둘!"});

    const auto by_value = [](std::vector<std::string>& all_words) -> generator<std::string> {
        for (std::string& word : all_words) co_yield word;
    };
    for (std::string&& word : by_value(words)) std::string(std::move(word)).clear();
    CHECK(words == std::vector<std::string>{"하나!", "둘!"});

    const auto by_pointer = []() -> generator<std::unique_ptr<int>> {
        co_yield std::make_unique<int>(7);
        co_yield std::make_unique<int>(8);
    };
    int sum = 0;
    for (std::unique_ptr<int> number : by_pointer()) sum += *number;
    CHECK(sum == 15);
}

TEST_CASE("elements_of hands out the elements of other generators and of any range") {
    CHECK(all(tree(2)) == std::vector{0, 1, 0, 2, 0, 1, 0});
    const auto mixed = [](std::vector<int>& some) -> generator<int> {
        co_yield elements_of(some);
        co_yield elements_of(std::vector<int>(2, 7));
        co_yield elements_of(count(1, 0));
        co_yield elements_of(count(9, 9));
    };
    std::vector<int> some{1, 2};
    CHECK(all(mixed(some)) == std::vector{1, 2, 7, 7, 9});
    CHECK(some == std::vector{1, 2});
}

TEST_CASE("an element costs one resumption however deep the generators are nested, owned or not") {
    constexpr int depth = 1000;
    const auto check = [](ResumptionCount& count, generator<int>& outermost, int frames) {
        std::optional<generator<int>::iterator> at(outermost.begin());
        count.watch(); // also those that were made on the way
        CHECK(count.frames() == frames);
        const auto resumptions_of_next = [&] {
            const int before = count.resumptions;
            ++*at;
            return count.resumptions - before;
        };
        for (int i = 2; i <= 100; ++i) {
            CHECK(resumptions_of_next() == 1);
            CHECK(**at == i);
        }
        CHECK(resumptions_of_next() == frames); // each of them ends
        CHECK(*at == outermost.end());
    };
    {
        ResumptionCount count;
        generator<int> owned = on_the_heap(deep)(depth, 100);
        check(count, owned, depth + 2);
    }
    ResumptionCount count;
    std::vector<generator<int>> chain = chain_of_lvalues(depth, 100);
    check(count, chain.back(), depth + 1);
}

TEST_CASE("a generator that is delegated to as an lvalue stays its owner's") {
    Counted::reset();
    {
        const auto outer = [](generator<int>& inner) -> generator<int> {
            co_yield elements_of(inner);
            co_yield elements_of(inner); // at its end by now
            bool caught = false;
            generator<int> fails = failing(1);
            try {
                co_yield elements_of(fails);
            } catch (const std::runtime_error&) {
                caught = true;
            }
            if (caught) co_yield 42;
            co_yield elements_of(fails); // its error has come out once
        };
        generator<int> inner = count(1, 2);
        CHECK(all(outer(inner)) == std::vector{1, 2, 0, 42});
        CHECK(inner.frame_address() != nullptr);

        generator<int> kept = failing(5);
        {
            generator<int> dropped = outer(kept);
            dropped.begin();
            CHECK(Counted::alive == 1);
        }
        CHECK(Counted::alive == 1); // it lives in `kept`
        generator<int> moved_from = count(1, 2);
        const generator<int> taken = std::move(moved_from);
        CHECK(all(through(moved_from)).empty());
    }
    CHECK(Counted::alive == 0);
}

TEST_CASE("a moved-from generator has no elements to delegate to") {
    const auto empty = []() -> generator<int> {
        generator<int> gone = count(1, 3);
        const generator<int> taken = std::move(gone);
        co_yield elements_of(std::move(gone));
        co_yield 5;
    };
    CHECK(all(empty()) == std::vector{5});
}

TEST_CASE("neither depth nor the number of nested generators grows the stack") {
    CHECK(all(deep(20'000, 3)) == std::vector{1, 2, 3});
    const auto many = [](int times) -> generator<int> {
        for (int i = 0; i < times; ++i) co_yield elements_of(count(1, 0));
        co_yield 1;
    };
    CHECK(all(many(200'000)) == std::vector{1});
}

TEST_CASE("an exception comes out where the reader is, and the generator is at its end") {
    Counted::reset();
    {
        generator<int> numbers = failing(1);
        auto at = numbers.begin();
        CHECK(*at == 0);
        CHECK_THROWS_WITH(++at, "inner");
        CHECK(at == numbers.end());
        CHECK_THROWS_WITH(failing(0).begin(), "inner");
    }
    CHECK(Counted::alive == 0);
    CHECK(Counted::made == 2);
}

TEST_CASE("an exception passes through the delegating generators, which may catch it") {
    Counted::reset();
    const auto pass = []() -> generator<int> {
        Counted guard;
        co_yield elements_of(failing(1));
    };
    const auto hold = [&pass]() -> generator<int> {
        bool caught = false;
        try {
            co_yield elements_of(pass());
        } catch (const std::runtime_error&) {
            caught = true;
        }
        if (caught) co_yield 42;
    };
    CHECK(all(hold()) == std::vector{0, 42});
    std::vector<int> seen;
    const auto read = [&] {
        for (int number : pass()) seen.push_back(number);
    };
    CHECK_THROWS_WITH(read(), "inner");
    CHECK(seen == std::vector{0});
    CHECK(Counted::alive == 0);
}

TEST_CASE(
    "everything in the frames is destroyed once: at the end, when dropped, when never begun, when assigned over") {
    const auto holder = [](Counted by_value, int n) -> generator<Counted> {
        Counted local(n);
        for (int i = 0; i < n; ++i) {
            co_yield local;
            co_yield Counted(i);
        }
        co_yield Counted(by_value.value);
    };
    const auto outer = [&holder](int n) -> generator<Counted> { co_yield elements_of(holder(Counted(5), n)); };
    Counted::reset();
    for (Counted&& element : outer(3)) CHECK(element.value >= 0);
    CHECK(Counted::alive == 0);
    CHECK(Counted::made > 0);
    {
        generator<Counted> dropped = outer(3);
        auto at = dropped.begin();
        ++at;
        CHECK(Counted::alive > 0);
    }
    CHECK(Counted::alive == 0);
    {
        const generator<Counted> never_begun = holder(Counted(1), 2);
    }
    CHECK(Counted::alive == 0);
    {
        generator<Counted> first = holder(Counted(1), 2);
        first.begin();
        first = holder(Counted(2), 2);
        generator<Counted> second = std::move(first);
        CHECK((*second.begin()).value == 2);
        CHECK(first.frame_address() == nullptr);
    }
    CHECK(Counted::alive == 0);
}

TEST_CASE("a custom allocator gives the frame and gets it back, also to nested generators and members") {
    int open = 0;
    {
        generator<int> numbers = on_purse(std::allocator_arg, Purse<int>(&open), 3);
        CHECK(open > 0);
        CHECK(all(std::move(numbers)) == std::vector{0, 1, 2});
        const auto outer = [](std::allocator_arg_t, Purse<char> purse) -> generator<int> {
            co_yield elements_of(on_purse(std::allocator_arg, Purse<int>(purse), 2));
        };
        CHECK(all(outer(std::allocator_arg, Purse<char>(&open))) == std::vector{0, 1});
    }
    CHECK(open == 0);
}

TEST_CASE("the coroutine that walks a range takes its frame from the allocator that elements_of was given") {
    int open = 0;
    std::vector<int> numbers{1, 2, 3};
    const auto outer = [](std::vector<int>& range, Purse<char> purse) -> generator<int> {
        co_yield elements_of(range, purse);
        co_yield elements_of(std::vector<int>(1, 4), purse);
        co_yield elements_of(count(5, 5), purse); // has its frame already
        co_yield elements_of(range);
    };
    generator<int> walked = outer(numbers, Purse<char>(&open));
    auto at = walked.begin();
    std::vector<int> seen;
    std::vector<bool> from_purse;
    for (; at != walked.end(); ++at) {
        seen.push_back(*at);
        from_purse.push_back(open > 0);
    }
    CHECK(seen == std::vector{1, 2, 3, 4, 5, 1, 2, 3});
    CHECK(from_purse == std::vector{true, true, true, true, false, false, false, false});
    CHECK(open == 0);
}

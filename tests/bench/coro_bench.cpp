#include <benchmark/benchmark.h>

#include <cstddef>
#include <iterator>
#include <optional>
#include <version>
#if defined(__cpp_lib_generator)
#include <generator>
#endif

#include "coro/generator.hpp"
#include "coro/send_generator.hpp"

// tests/bench/coro_against_cpython.py reads these by name and compares them with the same loops in Python.
namespace {

constexpr int elements = 100'000;

/// What one would write without coroutines.
class Counter {
public:
    class iterator {
    public:
        using value_type = int;
        using difference_type = std::ptrdiff_t;
        explicit iterator(int at) : at_(at) {}
        int operator*() const { return at_; }
        iterator& operator++() {
            ++at_;
            return *this;
        }
        void operator++(int) { ++at_; }
        bool operator==(const iterator&) const = default;

    private:
        int at_;
    };
    explicit Counter(int end) : end_(end) {}
    iterator begin() const { return iterator(0); }
    iterator end() const { return iterator(end_); }

private:
    int end_;
};

coro::generator<int> count(int end) {
    for (int i = 0; i < end; ++i) co_yield i;
}

coro::generator<int> deep_count(int depth, int end) {
    if (depth == 0)
        co_yield coro::elements_of(count(end));
    else
        co_yield coro::elements_of(deep_count(depth - 1, end));
}

using Numbers = coro::send_generator<int, int, int>;

Numbers echo() {
    int sum = 0;
    while (const std::optional<int> sent = co_yield sum) sum += *sent;
    co_return sum;
}

Numbers deep_echo(int depth) {
    if (depth == 0) co_return co_await coro::yield_from(echo());
    co_return co_await coro::yield_from(deep_echo(depth - 1));
}

template <typename Range>
void walk(benchmark::State& state, Range&& range) {
    for (int number : range) benchmark::DoNotOptimize(number);
    state.SetItemsProcessed(state.items_processed() + elements);
}

void iterate_by_hand(benchmark::State& state) {
    for (auto step : state) walk(state, Counter(elements));
}
BENCHMARK(iterate_by_hand);

void iterate_generator(benchmark::State& state) {
    for (auto step : state) walk(state, count(elements));
}
BENCHMARK(iterate_generator);

#if defined(__cpp_lib_generator)
std::generator<int> std_count(int end) {
    for (int i = 0; i < end; ++i) co_yield i;
}

void iterate_std_generator(benchmark::State& state) {
    for (auto step : state) walk(state, std_count(elements));
}
BENCHMARK(iterate_std_generator);

std::generator<int> std_deep_count(int depth, int end) {
    if (depth == 0)
        co_yield std::ranges::elements_of(std_count(end));
    else
        co_yield std::ranges::elements_of(std_deep_count(depth - 1, end));
}

void iterate_std_generator_deep(benchmark::State& state) {
    for (auto step : state) walk(state, std_deep_count(static_cast<int>(state.range(0)), elements));
}
BENCHMARK(iterate_std_generator_deep)->Arg(1000);
#endif

void iterate_generator_deep(benchmark::State& state) {
    for (auto step : state) walk(state, deep_count(static_cast<int>(state.range(0)), elements));
}
BENCHMARK(iterate_generator_deep)->Arg(1000);

/// `depth` generators that delegate, and one that answers.
void send_through(benchmark::State& state, Numbers numbers) {
    (void)numbers.next();
    for (auto step : state) benchmark::DoNotOptimize(numbers.send(1).value());
    state.SetItemsProcessed(state.iterations());
}

void send(benchmark::State& state) {
    send_through(state, echo());
}
BENCHMARK(send);

void send_deep(benchmark::State& state) {
    send_through(state, deep_echo(static_cast<int>(state.range(0))));
}
BENCHMARK(send_deep)->Arg(1000);

} // namespace

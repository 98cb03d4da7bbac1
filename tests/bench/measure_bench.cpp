#include <benchmark/benchmark.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "measure/generate.hpp"
#include "measure/gil.hpp"
#include "measure/lane_record.hpp"
#include "measure/quick_sort.hpp"

// Read the sorts as ratios of one run: quick_sort / std_sort says what being looked at while sorting costs.
namespace {

using Values = std::vector<double>;

Values random_values(std::size_t n) {
    Values values(n);
    measure::generate(values, 1, [] {}, [](std::size_t) { return true; });
    return values;
}

template <class Sort>
void sort_with(benchmark::State& state, Sort sort) {
    const Values input = random_values(static_cast<std::size_t>(state.range(0)));
    Values values = input;
    for (auto step : state) {
        state.PauseTiming();
        std::ranges::copy(input, values.begin());
        state.ResumeTiming();
        sort(values);
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void std_sort(benchmark::State& state) {
    sort_with(state, [](Values& values) { std::sort(values.begin(), values.end()); });
}

void std_stable_sort(benchmark::State& state) {
    sort_with(state, [](Values& values) { std::stable_sort(values.begin(), values.end()); });
}

void quick_sort(benchmark::State& state) {
    sort_with(state, [](Values& values) { measure::quick_sort(values, [](std::size_t) { return true; }); });
}

BENCHMARK(std_sort)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(std_stable_sort)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(quick_sort)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// n doubles without and with a look at the global lock's flag before each, as bytecode does.
void generate_free(benchmark::State& state) {
    Values values(1'000'000);
    for (auto step : state) measure::generate(values, 1, [] {}, [](std::size_t) { return true; });
    state.SetItemsProcessed(state.iterations() * 1'000'000);
}

void generate_checking(benchmark::State& state) {
    Values values(1'000'000);
    measure::Gil gil(5'000'000);
    gil.take(0);
    for (auto step : state) measure::generate(values, 1, [&] { gil.check(0); }, [](std::size_t) { return true; });
    gil.drop(0);
    state.SetItemsProcessed(state.iterations() * 1'000'000);
}

BENCHMARK(generate_free)->Unit(benchmark::kMillisecond);
BENCHMARK(generate_checking)->Unit(benchmark::kMillisecond);

void record_a_span(benchmark::State& state) {
    measure::LaneRecord record;
    record.reserve(1'000'000);
    trace::Nanoseconds now = 0;
    for (auto step : state) {
        record.enter(trace::State::generate, 0, ++now);
        if (now % 1'000'000 == 0) record.clear();
    }
}

BENCHMARK(record_a_span);

/// Two threads that ask at every turn, at the shortest interval: time from a request to the other one running.
void gil_hand_off(benchmark::State& state) {
    measure::Gil gil(1'000);
    std::atomic<bool> over = false;
    std::thread other([&] {
        gil.take(1);
        while (!over.load(std::memory_order_relaxed)) gil.check(1);
        gil.drop(1);
    });
    gil.take(0);
    for (auto step : state)
        while (!gil.check(0)) {
        }
    over = true;
    gil.drop(0);
    other.join();
    gil.take(0);
    state.counters["hand-offs"] = static_cast<double>(gil.switches());
    gil.drop(0);
}

BENCHMARK(gil_hand_off)->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace

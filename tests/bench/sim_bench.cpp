#include <benchmark/benchmark.h>

#include <string>

#include "bench/contended.hpp"
#include "sim/history.hpp"

// Events of the simulator a second on one core ("items_per_second"), and what going back costs. An event is one
// dispatch of the event queue; some have no step of their own.
namespace {

void run(benchmark::State& state, program::LockKind kind) {
    sim::Machine machine(contended(kind, static_cast<int>(state.range(0))), 1);
    const std::int64_t before = machine.events();
    for (auto step : state) benchmark::DoNotOptimize(machine.run(program::most_time_ns, 100'000));
    state.SetItemsProcessed(machine.events() - before);
}

void step(benchmark::State& state) {
    sim::Machine machine(contended(program::LockKind::fifo, 8), 1);
    for (auto each : state) benchmark::DoNotOptimize(machine.step());
    state.SetItemsProcessed(machine.events());
}

/// With trace, hash and snapshots; "bytes_per_step" without and "trace_bytes_per_step" for the trace.
void record(benchmark::State& state) {
    double bytes = 0;
    double trace_bytes = 0;
    for (auto each : state) {
        sim::History history(contended(program::LockKind::fifo, 8), 1);
        history.extend(1'000'000);
        bytes = static_cast<double>(history.bytes()) / 1e6;
        trace_bytes = static_cast<double>(history.trace().span_count() * sizeof(trace::Span)) / 1e6;
    }
    state.SetItemsProcessed(state.iterations() * 1'000'000);
    state.counters["bytes_per_step"] = bytes;
    state.counters["trace_bytes_per_step"] = trace_bytes;
}

/// To and fro in a run of a million steps: each turn is one jump.
void jump(benchmark::State& state, program::LockKind kind) {
    sim::History history(contended(kind, 8), 1);
    history.extend(1'000'000);
    std::int64_t step = 1;
    for (auto each : state) {
        step = step * 48271 % 999'983;
        history.go(step);
        benchmark::DoNotOptimize(history.happening().at_ns);
    }
}

void copy(benchmark::State& state) {
    sim::Machine machine(contended(program::LockKind::mcs, static_cast<int>(state.range(0))), 1);
    machine.run(program::most_time_ns, 10'000);
    for (auto each : state) {
        sim::Machine snapshot = machine;
        benchmark::DoNotOptimize(snapshot);
    }
    state.counters["bytes"] = static_cast<double>(machine.bytes());
}

const bool registered = [] {
    for (const program::LockTraits& traits : program::lock_table())
        benchmark::RegisterBenchmark(("sim_run/" + std::string(traits.id)).c_str(), run, traits.kind)->Arg(8)->Arg(64);
    benchmark::RegisterBenchmark("sim_jump/fifo", jump, program::LockKind::fifo)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("sim_jump/mcs", jump, program::LockKind::mcs)->Unit(benchmark::kMillisecond);
    return true;
}();

BENCHMARK(step);
BENCHMARK(record)->Unit(benchmark::kMillisecond);
BENCHMARK(copy)->Arg(8)->Arg(256);

} // namespace

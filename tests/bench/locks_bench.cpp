#include <benchmark/benchmark.h>

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "measure/clock.hpp"
#include "measure/locks/real_lock.hpp"
#include "measure/scenario_run.hpp"
#include "measure/start_line.hpp"
#include "program/builder.hpp"

// Nanoseconds per acquisition of every real lock, wall time over the acquisitions of all threads together. Read them as
// "x mutex": over what std::mutex took in the same run with as many threads.
namespace {

constexpr int rounds = 20'000; ///< acquisitions a thread and iteration

class StandardMutex : public measure::RealLock {
public:
    bool lock(measure::Waiter&) override {
        mutex_.lock();
        return true;
    }
    void unlock(int) override { mutex_.unlock(); }
    bool read_lock(measure::Waiter& waiter) override { return lock(waiter); }
    void read_unlock(int me) override { unlock(me); }

private:
    std::mutex mutex_;
};

/// Seconds that `threads` took for `rounds` acquisitions each, with one increment inside and nothing outside.
double time_together(measure::RealLock& lock, int threads) {
    const std::atomic<bool> never = false;
    measure::StartLine line(threads);
    std::int64_t counter = 0;
    trace::Nanoseconds start = 0;
    std::vector<std::thread> all;
    for (int me = 0; me < threads; ++me)
        all.emplace_back([&, me] {
            measure::Waiter waiter(me, never);
            const trace::Nanoseconds opened = line.wait();
            if (me == 0) start = opened;
            for (int round = 0; round < rounds; ++round) {
                lock.lock(waiter);
                benchmark::DoNotOptimize(++counter);
                lock.unlock(me);
            }
        });
    for (std::thread& thread : all) thread.join();
    return static_cast<double>(measure::now_ns() - start) * 1e-9;
}

/// What std::mutex took, by threads: it is registered first.
std::map<int, double>& mutex_ns() {
    static std::map<int, double> ns;
    return ns;
}

void acquire(benchmark::State& state, measure::RealLock& lock, bool is_yardstick) {
    const int threads = static_cast<int>(state.range(0));
    double seconds = 0;
    for (auto step : state) {
        const double once = time_together(lock, threads);
        state.SetIterationTime(once);
        seconds += once;
    }
    const double acquisitions = static_cast<double>(state.iterations()) * rounds * threads;
    const double ns = seconds * 1e9 / acquisitions;
    if (is_yardstick) mutex_ns()[threads] = ns;
    state.counters["ns"] = ns;
    state.counters["x mutex"] = ns / mutex_ns()[threads];
}

void register_lock(const std::string& name, std::shared_ptr<measure::RealLock> lock, bool is_yardstick) {
    const auto run = [lock, is_yardstick](benchmark::State& state) { acquire(state, *lock, is_yardstick); };
    auto* bench = benchmark::RegisterBenchmark(("lock/" + name).c_str(), run);
    bench->Arg(1)->Arg(2)->Arg(4)->UseManualTime()->Unit(benchmark::kMillisecond)->MinTime(0.2);
}

const bool registered = [] {
    register_lock("std::mutex", std::make_shared<StandardMutex>(), true);
    for (const program::LockTraits& traits : program::lock_table())
        if (traits.is_real) register_lock(std::string(traits.id), measure::make_lock(traits.kind), false);
    return true;
}();

/// What recording costs, and how well computing is calibrated.
void scenario_recording(benchmark::State& state) {
    program::Builder b("alone");
    const auto m = b.lock("m", program::LockKind::ttas);
    b.thread("T").loop(20'000, [&](program::CodeBuilder& t) { t.lock(m).compute(500).unlock(m); });
    measure::ScenarioRun run;
    for (auto step : state) {
        run.start(b.build(), 1);
        while (run.running()) {
            run.poll();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        state.SetIterationTime(static_cast<double>(run.outcome()->results.elapsed_ns) * 1e-9);
        state.counters["ns a section"] = static_cast<double>(run.outcome()->results.elapsed_ns) / 20'000;
    }
    state.counters["event ns"] = run.event_cost_ns();
    state.counters["compute error %"] = run.work().error * 100;
}

BENCHMARK(scenario_recording)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(5);

} // namespace

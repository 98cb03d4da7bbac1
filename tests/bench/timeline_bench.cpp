#include <benchmark/benchmark.h>

#include "trace/chrome_export.hpp"
#include "trace/csv_export.hpp"
#include "view/timeline_layout.hpp"

namespace {

using trace::Nanoseconds;

/// A million spans in all: eight lanes that alternate between holding a lock and waiting for it, unevenly.
const trace::Trace& million() {
    static const trace::Trace trace = [] {
        trace::Trace made;
        std::uint64_t dice = 1;
        for (int lane = 0; lane < 8; ++lane) {
            made.lanes.push_back({"gil", std::to_string(lane + 1), {}});
            Nanoseconds now = 0;
            for (std::uint32_t i = 0; i < 125'000; ++i) {
                dice = dice * 6364136223846793005u + 1442695040888963407u;
                const auto length = static_cast<Nanoseconds>(dice >> 33) % 20'000 + 100;
                const auto state = i % 2 == 0 ? trace::State::generate : trace::State::wait_lock;
                made.lanes.back().spans.push_back({now, now + length, i, state});
                now += length;
            }
        }
        return made;
    }();
    return trace;
}

/// The layout of one frame, 1200 pixels wide, that sees one part in `zoom` of the trace.
void layout(benchmark::State& state) {
    view::TimelineWindow window;
    window.set_total(million().end_ns());
    window.zoom(600, static_cast<float>(state.range(0)), 1200);
    std::size_t boxes = 0;
    for (auto step : state) boxes = view::layout_timeline(million(), window, 1200).size();
    state.counters["boxes"] = static_cast<double>(boxes);
}
BENCHMARK(layout)->ArgName("zoom")->Arg(1)->Arg(100)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void export_chrome(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto step : state) bytes = trace::chrome_json(million(), {{"cpu", "bench"}}).size();
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}
BENCHMARK(export_chrome)->Unit(benchmark::kMillisecond);

void export_csv(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto step : state) bytes = trace::csv_text(million(), {{"cpu", "bench"}}).size();
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}
BENCHMARK(export_csv)->Unit(benchmark::kMillisecond);

} // namespace

#include "program/metric.hpp"

#include <algorithm>
#include <array>

#include "text/metrics.hpp"

namespace program {
namespace {

namespace t = text::metrics;

constexpr std::string_view little = "Little 1961, Operations Research 9(3)";
constexpr std::string_view operational = "Denning & Buzen 1978, ACM Computing Surveys 10(3)";
constexpr std::string_view nearest_rank = "Hyndman & Fan 1996, The American Statistician 50(4), definition 1";
constexpr std::string_view ceval_gil = "CPython, Python/ceval_gil.c";

template <double (*number)(const Histogram&)>
double of_waits(const Results& results) {
    return number(all_waits(results));
}

template <double (*number)(const Histogram&)>
double of_gil_waits(const Results& results) {
    return number(all_gil_waits(results));
}

template <int percent>
double wait_percentile(const Histogram& waits) {
    return static_cast<double>(waits.percentile(percent / 100.0));
}

double mean_wait(const Histogram& waits) {
    return waits.mean_ns();
}

double longest_wait(const Histogram& waits) {
    return static_cast<double>(waits.greatest_ns());
}

template <std::int64_t (*number)(const Results&)>
double counted(const Results& results) {
    return static_cast<double>(number(results));
}

template <std::int64_t Results::* number>
double field(const Results& results) {
    return static_cast<double>(results.*number);
}

constexpr std::array table = {
    Metric{"throughput_per_s", t::throughput, t::throughput_is, operational, "1/s", throughput_per_s, Needs::lock,
           Asks::time},
    Metric{"wait_mean_ns", t::wait_mean, t::wait_mean_is, little, "ns", of_waits<mean_wait>, Needs::lock,
           Asks::acquire},
    Metric{"wait_p50_ns", t::wait_p50, t::wait_p50_is, nearest_rank, "ns", of_waits<wait_percentile<50>>, Needs::lock,
           Asks::acquire},
    Metric{"wait_p95_ns", t::wait_p95, t::wait_p95_is, nearest_rank, "ns", of_waits<wait_percentile<95>>, Needs::lock,
           Asks::acquire},
    Metric{"wait_p99_ns", t::wait_p99, t::wait_p99_is, nearest_rank, "ns", of_waits<wait_percentile<99>>, Needs::lock,
           Asks::acquire},
    Metric{"wait_max_ns", t::wait_max, t::wait_max_is, nearest_rank, "ns", of_waits<longest_wait>, Needs::lock,
           Asks::acquire},
    Metric{"mean_queue", t::mean_queue, t::mean_queue_is, little, "", mean_queue, Needs::lock, Asks::time},
    Metric{"contended_share", t::contended, t::contended_is, "Linux, Documentation/locking/lockstat.rst", "",
           contended_share, Needs::lock, Asks::acquire},
    Metric{"jain", t::jain, t::jain_is, "Jain, Chiu & Hawe 1984, DEC-TR-301", "", jain},
    Metric{"core_utilisation", t::core_utilisation, t::core_utilisation_is, operational, "", core_utilisation,
           Needs::nothing, Asks::time},
    Metric{"lock_utilisation", t::lock_utilisation, t::lock_utilisation_is, operational, "", lock_utilisation,
           Needs::lock, Asks::time},
    Metric{"handoffs", t::handoffs, t::handoffs_is, "Dice, Marathe & Shavit 2012, PPoPP", "", counted<handoffs>},
    Metric{"context_switches", t::context_switches, t::context_switches_is, "Ousterhout 1990, USENIX Summer", "",
           field<&Results::context_switches>, Needs::nothing},
    Metric{"line_transfers", t::line_transfers, t::line_transfers_is, "Mellor-Crummey & Scott 1991, ACM TOCS 9(1)", "",
           counted<line_transfers>},
    Metric{"spin_cpu_s", t::spin_cpu, t::spin_cpu_is, "Karlin, Li, Manasse & Owicki 1991, SOSP", "s", spin_cpu_s},
    Metric{"gil_utilisation", t::gil_utilisation, t::gil_utilisation_is, operational, "", gil_utilisation, Needs::gil,
           Asks::time},
    Metric{"gil_wait_p50_ns", t::gil_wait_p50, t::gil_wait_p50_is, nearest_rank, "ns",
           of_gil_waits<wait_percentile<50>>, Needs::gil, Asks::gil_acquire},
    Metric{"gil_wait_p95_ns", t::gil_wait_p95, t::gil_wait_p95_is, nearest_rank, "ns",
           of_gil_waits<wait_percentile<95>>, Needs::gil, Asks::gil_acquire},
    Metric{"gil_wait_p99_ns", t::gil_wait_p99, t::gil_wait_p99_is, nearest_rank, "ns",
           of_gil_waits<wait_percentile<99>>, Needs::gil, Asks::gil_acquire},
    Metric{"gil_wait_max_ns", t::gil_wait_max, t::gil_wait_max_is, nearest_rank, "ns", of_gil_waits<longest_wait>,
           Needs::gil, Asks::gil_acquire},
    Metric{"gil_switches", t::gil_switches, t::gil_switches_is, ceval_gil, "", field<&Results::gil_switches>,
           Needs::gil},
    Metric{"gil_requests", t::gil_requests, t::gil_requests_is, ceval_gil, "", field<&Results::gil_requests>,
           Needs::timed_gil},
};

} // namespace

std::span<const Metric> metrics() {
    return table;
}

bool applies(const Metric& metric, const Scenario& scenario) {
    switch (metric.needs) {
    case Needs::lock:
        return !scenario.locks.empty();
    case Needs::gil:
        return has_gil(scenario);
    case Needs::timed_gil:
        return std::ranges::any_of(scenario.interpreters,
                                   [](const Interpreter& each) { return each.gil == GilKind::timed; });
    case Needs::nothing:
        break;
    }
    return true;
}

std::optional<double> value_of(const Metric& metric, const Scenario& scenario, const Results& results) {
    const auto were_taken = [](const std::vector<LockResult>& locks) {
        return std::ranges::any_of(locks, [](const LockResult& lock) { return lock.waits.count() > 0; });
    };
    const bool happened = metric.asks == Asks::time          ? results.elapsed_ns > 0
                          : metric.asks == Asks::acquire     ? were_taken(results.locks)
                          : metric.asks == Asks::gil_acquire ? were_taken(results.gils)
                                                             : true;
    if (!happened || !applies(metric, scenario)) return std::nullopt;
    return metric.of(results);
}

const Metric* find_metric(std::string_view id) {
    for (const Metric& metric : table)
        if (metric.id == id) return &metric;
    return nullptr;
}

} // namespace program

#include "program/results.hpp"

#include <numeric>

namespace program {
namespace {

constexpr double seconds_per_ns = 1e-9;

template <typename Rows, typename Number>
std::int64_t total(const Rows& rows, Number number) {
    return std::transform_reduce(rows.begin(), rows.end(), std::int64_t{0}, std::plus<>(), number);
}

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

double ratio(std::int64_t part, std::int64_t whole) {
    return ratio(static_cast<double>(part), static_cast<double>(whole));
}

double utilisation(const std::vector<LockResult>& locks, Nanoseconds elapsed_ns) {
    const auto held = total(locks, [](const LockResult& lock) { return lock.held_ns; });
    return ratio(held, elapsed_ns * static_cast<std::int64_t>(locks.size()));
}

Histogram waits_of(const std::vector<LockResult>& locks) {
    Histogram all;
    for (const LockResult& lock : locks) all.merge(lock.waits);
    return all;
}

} // namespace

double throughput_per_s(const Results& results) {
    const auto sections = total(results.threads, [](const ThreadResult& t) { return t.sections; });
    return ratio(static_cast<double>(sections), static_cast<double>(results.elapsed_ns) * seconds_per_ns);
}

double core_utilisation(const Results& results) {
    const auto busy = total(results.threads, [](const ThreadResult& t) { return t.running_ns + t.spinning_ns; });
    return ratio(busy, results.elapsed_ns * results.cores);
}

double lock_utilisation(const Results& results) {
    return utilisation(results.locks, results.elapsed_ns);
}

double gil_utilisation(const Results& results) {
    return utilisation(results.gils, results.elapsed_ns);
}

double jain(const Results& results) {
    double sum = 0;
    double squares = 0;
    double threads = 0;
    for (const ThreadResult& thread : results.threads) {
        if (!thread.takes_locks) continue;
        const auto sections = static_cast<double>(thread.sections);
        sum += sections;
        squares += sections * sections;
        ++threads;
    }
    return squares > 0 ? sum * sum / (threads * squares) : 1;
}

double mean_queue(const Results& results) {
    return ratio(total(results.locks, [](const LockResult& lock) { return lock.queue_time_ns; }), results.elapsed_ns);
}

double contended_share(const Results& results) {
    return ratio(total(results.locks, [](const LockResult& lock) { return lock.contended; }),
                 total(results.locks, [](const LockResult& lock) { return lock.acquires; }));
}

std::int64_t handoffs(const Results& results) {
    return total(results.locks, [](const LockResult& lock) { return lock.handoffs; });
}

std::int64_t line_transfers(const Results& results) {
    return total(results.locks, [](const LockResult& lock) { return lock.line_transfers; });
}

double spin_cpu_s(const Results& results) {
    const auto spinning = total(results.threads, [](const ThreadResult& t) { return t.spinning_ns; });
    return static_cast<double>(spinning) * seconds_per_ns;
}

Histogram all_waits(const Results& results) {
    return waits_of(results.locks);
}

Histogram all_gil_waits(const Results& results) {
    return waits_of(results.gils);
}

} // namespace program

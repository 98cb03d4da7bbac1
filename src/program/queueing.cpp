#include "program/queueing.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace program {
namespace {

using Row = std::vector<double>;

/// Probability of each number of arrivals among `threads` that each arrive with probability p. The recurrence begins at
/// the more likely end, so that nothing underflows to a false zero for the sizes used here.
Row binomial(int threads, double p) {
    Row row(static_cast<std::size_t>(threads) + 1);
    for (int k = 0; k <= threads; ++k) {
        const double log_choose = std::lgamma(threads + 1.0) - std::lgamma(k + 1.0) - std::lgamma(threads - k + 1.0);
        row[static_cast<std::size_t>(k)] = std::exp(log_choose + k * std::log(p) + (threads - k) * std::log1p(-p));
    }
    return row;
}

/// The stationary distribution of a Markov chain, without subtraction (Grassmann, Taksar & Heyman 1985).
Row stationary(std::vector<Row> chain) {
    const std::size_t states = chain.size();
    for (std::size_t last = states - 1; last > 0; --last) {
        double out = 0;
        for (std::size_t to = 0; to < last; ++to) out += chain[last][to];
        for (std::size_t from = 0; from < last; ++from) chain[from][last] /= out;
        for (std::size_t from = 0; from < last; ++from)
            for (std::size_t to = 0; to < last; ++to) chain[from][to] += chain[from][last] * chain[last][to];
    }
    Row share(states, 0);
    share[0] = 1;
    double sum = 1;
    for (std::size_t state = 1; state < states; ++state) {
        for (std::size_t from = 0; from < state; ++from) share[state] += share[from] * chain[from][state];
        sum += share[state];
    }
    for (double& part : share) part /= sum;
    return share;
}

} // namespace

Queueing mean_value_analysis(int threads, double think, double section, int locks) {
    Queueing result;
    double queue = 0; // at each lock, with one thread fewer
    for (int n = 1; n <= threads; ++n) {
        result.response = section * (1 + queue);
        result.throughput = n / (think + result.response);
        queue = result.throughput / locks * result.response;
    }
    return result;
}

Queueing constant_sections(int threads, double think, double section) {
    if (think <= 0 || threads == 1) return constant_cycle(threads, think, section);
    const double arrives = -std::expm1(-section / think);  // during one section
    const auto states = static_cast<std::size_t>(threads); // threads left at the lock: 0 to threads - 1
    std::vector<Row> chain(states, Row(states, 0));
    for (std::size_t left = 0; left < states; ++left) {
        // When nobody was left the next section begins with the first arrival, so one thread fewer can still come.
        const int away = threads - static_cast<int>(std::max<std::size_t>(left, 1));
        const std::size_t waiting = left == 0 ? 0 : left - 1;
        const Row arrivals = binomial(away, arrives);
        for (std::size_t k = 0; k < arrivals.size(); ++k) chain[left][std::min(waiting + k, states - 1)] += arrivals[k];
    }
    const double nobody_left = stationary(std::move(chain))[0];
    Queueing result;
    result.throughput = 1 / (section + nobody_left * think / threads);
    result.response = threads / result.throughput - think;
    return result;
}

Queueing constant_cycle(int threads, double think, double section) {
    const bool is_full = threads * section >= think + section;
    Queueing result;
    result.throughput = is_full ? 1 / section : threads / (think + section);
    result.response = is_full ? threads * section - think : section;
    return result;
}

bool can_predict(const Contention& parameters) {
    return parameters.readers_percent == 0 || !is_reader_writer(parameters.kind);
}

Queueing predict(const Contention& parameters) {
    const auto think = static_cast<double>(parameters.outside.mean_ns());
    const auto section = static_cast<double>(parameters.inside.mean_ns());
    const bool is_constant = parameters.inside.kind == TimeLaw::Kind::constant;
    if (parameters.locks == 1 && is_constant && section > 0) {
        if (parameters.outside.kind == TimeLaw::Kind::constant)
            return constant_cycle(parameters.threads, think, section);
        if (parameters.outside.kind == TimeLaw::Kind::exponential)
            return constant_sections(parameters.threads, think, section);
    }
    return mean_value_analysis(parameters.threads, think, section, parameters.locks);
}

double throughput_bound(const Contention& parameters) {
    const auto section = static_cast<double>(parameters.inside.mean_ns());
    const double cycle = static_cast<double>(parameters.outside.mean_ns()) + section;
    const double readers = parameters.readers_percent / 100.0;
    const double alone = section * (1 - readers + readers / std::min(parameters.threads, parameters.cores));
    return std::min({parameters.locks / alone, parameters.threads / cycle, parameters.cores / cycle});
}

} // namespace program

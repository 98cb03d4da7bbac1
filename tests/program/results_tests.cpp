#include "program/results.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

#include "program/metric.hpp"

TEST_SUITE("program/results") {
    using namespace program;

    Results two_threads() {
        Results results;
        results.elapsed_ns = 1'000'000;
        results.cores = 2;
        results.context_switches = 7;
        results.gil_switches = 5;
        results.gil_requests = 3;
        results.threads.resize(2);
        results.threads[0] = {.running_ns = 600'000, .spinning_ns = 200'000, .sections = 30};
        results.threads[1] = {.running_ns = 100'000, .ready_ns = 900'000, .sections = 10};
        results.locks.resize(2);
        results.locks[0] = {.acquires = 40, .contended = 10, .handoffs = 6, .held_ns = 500'000};
        results.locks[0].queue_time_ns = 250'000;
        results.locks[0].line_transfers = 12;
        for (int i = 1; i <= 20; ++i) results.locks[0].waits.add(i);
        results.locks[1].held_ns = 100'000;
        results.locks[1].waits.add(30);
        results.gils.resize(2);
        results.gils[0].held_ns = 900'000;
        results.gils[1].held_ns = 300'000;
        for (const Nanoseconds ns : {5, 10, 30}) results.gils[0].waits.add(ns);
        return results;
    }

    TEST_CASE("each number is what its definition says") {
        const Results results = two_threads();
        CHECK(throughput_per_s(results) == doctest::Approx(40 / 0.001));
        CHECK(core_utilisation(results) == doctest::Approx(0.45));
        CHECK(lock_utilisation(results) == doctest::Approx(0.3));
        CHECK(jain(results) == doctest::Approx(40.0 * 40 / (2 * (900 + 100))));
        CHECK(mean_queue(results) == doctest::Approx(0.25));
        CHECK(contended_share(results) == doctest::Approx(0.25));
        CHECK(handoffs(results) == 6);
        CHECK(line_transfers(results) == 12);
        CHECK(spin_cpu_s(results) == doctest::Approx(0.0002));
        CHECK(all_waits(results).count() == 21);
        CHECK(all_waits(results).greatest_ns() == 30);
    }

    TEST_CASE("fairness is 1 when all got the same or nobody anything, and 1/n when one had all") {
        Results results;
        results.threads.resize(4);
        CHECK(jain(results) == 1);
        for (ThreadResult& thread : results.threads) thread.sections = 9;
        CHECK(jain(results) == doctest::Approx(1));
        for (std::size_t i = 1; i < 4; ++i) results.threads[i].sections = 0;
        CHECK(jain(results) == doctest::Approx(0.25));
        results.threads[3].takes_locks = false; // it only waits for the others
        CHECK(jain(results) == doctest::Approx(1.0 / 3));
    }

    TEST_CASE("nothing that happened is 0 and no division by 0") {
        for (const Metric& metric : metrics()) {
            const double expected = metric.id == std::string_view("jain") ? 1 : 0;
            CHECK_MESSAGE(metric.of(Results()) == expected, metric.id);
        }
    }

    TEST_CASE("a number that a run has no value for is none, not 0") {
        Scenario with_lock;
        with_lock.locks.resize(1);
        Scenario with_gil;
        with_gil.interpreters.resize(1);
        with_gil.interpreters[0].gil = GilKind::timed;
        const auto known = [](std::string_view id, const Scenario& scenario, const Results& results) {
            return value_of(*find_metric(id), scenario, results).has_value();
        };
        const Results results = two_threads();
        for (const std::string_view id : {"throughput_per_s", "wait_p50_ns", "wait_max_ns", "contended_share"}) {
            CHECK_MESSAGE(known(id, with_lock, results), id);
            CHECK_MESSAGE(!known(id, with_gil, results), id);
            CHECK_MESSAGE(!known(id, with_lock, Results()), id);
        }
        Results never;
        never.elapsed_ns = 100;
        never.locks.resize(1);
        never.gils.resize(1);
        CHECK(value_of(*find_metric("throughput_per_s"), with_lock, never) == 0);
        CHECK(value_of(*find_metric("handoffs"), with_lock, never) == 0);
        CHECK_FALSE(known("wait_p50_ns", with_lock, never));
        CHECK_FALSE(known("gil_wait_p99_ns", with_gil, never));
        CHECK(value_of(*find_metric("gil_utilisation"), with_gil, never) == 0);
        never.gils[0].waits.add(0);
        CHECK(value_of(*find_metric("gil_wait_p99_ns"), with_gil, never) == 0);
        CHECK_FALSE(known("gil_wait_p99_ns", with_lock, never));
    }

    TEST_CASE("the table has each metric once, with its definition and source") {
        std::set<std::string_view> ids;
        for (const Metric& metric : metrics()) {
            CHECK_MESSAGE(ids.insert(metric.id).second, metric.id);
            CHECK(find_metric(metric.id) == &metric);
            CHECK(metric.definition.ko.ends_with("니다."));
            CHECK(metric.definition.en.ends_with("."));
            CHECK_FALSE(metric.source.empty());
        }
        CHECK(find_metric("no_such_metric") == nullptr);
    }

    TEST_CASE("the table's numbers are those of the functions") {
        const Results results = two_threads();
        const auto value = [&](std::string_view id) { return find_metric(id)->of(results); };
        CHECK(value("throughput_per_s") == throughput_per_s(results));
        CHECK(value("wait_p50_ns") == 11);
        CHECK(value("wait_p95_ns") == 20);
        CHECK(value("wait_p99_ns") == 30);
        CHECK(value("wait_max_ns") == 30);
        CHECK(value("wait_mean_ns") == doctest::Approx((210.0 + 30) / 21));
        CHECK(value("context_switches") == 7);
        CHECK(value("gil_switches") == 5);
        CHECK(value("gil_requests") == 3);
        CHECK(value("gil_utilisation") == doctest::Approx(0.6));
        CHECK(value("gil_wait_p50_ns") == 10);
        CHECK(value("gil_wait_p95_ns") == 30);
        CHECK(value("gil_wait_p99_ns") == 30);
        CHECK(value("gil_wait_max_ns") == 30);
        CHECK(value("spin_cpu_s") == spin_cpu_s(results));
    }
}

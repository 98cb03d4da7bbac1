// The same scenario on real threads, beside the simulation.

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "contention_testing.hpp"
#include "measure/abilities.hpp"
#include "widget/contention_widget.hpp"

using namespace testing;

namespace {

/// A run on real threads, which takes its time.
void finish_here(widget::ContentionWidget& contention) {
    for (int i = 0; i < 60'000 && contention.busy(); ++i) {
        contention.poll();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    REQUIRE_FALSE(contention.busy());
}

} // namespace

TEST_CASE("the same scenario runs on this machine, beside the simulation") {
    if (!measure::abilities().threads) return;
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("preset", "refcount-lock").empty());
    REQUIRE(contention.press("run_here").empty());
    finish_here(contention);
    CHECK_FALSE(contention.failed());
    CHECK(number(contention, "here.throughput_per_s") > 0);
    CHECK(number(contention, "here.ratio.throughput_per_s") > 0);
    CHECK(number(contention, "here.effective_cores") > 0);
    CHECK(number(contention, "here.event_cost_ns") > 0);
    CHECK(contention.here()->outcome()->results.variables.front() == 2'000);
    CHECK_FALSE(contention.here()->remarks().empty());
}

TEST_CASE("readers share a reader-writer lock and no other, simulated and here") {
    const auto throughput = [](const char* lock, const char* readers) {
        widget::ContentionWidget contention(surroundings());
        REQUIRE(contention.set("inside_ns", "20000").empty());
        REQUIRE(contention.set("lock", lock).empty());
        REQUIRE(contention.set("readers", readers).empty());
        run(contention);
        CHECK(number(contention, "throughput_per_s") <= number(contention, "bound_per_s") * 1.01);
        CHECK(fact(contention, "predicted_per_s").value.empty() == (lock[0] == 'r' && readers[0] != '0'));
        return number(contention, "throughput_per_s");
    };
    for (const char* lock : {"rw_readers", "rw_writers"}) {
        CHECK(throughput(lock, "90") > 2 * throughput(lock, "0"));
        CHECK(throughput(lock, "100") > throughput(lock, "90"));
    }
    CHECK(throughput("mcs", "90") == doctest::Approx(throughput("mcs", "0")).epsilon(0.05));
    CHECK(throughput("rw_readers", "90") != throughput("rw_writers", "90"));

    if (!measure::abilities().threads) return;
    for (const char* lock : {"rw_readers", "rw_writers"}) {
        widget::ContentionWidget contention(surroundings());
        for (const auto& [id, value] : {std::pair{"lock", lock},
                                        {"readers", "75"},
                                        {"duration_us", "100000"}}) // long enough for a core to be got
            REQUIRE(contention.set(id, value).empty());
        REQUIRE(contention.press("run_here").empty());
        finish_here(contention);
        CHECK_FALSE(contention.failed());
        CHECK(number(contention, "here.throughput_per_s") > 0);
    }
}

TEST_CASE("what cannot run here says why, and the simulation stays") {
    widget::ContentionWidget contention(surroundings());
    REQUIRE(contention.set("lock", "crowded").empty());
    const text::Line refusal = contention.press("run_here");
    CHECK_FALSE(refusal.en.empty());
    CHECK_FALSE(refusal.ko.empty());
    run(contention);
    CHECK(number(contention, "throughput_per_s") > 0);
}

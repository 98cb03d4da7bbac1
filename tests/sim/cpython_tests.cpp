// Against real CPython, recorded in tests/oracle/cpython: rows "2 rt", two cores, where a woken thread runs at once.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "oracle_file.hpp"
#include "program/presets.hpp"
#include "sim/oracle/csv_table.hpp"
#include "sim/steps.hpp"

using namespace sim;
using program::GilKind;

namespace {

constexpr Nanoseconds us = 1'000;
constexpr Nanoseconds ms = 1'000'000;

double median(std::vector<Nanoseconds> values) {
    REQUIRE_FALSE(values.empty());
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return static_cast<double>(values[values.size() / 2]);
}

/// Waking a thread of Python takes longer than the bare futex of tests/oracle/locks/latency.csv: mutex, condition and
/// interpreter come on top. The one number that is taken from these recordings: at 1 ms a slice is 12 to 20 µs longer
/// than the interval, and two such ways are in it.
program::Costs costs_of_python() {
    program::Costs costs;
    costs.wake_latency_ns = 7'500;
    return costs;
}

program::Interpreter python(Nanoseconds interval_ns) {
    program::Interpreter interpreter;
    interpreter.name = "python";
    interpreter.gil = GilKind::timed;
    interpreter.interval_ns = interval_ns;
    return interpreter;
}

double slice_us(Nanoseconds interval_ns, int threads) {
    program::Builder b("slices");
    b.cores(2).costs(costs_of_python()).duration(300 * interval_ns);
    const auto gil = b.interpreter(python(interval_ns));
    b.threads("T", threads).on(gil).compute(program::TimeLaw::uniform(20 * ms, 40 * ms)).forever();
    Machine machine(steps::shared(b), 1);
    std::vector<Nanoseconds> slices;
    Nanoseconds began_ns = 0;
    for (const Happening& each : steps::all(machine)) {
        if (each.did == Did::gil_took) began_ns = each.at_ns + each.value;
        if (each.did == Did::gil_dropped) slices.push_back(each.at_ns - began_ns);
    }
    return median(slices) / us;
}

/// How long the I/O thread waits for the GIL after a message has come, and from one reply to the next.
struct Latency {
    double gil_us;
    double round_us;
};

Latency io_latency(Nanoseconds interval_ns, Nanoseconds between_ns) {
    program::Builder b("io");
    b.cores(2).costs(costs_of_python()).duration(400 * interval_ns);
    const auto gil = b.interpreter(python(interval_ns));
    const auto socket = b.device("socket");
    constexpr Nanoseconds sending_ns = 5 * us;
    b.thread("io").on(gil).io(socket, between_ns).io(socket, sending_ns).forever();
    b.thread("cpu").on(gil).compute(10 * ms).forever();
    Machine machine(steps::shared(b), 1);
    std::vector<Nanoseconds> waits;
    std::vector<Nanoseconds> rounds;
    Nanoseconds came_ns = 0;
    Nanoseconds sent_ns = 0;
    for (const Happening& each : steps::all(machine)) {
        if (each.thread != 0) continue;
        if (each.did == Did::io_ended) came_ns = each.at_ns;
        if (each.did != Did::io_began || each.value != sending_ns) continue;
        waits.push_back(each.at_ns - came_ns);
        if (sent_ns > 0) rounds.push_back(each.at_ns - sent_ns);
        sent_ns = each.at_ns;
    }
    return {median(waits) / us, median(rounds) / us};
}

double elapsed_ratio(const char* id, std::uint64_t seed = 1) {
    const program::Preset& preset = *program::find_preset(id);
    const auto elapsed = [&](const program::Preset& of) {
        return static_cast<double>(measure(of.make(), seed).elapsed_ns);
    };
    return elapsed(preset) / elapsed(*program::find_preset(preset.sequence));
}

} // namespace

TEST_CASE("run slices of threads that compute are those of real CPython, within 1 %") {
    const oracle::CsvTable table = oracle::read_csv(oracle_file("cpython/slices.csv"));
    int compared = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string& interval = table.text(row, "interval");
        if (table.text(row, "cpus") != "2 rt" || !interval.ends_with("us")) continue;
        const double simulated =
            slice_us(std::atoll(interval.c_str()) * us, static_cast<int>(table.integer(row, "cpu_threads")));
        CHECK_MESSAGE(simulated == doctest::Approx(table.number(row, "slice_median_us")).epsilon(0.01),
                      table.text(row, "python"), " ", interval, " ", table.text(row, "cpu_threads"));
        ++compared;
    }
    CHECK(compared == 27); // three versions, three intervals, 2 to 4 threads
}

TEST_CASE("who gets the GIL next of three or more is the system's choice, not the one that waited longest") {
    for (const int threads : {3, 4}) {
        CAPTURE(threads);
        program::Builder b("order");
        b.cores(2).costs(costs_of_python()).duration(1'000 * ms);
        const auto gil = b.interpreter(python(1 * ms));
        b.threads("T", threads).on(gil).compute(program::TimeLaw::uniform(20 * ms, 40 * ms)).forever();
        Machine machine(steps::shared(b), 1);
        std::vector<int> holders;
        for (const Happening& each : steps::all(machine))
            if (each.did == Did::gil_took) holders.push_back(each.thread);
        int in_turn = 0;
        int switches = 0;
        for (std::size_t i = static_cast<std::size_t>(threads) - 1; i < holders.size(); ++i, ++switches) {
            bool is_new = true; // not among the others that had it last
            for (std::size_t back = 1; back < static_cast<std::size_t>(threads); ++back)
                is_new = is_new && holders[i - back] != holders[i];
            in_turn += is_new;
        }
        REQUIRE(switches > 500);
        CHECK(in_turn < 0.7 * switches);
        CHECK(in_turn > 0.05 * switches);
    }
}

TEST_CASE(
    "an I/O thread next to one that computes waits an interval for each message, as in real CPython within 10 %") {
    const oracle::CsvTable table = oracle::read_csv(oracle_file("cpython/io_latency.csv"));
    double without_gil_us = 0;
    int compared = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string& interval = table.text(row, "interval");
        if (table.text(row, "cpus") != "2 rt" || !interval.ends_with("us")) continue;
        const Nanoseconds interval_ns = std::atoll(interval.c_str()) * us;
        const double real_us = table.number(row, "median_us");
        const std::string& mode = table.text(row, "mode");
        if (mode == "paced" && table.text(row, "cpu_threads") == "0") without_gil_us = real_us;
        if (table.text(row, "cpu_threads") != "1") continue;
        if (mode == "paced") {
            const double simulated = io_latency(interval_ns, interval_ns < 50 * ms ? 12 * ms : 120 * ms).gil_us;
            CHECK(simulated + without_gil_us == doctest::Approx(real_us).epsilon(0.1));
            ++compared;
        }
        if (mode == "pingpong" && interval_ns == 5 * ms) { // two waits: after the receive and after the send
            CHECK(io_latency(interval_ns, 20 * us).round_us == doctest::Approx(real_us).epsilon(0.1));
            ++compared;
        }
    }
    CHECK(compared == 4);
}

TEST_CASE(
    "the story of the convoy: about 100 requests a second beside a thread that computes, thousands without a GIL") {
    const auto requests_per_s = [](const char* id) {
        Machine machine(std::make_shared<const program::Scenario>(program::find_preset(id)->make()), 1);
        int ended = 0;
        for (const Happening& each : steps::all(machine, 1'000'000)) ended += each.did == Did::io_ended;
        return 1e9 * ended / 2 / static_cast<double>(machine.now_ns()); // each is a receive and a send
    };
    CHECK(requests_per_s("convoy-timed") == doctest::Approx(100).epsilon(0.1));
    CHECK(requests_per_s("convoy-free") > 5'000);
}

TEST_CASE("the lecture's sort on two threads: no faster under a GIL, faster in processes and without a GIL") {
    for (const char* id : {"sort-timed", "sort-ticks"}) {
        const double ratio = elapsed_ratio(id);
        CHECK_MESSAGE((ratio > 0.95 && ratio < 1.06), id, " ", ratio);
    }
    const double processes = elapsed_ratio("sort-processes");
    CHECK_MESSAGE((processes > 0.5 && processes < 0.6), processes);
    const double free = elapsed_ratio("sort-free");
    CHECK_MESSAGE((free > 0.53 && free < 0.70), free);
}

TEST_CASE("counting down on two threads of Python 2.7 takes twice as long as in sequence, on two cores") {
    const oracle::CsvTable table = oracle::read_csv(oracle_file("cpython/count_ratios.csv"));
    double least = 0;
    double most = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (table.text(row, "python") != "2.7" || !table.text(row, "cpus").starts_with("2 ag")) continue;
        const double real = table.number(row, "threads2_over_sequential_median");
        least = least == 0 ? real : std::min(least, real);
        most = std::max(most, real);
    }
    CHECK(least > 1.9);
    CHECK(most < 2.3);
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const double ratio = elapsed_ratio("count-ticks", seed);
        CHECK_MESSAGE((ratio > 0.97 * least && ratio < 1.03 * most), seed, " ", ratio);
        CHECK_MESSAGE((ratio > 1.9 && ratio < 2.3), seed, " ", ratio);
    }
}

TEST_CASE("and no longer than in sequence under the GIL since 3.2") {
    const double ratio = elapsed_ratio("count-timed");
    CHECK_MESSAGE((ratio > 0.95 && ratio < 1.06), ratio);
}

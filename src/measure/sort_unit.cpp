// The work unit as a wasm module of its own: what a dedicated worker runs as its process (web/sort-worker.mjs). The
// same generator and the same sort as everywhere else; one memory that belongs to it alone.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "measure/quick_sort.hpp"
#include "measure/spin.hpp"
#include "measure/unit_work.hpp"

namespace {

double* all = nullptr;
std::size_t n = 0;

std::span<double> values(unsigned place) {
    return {all + place * n, n};
}

} // namespace

extern "C" {

/// From the worker: `done` of the sort that is watched, 0 to 1, at every checkpoint.
__attribute__((import_module("lab"), import_name("report"))) void report(double done);

/// Makes room for arrays of `count` doubles in `places` places and touches it. 0 when there is not enough memory.
int unit_prepare(unsigned count, unsigned places) {
    constexpr std::uint64_t most_bytes = 0xffff'0000;
    std::free(all);
    all = nullptr;
    n = count;
    if (std::uint64_t{count} * places * sizeof(double) > most_bytes) return 0;
    all = static_cast<double*>(std::malloc(places * n * sizeof(double)));
    if (!all) return 0;
    for (std::size_t i = 0; i < places * n; ++i) all[i] = -1;
    return 1;
}

/// The address of an array in this memory.
double* unit_data(unsigned place) {
    return values(place).data();
}

void unit_spoil(unsigned place) {
    measure::spoil(values(place));
}

/// Fills a place with the numbers of unit `unit`.
void unit_generate(unsigned place, unsigned unit, unsigned seed_low, unsigned seed_high) {
    const std::uint64_t seed = std::uint64_t{seed_high} << 32 | seed_low;
    const std::uint64_t own = measure::unit_seed(seed, static_cast<int>(unit));
    measure::generate(values(place), own, [] {}, [](std::size_t) { return true; });
}

void unit_sort(unsigned place) {
    measure::quick_sort(values(place), [](std::size_t) { return true; });
}

/// Sorts and reports: for the warm-up, of which the pictures are taken.
void unit_sort_watched(unsigned place) {
    double done = 0;
    measure::quick_sort(values(place), [&](std::size_t work) {
        report((done += static_cast<double>(work)) / measure::sort_work(n));
        return true;
    });
}

/// Work for the calibration. Returns a number to be used.
unsigned unit_spin(unsigned start, int rounds) {
    return static_cast<unsigned>(measure::spin(start, rounds));
}
}

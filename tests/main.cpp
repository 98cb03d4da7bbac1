#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "measure/crew_step.hpp"
#include "measure/thread_calibration.hpp"

int main(int count, char** words) {
    measure::calibration_slice_ns = 1'000'000;    // a whole one takes longer than all that a test sorts
    measure::start_patience_ns = 120'000'000'000; // beside the browsers a thread in node may get no core for long
    return doctest::Context(count, words).run();
}

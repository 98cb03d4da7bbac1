#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "measure/thread_calibration.hpp"

int main(int count, char** words) {
    measure::calibration_slice_ns = 1'000'000; // a whole one takes longer than all that a test sorts
    return doctest::Context(count, words).run();
}

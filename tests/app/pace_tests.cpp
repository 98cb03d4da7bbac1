#include "app/pace.hpp"

#include <doctest/doctest.h>

TEST_CASE("a widget's own work has a frame a second, and half as many while a clock runs") {
    app::Pace pace;
    pace.drew(5'000);
    CHECK_FALSE(pace.is_due(5'900, false));
    CHECK(pace.is_due(6'000, false));
    CHECK_FALSE(pace.is_due(6'900, true));
    CHECK(pace.is_due(7'000, true));
}

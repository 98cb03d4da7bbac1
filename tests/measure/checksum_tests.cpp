#include "measure/checksum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

using namespace measure;

namespace {

std::vector<double> random_values(std::size_t n) {
    SplitMix64 random(3);
    std::vector<double> values(n);
    for (double& value : values) value = random.next_double();
    return values;
}

bool passes(const std::vector<double>& output, const std::vector<double>& input) {
    Checksum expected;
    expected.add(input);
    OutputCheck check;
    check.read(output);
    return check.passes(expected);
}

} // namespace

TEST_CASE("the checksum does not depend on the order") {
    std::vector<double> values = random_values(1000);
    Checksum forwards;
    forwards.add(values);
    std::ranges::reverse(values);
    Checksum backwards;
    backwards.add(values);
    CHECK(forwards == backwards);
}

TEST_CASE("an output passes when it is its input, sorted, in whatever parts it is read") {
    const std::vector<double> input = random_values(1000);
    std::vector<double> output = input;
    std::ranges::sort(output);
    CHECK(passes(output, input));

    Checksum expected;
    expected.add(input);
    OutputCheck check;
    check.read(std::span(output).first(1));
    check.read(std::span(output).subspan(1, 500));
    check.read(std::span(output).subspan(501));
    CHECK(check.passes(expected));
}

TEST_CASE("an output with one fault does not pass") {
    const std::vector<double> input = random_values(1000);
    std::vector<double> sorted = input;
    std::ranges::sort(sorted);

    SUBCASE("not sorted") {
        CHECK_FALSE(passes(input, input));
    }
    SUBCASE("two neighbours in the wrong order") {
        std::swap(sorted[500], sorted[501]);
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("one bit of one value") {
        sorted[500] = std::nextafter(sorted[500], 1.0);
        REQUIRE(std::ranges::is_sorted(sorted));
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("a value twice, another missing") {
        sorted[500] = sorted[501];
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("two values moved apart by the same amount") {
        sorted[500] -= 0x1p-40;
        sorted[501] += 0x1p-40;
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("a value short") {
        sorted.pop_back();
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("a zero more") {
        sorted.insert(sorted.begin(), 0.0);
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("not a number") {
        sorted[999] = std::numeric_limits<double>::quiet_NaN();
        CHECK_FALSE(passes(sorted, input));
    }
    SUBCASE("parts in the wrong order") {
        Checksum expected;
        expected.add(input);
        OutputCheck check;
        check.read(std::span(sorted).subspan(500));
        check.read(std::span(sorted).first(500));
        CHECK_FALSE(check.passes(expected));
    }
}

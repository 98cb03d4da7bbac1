#include "conformance/corpus.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "conformance/conformance.hpp"
#include "conformance/oracle.hpp"

using namespace conformance;

TEST_CASE("the library does what CPython did in every case of the corpus, chaining of exceptions included") {
    const std::vector<Case>& cases = public_corpus().cases;
    REQUIRE(cases.size() == 300);
    CHECK(std::ranges::count(cases, true, &Case::strict) == 291);
    CHECK(failing(cases, Level::A) == std::vector<std::string>{});
    CHECK(failing(cases, Level::B) == std::vector<std::string>{});
    CHECK(failing(cases, Level::C) == std::vector<std::string>{});
}

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

TEST_CASE("a function calls those of a higher number, g10 from g2 as well; no other") {
    const auto refusal_of = [](const std::string& caller, const std::string& called) {
        const std::string call = R"([{"s":"forgen","f":")" + called + R"(","var":"a","body":[]}])";
        return read_corpus(R"({"cases":[{"id":"a","prog":{"g0":[],"g1":[],"g2":[],"g10":[],")" + caller + "\":" + call +
                               R"(},"script":[{"op":"next"}],"expect":[]}]})",
                           "a test")
            .refusal.en;
    };
    CHECK(refusal_of("g2", "g10") == "");
    CHECK(refusal_of("g0", "g1") == "");
    CHECK(refusal_of("g10", "g2").find("g10 must not call g2") != std::string::npos);
    CHECK(refusal_of("g1", "g1").find("g1 must not call g1") != std::string::npos);
}

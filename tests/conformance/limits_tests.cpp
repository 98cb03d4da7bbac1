// What a file may bring that no case of the corpus does: the one case fails and says why, the others are replayed.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "conformance/conformance.hpp"
#include "conformance/corpus.hpp"

using namespace conformance;

namespace {

/// A case that passes: an empty function.
const std::string good = R"({"id":"good","prog":{"g0":[]},"script":[],"expect":[{"k":"del","log":[]}]})";

std::string case_with(const std::string& program, const std::string& script = R"([{"op":"next"}])",
                      const std::string& expect = "[]") {
    return R"({"id":"odd","prog":)" + program + R"(,"script":)" + script + R"(,"expect":)" + expect + "}";
}

std::string function(const std::string& body) {
    return R"({"g0":[)" + body + "]}";
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// Why a case between two good ones fails; the good ones pass.
text::Line why_fails(const std::string& odd) {
    const Corpus corpus = read_corpus(R"({"cases":[)" + good + ",\n" + odd + ",\n" + good + "]}", "a test");
    REQUIRE(corpus.refusal.en == "");
    REQUIRE(corpus.cases.size() == 3);
    const std::vector<Failed> failed = failing(corpus.cases, Level::C);
    REQUIRE(failed.size() == 1);
    CHECK(failed.front().id == "odd");
    return failed.front().why;
}

void check_reason(const std::string& odd, const std::string& reason) {
    const std::string said = why_fails(odd).en;
    INFO(said);
    CHECK(said.find(reason) != std::string::npos);
}

/// Yields, and does `answer` when it is closed or dropped.
std::string closing(const std::string& answer) {
    return R"({"s":"try","body":[{"s":"yield","x":{"e":"const","v":1},"to":null}],"handlers":[{"t":"GeneratorExit","body":[)" +
           answer + R"(]}],"else":[],"final":[]})";
}

const std::string too_large_a_sum =
    R"({"s":"print","x":{"e":"add","l":{"e":"const","v":9223372036854775807},"r":{"e":"const","v":1}}})";

std::string nested_branches(int levels) {
    return repeated(R"({"s":"if","c":{"c":"none","x":{"e":"var","n":"a"}},"else":[],"then":[)", levels) +
           repeated("]}", levels);
}

std::string nested_sums(int levels) {
    return R"({"s":"print","x":)" + repeated(R"({"e":"add","r":{"e":"const","v":1},"l":)", levels) +
           R"({"e":"const","v":1})" + repeated("}", levels) + "}";
}

/// g0 calls g1, and so on; the last one yields.
std::string chain_of(int functions, const std::string& before, const std::string& behind) {
    std::string program;
    for (int i = 0; i + 1 < functions; ++i)
        program += "\"g" + std::to_string(i) + "\":[" + before + "\"g" + std::to_string(i + 1) + "\"" + behind + "],";
    return "{" + program + "\"g" + std::to_string(functions - 1) +
           R"(":[{"s":"yield","x":{"e":"const","v":7},"to":null}]})";
}

std::string delegating(int functions) {
    return chain_of(functions, R"({"s":"yf","to":null,"from":{"k":"gen","f":)", "}}");
}

std::string looping(int functions) {
    return chain_of(functions, R"({"s":"forgen","var":"a","f":)",
                    R"(,"body":[{"s":"yield","x":{"e":"var","n":"a"},"to":null}]})");
}

} // namespace

TEST_CASE("a sum beyond 64 bits fails its case, also where a generator is dropped or closed") {
    const std::string reason = "a sum does not fit in 64 bits";
    check_reason(case_with(function(too_large_a_sum)), reason);
    check_reason(case_with(function(closing(too_large_a_sum))), reason);
    check_reason(case_with(R"({"g0":[{"s":"forgen","f":"g1","var":"a","body":[{"s":"break"}]}],"g1":[)" +
                           closing(too_large_a_sum) + "]}"),
                 reason);
    check_reason(case_with(R"({"g0":[{"s":"yf","from":{"k":"gen","f":"g1"},"to":null}],"g1":[)" +
                               closing(too_large_a_sum) + "]}",
                           R"([{"op":"next"},{"op":"close"}])"),
                 reason);
}

TEST_CASE("an integer beyond 64 bits in the file fails its case, however long it is") {
    const auto printed = [](const std::string& number) {
        return case_with(function(R"({"s":"print","x":{"e":"const","v":)" + number + "}}"));
    };
    check_reason(printed("9223372036854775808"), "\"v\" does not fit in 64 bits");
    check_reason(printed("-9223372036854775809"), "\"v\" does not fit in 64 bits");
    check_reason(printed("123456789012345678901234567890"), "\"v\" does not fit in 64 bits");
    check_reason(printed("1" + repeated("0", 400)), "a number does not fit in 64 bits");
    CHECK(why_fails(printed("-9223372036854775808")).empty()); // it only differs from what is expected
}

TEST_CASE("half of a surrogate pair fails its case; a whole one is a letter") {
    const auto printed = [](const std::string& text) {
        return case_with(function(R"({"s":"print","x":{"e":"const","v":")" + text + "\"}}"));
    };
    check_reason(printed("\\ud800"), "half of a surrogate pair");
    check_reason(printed("\\udc00\\ud800"), "half of a surrogate pair");
    CHECK(why_fails(printed("\\ud83d\\ude00 \\\\ud800 \\\" ]}")).empty());
}

TEST_CASE("a program nested deeper than CPython compiles fails its case") {
    const std::string reason = "more than 1,000 brackets inside each other";
    for (const int levels : {1000, 20'000}) {
        CAPTURE(levels);
        check_reason(case_with(function(nested_branches(levels))), reason);
        check_reason(case_with(function(nested_sums(levels))), reason);
    }
    check_reason(case_with(function(""), "[]", repeated("[", 100'000) + repeated("]", 100'000)), reason);
    CHECK(why_fails(case_with(function(nested_branches(490)))).empty());
    CHECK(why_fails(case_with(function(nested_sums(990)))).empty());
}

TEST_CASE("brackets without an end are no JSON") {
    CHECK(read_corpus(repeated("[", 1'000'000), "a test").refusal.en.find("is not JSON") != std::string::npos);
    CHECK(read_corpus(R"({"cases":[{"id":)" + repeated("[", 1'000'000), "a test").refusal.en.find("is not JSON") !=
          std::string::npos);
}

TEST_CASE("a thousand generators may run inside each other; more fail their case") {
    const std::string seven = R"([{"k":"yield","v":7,"log":[],"state":"SUSPENDED","yf":)";
    const std::string dropped = R"(},{"k":"del","log":[]}])";
    const std::string next = R"([{"op":"next"}])";
    const auto failures = [](const std::string& one) {
        return failing(read_corpus(R"({"cases":[)" + one + "]}", "a test").cases, Level::C);
    };
    CHECK(failures(case_with(delegating(1000), next, seven + "true" + dropped)).empty());
    CHECK(failures(case_with(looping(1000), next, seven + "false" + dropped)).empty());
    for (const int functions : {1001, 20'000}) {
        CAPTURE(functions);
        check_reason(case_with(delegating(functions)), "more than 1,000 generators run inside each other");
        check_reason(case_with(looping(functions)), "more than 1,000 generators run inside each other");
    }
}

TEST_CASE("a program without an end fails its case") {
    const std::string reason = "did not end within 2,000,000 steps";
    const std::string forever = R"({"s":"forever","body":[]})";
    check_reason(case_with(function(forever)), reason);
    check_reason(case_with(function(R"({"s":"for","var":"a","n":1000000000000000000,"body":[]})")), reason);
    check_reason(case_with(function(closing(forever))), reason);
    check_reason(case_with(R"({"g0":[{"s":"forever","body":[{"s":"forgen","f":"g1","var":"a","body":[]}]}],"g1":[]})"),
                 reason);
}

TEST_CASE("text that doubles for ever fails its case before the memory is full") {
    const std::string doubled =
        R"({"s":"set","n":"a","x":{"e":"add","l":{"e":"var","n":"a"},"r":{"e":"var","n":"a"}}})";
    check_reason(case_with(function(R"({"s":"set","n":"a","x":{"e":"const","v":"ab"}},{"s":"forever","body":[)" +
                                    doubled + "]}")),
                 "did not end within 2,000,000 steps");
}

TEST_CASE("a long loop that ends is replayed to its end") {
    const std::string counted = R"({"s":"for","var":"a","n":1000000,"body":[]},{"s":"return","x":{"e":"var","n":"a"}})";
    const std::string seen = R"([{"k":"stop","v":999999,"log":[],"state":"CLOSED","yf":false},{"k":"del","log":[]}])";
    const std::string one = case_with(function(counted), R"([{"op":"next"}])", seen);
    CHECK(failing(read_corpus(R"({"cases":[)" + one + "]}", "a test").cases, Level::C).empty());
}

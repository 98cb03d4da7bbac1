#include "conformance/corpus.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "conformance/conformance.hpp"
#include "conformance/oracle.hpp"

using namespace conformance;

namespace {

std::vector<std::string> ids(const std::vector<Failed>& failed) {
    std::vector<std::string> all;
    for (const Failed& one : failed) all.push_back(one.id);
    return all;
}

} // namespace

TEST_CASE("the library does what CPython did in every case of the corpus, chaining of exceptions included") {
    const std::vector<Case>& cases = public_corpus().cases;
    REQUIRE(cases.size() == 300);
    CHECK(std::ranges::count(cases, true, &Case::strict) == 291);
    CHECK(ids(failing(cases, Level::A)) == std::vector<std::string>{});
    CHECK(ids(failing(cases, Level::B)) == std::vector<std::string>{});
    CHECK(ids(failing(cases, Level::C)) == std::vector<std::string>{});
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

namespace {

/// The one case is refused with these words, and the good one beside it replayed.
void check_refused(const std::string& one, const std::string& words) {
    const std::string good = R"({"id":"good","prog":{"g0":[]},"script":[],"expect":[{"k":"del","log":[]}]})";
    const Corpus corpus = read_corpus(R"({"cases":[)" + one + "," + good + "]}", "a test");
    REQUIRE(corpus.refusal.en == "");
    const std::vector<Failed> failed = failing(corpus.cases, Level::A);
    REQUIRE(ids(failed) == std::vector<std::string>{"odd"});
    INFO(failed.front().why.en);
    CHECK(failed.front().why.en.find(words) != std::string::npos);
}

std::string case_of(const std::string& statement, const std::string& script = "[]", const std::string& expect = "[]") {
    return R"({"id":"odd","prog":{"g0":[)" + statement + R"(]},"script":)" + script + R"(,"expect":)" + expect + "}";
}

} // namespace

TEST_CASE("a statement with a wrong field is refused by the field's name") {
    const std::string none = R"({"e":"const","v":null})";
    const auto range = [](const std::string& n) { return case_of(R"({"s":"for","var":"a","body":[],"n":)" + n + "}"); };
    check_refused(range("1.5"), "\"n\" must be an integer, not 1.5");
    check_refused(range("true"), "\"n\" must be an integer, not true");
    check_refused(range("\"3\""), "\"n\" must be an integer");
    check_refused(range("18446744073709551615"), "\"n\" does not fit in 64 bits");
    check_refused(case_of(R"({"s":"forever"})"), "\"body\" is missing");
    check_refused(case_of(R"({"s":"forever","body":{}})"), "\"body\" must be a list");
    check_refused(case_of(R"({"s":"raise","t":"ValueError","a":{}})"), "\"a\" must be a list");
    check_refused(case_of(R"({"s":"raise","t":"ValueError","a":null})"), "\"a\" must be a list");
    check_refused(case_of(R"({"s":"raise","t":"Error","a":[]})"), "\"t\" must be an exception");
    check_refused(case_of(R"({"s":"set","n":null,"x":)" + none + "}"), "\"n\" must be a string");
    check_refused(case_of(R"({"s":"yield","to":"e","x":)" + none + "}"), "\"to\" must be one of a b c d");
    check_refused(case_of(R"({"s":"print","x":{"e":"const","v":1.0}})"), "\"v\" must be null, an integer or a string");
    check_refused(case_of(R"({"s":"try","body":[],"handlers":{},"else":[],"final":[]})"), "\"handlers\"");
    check_refused(case_of(R"({"s":"try","body":[],"handlers":[],"else":[],"final":[]})"), "\"handlers\" or");
    check_refused(case_of("5"), "an object with \"s\" was expected, not 5");
}

TEST_CASE("an iterator object with a wrong method is refused by the method's name") {
    const auto object = [](const std::string& methods) {
        return case_of(R"({"s":"yf","to":null,"from":{"k":"obj","v":[],"ret":null,)" + methods + "}}");
    };
    check_refused(object(R"("send":false,"throw":"","close":null)"), "\"throw\" must be one of raise yield stop");
    check_refused(object(R"("send":false,"throw":null,"close":"")"), "\"close\" must be one of ok raise");
    check_refused(object(R"("send":0,"throw":null,"close":null)"), "\"send\" must be true or false");
}

TEST_CASE("break and continue outside of a loop are refused, as Python does") {
    check_refused(case_of(R"({"s":"break"})"), "a break stands outside of every loop");
    check_refused(case_of(R"({"s":"for","var":"a","n":1,"body":[]},{"s":"continue"})"), "a continue stands outside");
}

TEST_CASE("a program with a function of another name is refused") {
    const auto program = [](const std::string& functions) {
        return R"({"id":"odd","prog":)" + functions + R"(,"script":[],"expect":[]})";
    };
    check_refused(program(R"({"g0":[],"h":[]})"), "not h");
    check_refused(program(R"({"g0":[],"g01":[]})"), "not g01");
    check_refused(program("[]"), "\"prog\" must be an object");
}

TEST_CASE("a script with a wrong operation is refused by the field's name") {
    check_refused(case_of("", "{}"), "\"script\" must be a list");
    check_refused(case_of("", "7"), "\"script\" must be a list");
    check_refused(case_of("", R"([{"op":"throw","t":"KeyError","form":"instt","a":[]}])"),
                  "\"form\" must be one of inst type, not \"instt\"");
    check_refused(case_of("", R"([{"op":"throw","t":"KeyError","form":"inst","a":{}}])"), "\"a\" must be a list");
    check_refused(case_of("", R"([{"op":"send"}])"), "\"v\" is missing");
}

TEST_CASE("a wrong observation is refused by the field's name") {
    check_refused(case_of("", "[]", "{}"), "\"expect\" must be a list");
    check_refused(case_of("", "[]", R"([{"k":"yeild","log":[]}])"), "\"k\" must be one of");
    check_refused(case_of("", "[]", R"([{"k":"del","log":{}}])"), "\"log\" must be a list");
    check_refused(case_of("", "[]", R"([{"k":"del","log":[{}]}])"), "\"log\" must be a list of lists");
    check_refused(case_of("", "[]", R"([{"k":"del","log":[["x",[1],[2]]]}])"), "\"log\" must be entries");
    check_refused(case_of("", "[]", R"([{"k":"stop","log":[],"state":"CLOSED"}])"), "\"v\" is missing");
    check_refused(case_of("", "[]", R"([{"k":"stop","v":1,"log":[],"state":"OVER"}])"), "\"state\" must be one of");
    check_refused(case_of("", "[]", R"([{"k":"ok","v":1,"log":[],"state":"CLOSED","yf":0}])"), "\"yf\" must be");
}

TEST_CASE("a corpus without any case in the format is refused") {
    const auto refusal = [](const std::string& json) { return read_corpus(json, "a test").refusal.en; };
    CHECK(refusal(R"({"cases":[{"id":"x"}]})").find("The first, x: it cannot be read: \"prog\" is missing") !=
          std::string::npos);
    CHECK(refusal(R"({"cases":[7,{}]})").find("The first, #1: it cannot be read") != std::string::npos);
    CHECK(refusal(R"({"cases":{}})").find("has no array") != std::string::npos);
    CHECK(refusal(R"([{"cases":[]}])").find("has no array") != std::string::npos);
    CHECK(refusal(R"({"cases":[{}})").find("is not JSON") != std::string::npos);
    CHECK(refusal("{\"cases\":[{\"id\":\"\\é\"}]}").find("\xc3") == std::string::npos); // half of a letter
    CHECK(refusal("{\n\"cases\":[{\n}],\n!}").find("line 4, column 1") != std::string::npos);
}

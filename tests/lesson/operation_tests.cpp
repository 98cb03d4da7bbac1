#include "lesson/operation.hpp"

#include <doctest/doctest.h>

TEST_SUITE("lesson/operation") {
    using lesson::Operation;
    using lesson::Value;

    TEST_CASE("a script reads back as it was written") {
        for (const char* script : {"", "next", "next,send:10,send:2.5,send:None,send:word,throw:ValueError,close,drop",
                                   "send:a%2Cb%25", "send:'10'", "send:1.0", "send:-3"}) {
            CAPTURE(script);
            const lesson::ScriptReading reading = lesson::read_script(script);
            REQUIRE(reading.refusal.empty());
            CHECK(lesson::write_script(reading.script) == script);
            CHECK(lesson::read_script(lesson::write_script(reading.script)).script == reading.script);
        }
    }

    TEST_CASE("what is no operation is refused with the word that is wrong") {
        for (const char* script : {"next,jump", "send", "throw:KeyError", "next:3", "throw"}) {
            CAPTURE(script);
            const lesson::ScriptReading reading = lesson::read_script(script);
            CHECK_FALSE(reading.refusal.empty());
            CHECK(reading.script.empty());
        }
        CHECK(lesson::read_script("next,jump").refusal.en.find("jump") != std::string::npos);
    }

    TEST_CASE("values are what Python would take them for") {
        CHECK(lesson::parse_value("10") == Value(10LL));
        CHECK(lesson::parse_value("2.5") == Value(2.5));
        CHECK(lesson::parse_value("None") == Value());
        CHECK(lesson::parse_value("") == Value());
        CHECK(lesson::parse_value("'10'") == Value(std::string("10")));
        CHECK(lesson::parse_value("e") == Value(std::string("e")));
        CHECK(lesson::repr(Value(10.0)) == "10.0");
        CHECK(lesson::repr(Value(0.1)) == "0.1");
        CHECK(lesson::repr(Value(std::string("it's"))) == "\"it's\"");
    }

    TEST_CASE("floats are written as Python's repr() writes them") {
        for (const auto& [number, written] : {std::pair{100000.0, "100000.0"},
                                              {1e15, "1000000000000000.0"},
                                              {1e16, "1e+16"},
                                              {1.5e300, "1.5e+300"},
                                              {1e-4, "0.0001"},
                                              {1.25e-5, "1.25e-05"},
                                              {-0.0, "-0.0"},
                                              {-20.5, "-20.5"},
                                              {1.0 / 3, "0.3333333333333333"},
                                              {123456789.125, "123456789.125"}}) {
            CHECK(lesson::repr(Value(number)) == written);
            CHECK(lesson::parse_value(written) == Value(number));
        }
    }

    TEST_CASE("a call stands in the caller's code as a programmer writes it") {
        CHECK(lesson::call_in_cpp({Operation::Kind::throw_, {}, "ValueError"}) == "coro.throw_(value_error());");
        CHECK(lesson::call_in_python({Operation::Kind::send, 20LL, {}}) == "coro.send(20)");
        CHECK(lesson::call_in_cpp({Operation::Kind::send, {}, {}}) == "coro.send(std::nullopt);");
    }
}

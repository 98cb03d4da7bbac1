#include "lesson/operation.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "lesson/run.hpp"

TEST_SUITE("lesson/operation") {
    using lesson::Operation;
    using lesson::Value;

    TEST_CASE("a script reads back as it was written") {
        for (const char* script : {"", "next", "next,send:10,send:2.5,send:None,send:word,throw:ValueError,close,drop",
                                   "send:a%2Cb%25", "send:'10'", "send:1.0", "send:-3", "send:1e999", "send:-1e999",
                                   "send:inf", "send:' a\\b'", "send:''x''"}) {
            CAPTURE(script);
            const lesson::ScriptReading reading = lesson::read_script(script);
            REQUIRE(reading.refusal.empty());
            CHECK(lesson::write_script(reading.script) == script);
            CHECK(lesson::read_script(lesson::write_script(reading.script)).script == reading.script);
        }
    }

    TEST_CASE("blanks around operations are not theirs") {
        const lesson::ScriptReading reading = lesson::read_script(" next , send:10 ,throw: ValueError,close ");
        CHECK(reading.refusal.empty());
        CHECK(lesson::write_script(reading.script) == "next,send:10,throw:ValueError,close");
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
        CHECK(lesson::parse_value("9223372036854775807") == Value(INT64_MAX));
        CHECK(lesson::parse_value("-9223372036854775808") == Value(INT64_MIN));
        CHECK(lesson::parse_value("9223372036854775808") == Value(9223372036854775808.0));
        CHECK(lesson::parse_value("2.5") == Value(2.5));
        CHECK(lesson::parse_value("1_000") == Value(1000LL));
        CHECK(lesson::parse_value("_1") == Value(std::string("_1")));
        CHECK(lesson::parse_value("1__0") == Value(std::string("1__0")));
        CHECK(lesson::parse_value("1e400") == Value(HUGE_VAL));
        CHECK(lesson::parse_value("-" + std::string(400, '9')) == Value(-HUGE_VAL));
        CHECK(lesson::parse_value("None") == Value());
        CHECK(lesson::parse_value("") == Value());
        CHECK(lesson::parse_value("'10'") == Value(std::string("10")));
        CHECK(lesson::parse_value("e") == Value(std::string("e")));
        CHECK(lesson::repr(Value(10.0)) == "10.0");
        CHECK(lesson::repr(Value(0.1)) == "0.1");
        CHECK(lesson::repr(Value(std::string("it's"))) == "\"it's\"");
        CHECK(lesson::repr(Value(std::string("a\tb\r\n\x01"))) == R"('a\tb\r\n\x01')");
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

    TEST_CASE("the caller's C++ is what is called for the lesson's kind of coroutine") {
        const auto calls = [](std::string_view id, std::string_view script) {
            const lesson::Run run(*lesson::find_lesson(id), lesson::read_script(script).script);
            std::vector<std::string> all;
            for (std::size_t i = 0; i < run.script().size(); ++i) all.push_back(run.call_in_cpp(static_cast<int>(i)));
            if (!run.is_dropped()) all.push_back(run.call_in_cpp(static_cast<int>(run.script().size())));
            return all;
        };
        using Calls = std::vector<std::string>;
        const std::string on = "if (at != coro.end()) ++at;";
        for (const char* id :
             {"numbers", "reading", "fibonacci"}) { // a generator<T>, which has no next() and no send()
            CAPTURE(id);
            CHECK(calls(id, "next,next,send:None") == Calls{"auto at = coro.begin();", on, on, "} // ~coro()"});
            CHECK(calls(id, "next,close,next") == Calls{"auto at = coro.begin();", "} // ~coro()", on, "} // ~coro()"});
            CHECK(calls(id, "drop") == Calls{"} // ~coro()"});
        }
        for (const char* id : {"turns", "loop"}) // nothing can be sent where Send is void
            CHECK(calls(id, "next,send:5,send:None,throw:ValueError,close") ==
                  Calls{"coro.next();", "coro.send(std::monostate());", "coro.send(std::nullopt);",
                        "coro.throw_(value_error());", "coro.close();", "} // ~coro()"});
        CHECK(calls("average", "next,send:5,drop,next") ==
              Calls{"coro.next();", "coro.send(5);", "} // ~coro()", "coro.next();"});
    }

    TEST_CASE("a call stands in the caller's code as a programmer writes it") {
        CHECK(lesson::call_in_cpp({Operation::Kind::throw_, {}, "ValueError"}) == "coro.throw_(value_error());");
        CHECK(lesson::call_in_python({Operation::Kind::send, 20LL, {}}) == "coro.send(20)");
        CHECK(lesson::call_in_cpp({Operation::Kind::send, {}, {}}) == "coro.send(std::nullopt);");
        const Operation quoted{Operation::Kind::send, std::string("say \"a\\b\"\t\x01"), {}};
        CHECK(lesson::call_in_cpp(quoted) == R"(coro.send("say \"a\\b\"\t\001");)");
        CHECK(lesson::call_in_python(quoted) == R"(coro.send('say "a\\b"\t\x01'))");
        CHECK(lesson::call_in_cpp({Operation::Kind::send, INT64_MIN, {}}) == "coro.send(LLONG_MIN);");
        const Operation endless{Operation::Kind::send, -HUGE_VAL, {}};
        CHECK(lesson::call_in_cpp(endless) == "coro.send(-INFINITY);");
        CHECK(lesson::call_in_python(endless) == "coro.send(float('-inf'))");
    }
}

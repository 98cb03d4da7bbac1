#include "widget/coroutine_widget.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "lab/session.hpp"
#include "widget/coroutine_testing.hpp"

using namespace coroutine_testing;

TEST_SUITE("widget/coroutine_widget") {
    TEST_CASE("run goes to the end: the lecture's output as one text and line by line") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,send:10,send:20,send:30,send:40,send:50,send:None").empty());
        CHECK(fact(coroutine, "output") == "");
        REQUIRE(coroutine.press("run").empty());
        CHECK(fact(coroutine, "output.1") == "받은 값: 10, 현재 평균: 10.0");
        CHECK(fact(coroutine, "output.6") == "코루틴 종료.");
        CHECK(fact(coroutine, "output.7") == "코루틴이 종료되었습니다.");
        CHECK(fact(coroutine, "output.8") == "(none)");
        CHECK(fact(coroutine, "state") == "freed");
        CHECK(fact(coroutine, "frame.count") == "0");
        CHECK(std::stoi(fact(coroutine, "frame_bytes")) > 0);
    }

    TEST_CASE("forward, back, step over and the slider walk the same record") {
        auto coroutine = make();
        CHECK_FALSE(coroutine.press("back").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "state") == "suspended");
        const std::string at_yield = fact(coroutine, "step");
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.press("back").empty());
        CHECK(fact(coroutine, "step") == at_yield);
        CHECK(fact(coroutine, "outcome") == "value");
        REQUIRE(coroutine.set("step", "3").empty());
        CHECK(fact(coroutine, "line.cpp") == "2");
        CHECK_FALSE(coroutine.set("step", "100000").empty());
        REQUIRE(coroutine.press("run").empty());
        CHECK_FALSE(enabled(coroutine, "forward"));
    }

    TEST_CASE("stepping over stops wherever a coroutine is suspended or over, also between two coroutines") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "turns").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "flight") == "'철수'");
        CHECK(fact(coroutine, "flight.way") == "up");
        CHECK(fact(coroutine, "flight.along") == "take_turns,speaker");
        CHECK(fact(coroutine, "outcome") == "(none)");
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "outcome") == "value");
        CHECK(fact(coroutine, "flight.along") == "caller,take_turns");
        int stops = 2;
        while (enabled(coroutine, "step_over")) {
            REQUIRE(coroutine.press("step_over").empty());
            ++stops;
        }
        CHECK(coroutine.step_number() + 1 == static_cast<int>(coroutine.run().steps().size()));
        CHECK(stops == std::ranges::count_if(coroutine.run().steps(), &lesson::Step::is_suspension));
    }

    TEST_CASE("close, throw and drop are done to the coroutine; after a drop nothing more can be") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("op_throw").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "outcome") == "error");
        REQUIRE(coroutine.press("op_close").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "outcome") == "none");
        REQUIRE(coroutine.press("op_drop").empty());
        CHECK_FALSE(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == "next,throw:ValueError,close,drop");
    }

    TEST_CASE("an ending is chosen by its name and fills in the operations, which tell what the ending is") {
        auto coroutine = make();
        CHECK(value(coroutine, "ending") == "exit");
        REQUIRE(coroutine.set("ending", "again").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:20,send:30,send:40,send:50,send:None,next,next,send:60");
        CHECK(fact(coroutine, "step") == "0");
        CHECK(fact(coroutine, "branches") == "1");
        REQUIRE(coroutine.press("run").empty());
        CHECK(fact(coroutine, "output.6") == "코루틴 종료.");
        CHECK(fact(coroutine, "output.7") == "(none)");
        REQUIRE(coroutine.set("ops", "next").empty());
        CHECK(value(coroutine, "ending") == "");
        REQUIRE(coroutine.set("ending", "").empty());
        CHECK(value(coroutine, "ops") == "next");
        CHECK_FALSE(coroutine.set("ending", "explode").empty());
        REQUIRE(coroutine.set("lesson", "pipeline").empty());
        CHECK_FALSE(enabled(coroutine, "ending"));
        REQUIRE(coroutine.set("lesson", "numbers").empty());
        CHECK(value(coroutine, "ending") == "loop");
    }

    TEST_CASE("a generator is closed and sent None, but not sent a value") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "numbers").empty());
        CHECK_FALSE(enabled(coroutine, "op_send"));
        CHECK_FALSE(enabled(coroutine, "op_throw"));
        REQUIRE(coroutine.set("value", "None").empty());
        CHECK(enabled(coroutine, "op_send"));
        REQUIRE(coroutine.set("ops", "next,send:None,close").empty());
        CHECK_FALSE(coroutine.set("ops", "next,throw:ValueError").empty());
    }

    TEST_CASE("a script that makes no sense, or that this lesson cannot do, is refused and changes nothing") {
        auto coroutine = make();
        const std::string before = value(coroutine, "ops");
        CHECK_FALSE(coroutine.set("ops", "next,jump").empty());
        CHECK(value(coroutine, "ops") == before);
        REQUIRE(coroutine.set("lesson", "fibonacci").empty());
        CHECK_FALSE(coroutine.set("ops", "next,send:1").empty());
        CHECK_FALSE(enabled(coroutine, "op_send"));
        std::string long_script = "next";
        for (int i = 0; i < 30; ++i) long_script += ",next";
        CHECK_FALSE(coroutine.set("ops", long_script).empty());
    }

    TEST_CASE(
        "at the end of a run operations are added until there are as many as the lesson takes, and not one more") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "fibonacci").empty());
        std::string script = "next";
        for (int i = 1; i < 29; ++i) script += ",next";
        REQUIRE(coroutine.set("ops", script).empty());
        REQUIRE(coroutine.press("run").empty());
        CHECK(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == script + ",next");
        REQUIRE(coroutine.press("run").empty());
        CHECK(coroutine.press("op_next").en == "This lesson takes at most 30 operations; there are 30.");
    }

    TEST_CASE("lesson, script and step are in the link, and a link opens them again") {
        const auto registry = [] {
            return lab::Registry{{"coroutine", text::Line::same("c"),
                                  [] { return std::make_unique<widget::CoroutineWidget>(widget::Surroundings{}); }}};
        };
        lab::Session session(registry(), "w=coroutine&lesson=pipeline&ops=next,send:7&step=5", text::Language::en);
        CHECK(session.describe().notices.empty());
        CHECK(session.link() == "w=coroutine&lesson=pipeline&ops=next,send:7&step=5");
        lab::Session again(registry(), session.link(), text::Language::en);
        CHECK(again.describe().sentence == session.describe().sentence);
        lab::Session bad(registry(), "w=coroutine&ops=fly&step=99999", text::Language::en);
        CHECK(bad.describe().notices.size() == 2);
    }
}

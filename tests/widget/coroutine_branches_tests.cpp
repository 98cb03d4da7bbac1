#include "widget/coroutine_branches.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "lab/session.hpp"
#include "widget/coroutine_testing.hpp"

using namespace coroutine_testing;

TEST_SUITE("widget/coroutine_branches") {
    TEST_CASE("another operation after stepping back makes a branch, and both stay") {
        auto coroutine = make();
        const std::string first = value(coroutine, "ops");
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("value", "60").empty());
        REQUIRE(coroutine.press("op_send").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:60");
        CHECK(fact(coroutine, "branches") == "2");
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "output.2") == "받은 값: 60, 현재 평균: 35.0");
        REQUIRE(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:60,next");
        CHECK(fact(coroutine, "branches") == "2"); // the same branch, longer
        CHECK(fact(coroutine, "branch") == "2");
        REQUIRE(coroutine.set("branch", "1").empty());
        CHECK(value(coroutine, "ops") == first);
        CHECK(fact(coroutine, "branch") == "1");
        const lab::Table branches = table(coroutine.describe(), "branches");
        REQUIRE(branches.rows.size() == 2);
        CHECK(branches.rows[1][1].en == "next,send:10,send:60,next");
        REQUIRE(coroutine.set("branch", "2").empty());
        CHECK(value(coroutine, "ops") == "next,send:10,send:60,next");
    }

    TEST_CASE("the operation that comes next anyway goes on in the same branch") {
        auto coroutine = make();
        const std::string own = value(coroutine, "ops");
        REQUIRE(coroutine.press("op_next").empty());
        REQUIRE(coroutine.set("value", "10").empty());
        REQUIRE(coroutine.press("op_send").empty());
        CHECK(value(coroutine, "ops") == own);
        CHECK(fact(coroutine, "branches") == "1");
        CHECK(fact(coroutine, "step_sentence") == "`coro.send(10)` is called.");
        REQUIRE(coroutine.set("value", "10.0").empty());
        REQUIRE(coroutine.press("back").empty());
        REQUIRE(coroutine.press("op_send").empty());
        CHECK(value(coroutine, "ops") == "next,send:10.0");
        CHECK(fact(coroutine, "branches") == "2");
    }

    TEST_CASE("a script from a link takes the place of the one that nobody has seen") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,send:10").empty());
        CHECK(fact(coroutine, "branches") == "1");
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("ops", "next,close").empty());
        CHECK(fact(coroutine, "branches") == "2"); // the first was stepped through
    }

    TEST_CASE("a script that was stepped through stays when another is written, also from its first step") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.press("back").empty());
        REQUIRE(coroutine.set("ops", "next,close").empty());
        CHECK(fact(coroutine, "branches") == "2");
    }

    TEST_CASE("after a restart the branches made before are still there, and what is done next is another") {
        auto coroutine = make();
        const std::string own = value(coroutine, "ops");
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("value", "60").empty());
        REQUIRE(coroutine.press("op_send").empty());
        REQUIRE(coroutine.press("reset").empty());
        CHECK(value(coroutine, "ops") == own);
        CHECK(value(coroutine, "step") == "0");
        CHECK(fact(coroutine, "branch") == "1");
        CHECK(fact(coroutine, "branches") == "2");
        REQUIRE(coroutine.press("op_next").empty());
        REQUIRE(coroutine.press("op_close").empty());
        const lab::Table branches = table(coroutine.describe(), "branches");
        REQUIRE(branches.rows.size() == 3);
        CHECK(branches.rows[0][1].en == own);
        CHECK(branches.rows[1][1].en == "next,send:60");
        CHECK(branches.rows[2][1].en == "next,close");
        REQUIRE(coroutine.set("branch", "2").empty());
        CHECK(value(coroutine, "ops") == "next,send:60");
    }

    TEST_CASE(
        "a restart brings the lesson's own operations back when they were added to, and keeps the longer script") {
        auto coroutine = make();
        const std::string own = value(coroutine, "ops");
        REQUIRE(coroutine.press("run").empty());
        REQUIRE(coroutine.press("op_next").empty());
        CHECK(fact(coroutine, "branches") == "1"); // the same branch, longer
        REQUIRE(coroutine.press("reset").empty());
        CHECK(value(coroutine, "ops") == own);
        CHECK(fact(coroutine, "branches") == "2");
        REQUIRE(coroutine.set("branch", "1").empty());
        CHECK(value(coroutine, "ops") == own + ",next");
    }

    TEST_CASE("a restart asks for predictions anew; other branches keep theirs") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "error").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("op_next").empty());
        CHECK(fact(coroutine, "predictions.wrong") == "1");
        REQUIRE(coroutine.press("reset").empty());
        CHECK(fact(coroutine, "predictions.wrong") == "0");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(asked(coroutine));
        CHECK(value(coroutine, "predict") == "");
        REQUIRE(coroutine.set("branch", "2").empty());
        CHECK(fact(coroutine, "predictions.wrong") == "1");
    }

    TEST_CASE("the link tells the operations and the step of the branch that is shown, after a restart, too") {
        const lab::Registry registry{{"coroutine", text::Line::same("c"), [] {
                                          return std::make_unique<widget::CoroutineWidget>(widget::Surroundings{});
                                      }}};
        lab::Session session(registry, "w=coroutine&ops=next,send:7&step=5", text::Language::en);
        REQUIRE(session.press("reset").empty());
        CHECK(session.link() == "w=coroutine");
        REQUIRE(session.press("op_next").empty());
        CHECK(session.link() == "w=coroutine&step=1");
        REQUIRE(session.set("branch", "1").empty());
        CHECK(session.link() == "w=coroutine&ops=next,send:7&step=1");
        lab::Session again(registry, session.link(), text::Language::en);
        CHECK(again.describe().sentence == session.describe().sentence);
    }

    TEST_CASE("an operation that makes a script that is there already shows that one, and no script is there twice") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,close").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("ops", "next").empty());
        REQUIRE(coroutine.press("run").empty());
        REQUIRE(coroutine.press("op_close").empty());
        CHECK(value(coroutine, "ops") == "next,close");
        CHECK(fact(coroutine, "branch") == "1");
        CHECK(fact(coroutine, "branches") == "2");
    }
}

#include "widget/coroutine_widget.hpp"

#include <doctest/doctest.h>

#include <string>

#include "widget/coroutine_testing.hpp"

using namespace coroutine_testing;

TEST_SUITE("widget/coroutine_predictions") {
    TEST_CASE("a prediction is asked where an operation begins that hands something back, and judged at its outcome") {
        auto coroutine = make();
        CHECK(fact(coroutine, "predictions.steps").starts_with("1,9,"));
        CHECK_FALSE(asked(coroutine));
        REQUIRE(coroutine.press("forward").empty());
        CHECK(asked(coroutine));
        CHECK(coroutine.describe().sentence.en.ends_with("Say first what will come back."));
        REQUIRE(coroutine.set("predict", "value").empty());
        CHECK_FALSE(coroutine.describe().sentence.en.ends_with("Say first what will come back."));
        CHECK(fact(coroutine, "prediction") == "(none)");
        REQUIRE(coroutine.press("forward").empty());
        CHECK_FALSE(asked(coroutine)); // only at the marked step
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "prediction") == "right");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(asked(coroutine));
        CHECK(value(coroutine, "predict") == "");
        REQUIRE(coroutine.set("predict", "error").empty());
        REQUIRE(coroutine.press("step_over").empty());
        CHECK(fact(coroutine, "prediction") == "wrong");
        CHECK(fact(coroutine, "predictions.right") == "1");
        CHECK(fact(coroutine, "predictions.wrong") == "1");
        const lab::Table history = table(coroutine.describe(), "history");
        CHECK(history.rows[0][1].en == "A value · as predicted");
        CHECK(history.rows[1][1].en == "An error · not as predicted");
        CHECK(history.rows[2][1].en == "?");
        CHECK(history.rows[2][2].en == "not yet");
    }

    TEST_CASE(
        "where it is asked what comes back, the sentence tells the call only; the reason comes with the outcome") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "mistakes").empty());
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(asked(coroutine));
        CHECK(coroutine.describe().sentence.en == "`coro.send('hello')` is called. Say first what will come back.");
        CHECK(coroutine.describe().sentence.ko ==
              "`coro.send('hello')`를 호출합니다. 무엇이 돌아올지 먼저 예측해 보십시오.");
        CHECK(fact(coroutine, "step_sentence") == "`coro.send('hello')` is called.");
        REQUIRE(coroutine.set("predict", "value").empty());
        CHECK(coroutine.describe().sentence.en == "`coro.send('hello')` is called."); // may still be said differently
        REQUIRE(coroutine.press("forward").empty());
        CHECK(coroutine.describe().sentence.en ==
              "`coro.send('hello')`: it does not wait at a yield yet, so nothing can take the value; next() must come "
              "first. The caller gets TypeError: can't send non-None value to a just-started generator "
              "(not as predicted)");
        REQUIRE(coroutine.press("back").empty());
        CHECK(coroutine.describe().sentence.en.starts_with("`coro.send('hello')`: it does not wait at a yield"));
    }

    TEST_CASE("a call on one that is over is told as any other until its outcome is seen") {
        auto coroutine = make();
        REQUIRE(coroutine.set("lesson", "mistakes").empty());
        const int call = coroutine.run().call_of(5);
        REQUIRE(coroutine.set("step", std::to_string(call)).empty());
        CHECK(fact(coroutine, "step_sentence") == "`next(coro)` is called.");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(fact(coroutine, "step_sentence") ==
              "`next(coro)`: the coroutine is over; there is nothing to resume. The caller gets StopIteration.");
    }

    TEST_CASE("the first step behind a call that started the coroutine says so, as the call itself did not") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        CHECK(fact(coroutine, "step_sentence") == "`next(coro)` is called.");
        REQUIRE(coroutine.press("forward").empty());
        CHECK(fact(coroutine, "step_sentence") ==
              "`next(coro)` starts the coroutine: its body runs from the first line. coroutine_processor: C++ "
              "line 1 runs next.");
    }

    TEST_CASE("whoever has seen the outcome can say nothing any more; what was said stays") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "stop").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("step", "1").empty());
        CHECK_FALSE(asked(coroutine));
        CHECK_FALSE(coroutine.set("predict", "value").empty());
        CHECK(value(coroutine, "predict") == "stop");
        CHECK(fact(coroutine, "predictions.wrong") == "1");
        auto other = make();
        REQUIRE(other.press("run").empty());
        REQUIRE(other.set("step", "1").empty());
        CHECK_FALSE(asked(other));
    }

    TEST_CASE("close and drop hand back nothing that could be foretold") {
        auto coroutine = make();
        REQUIRE(coroutine.set("ops", "next,close").empty());
        CHECK(fact(coroutine, "predictions.steps") == "1");
        REQUIRE(coroutine.set("step", std::to_string(coroutine.run().call_of(1))).empty());
        CHECK_FALSE(asked(coroutine));
    }

    TEST_CASE("a branch takes along what was foretold before it, and the old branch keeps its own") {
        auto coroutine = make();
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "value").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.press("forward").empty());
        REQUIRE(coroutine.set("predict", "error").empty());
        REQUIRE(coroutine.press("step_over").empty());
        REQUIRE(coroutine.set("step", "3").empty());
        REQUIRE(coroutine.press("op_next").empty());
        CHECK(value(coroutine, "ops") == "next,next");
        CHECK(fact(coroutine, "predictions.right") == "1");
        CHECK(fact(coroutine, "predictions.wrong") == "0");
        CHECK(asked(coroutine));
        REQUIRE(coroutine.set("branch", "1").empty());
        CHECK(fact(coroutine, "predictions.wrong") == "1");
    }
}

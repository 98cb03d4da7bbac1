#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lesson/run.hpp"

namespace {

using lesson::Coroutine;
using lesson::Outcome;
using lesson::Run;
using lesson::State;
using lesson::Step;

Run run_of(std::string_view id, std::string_view script) {
    return Run(*lesson::find_lesson(id), lesson::read_script(script).script);
}

const Step& step_at(const Run& run, int number) {
    return run.steps()[static_cast<std::size_t>(number)];
}

/// "total both numbers", the outermost first.
std::string along(const Step& step) {
    std::string names;
    for (const int id : step.flies_along) names += (names.empty() ? "" : " ") + step.find(id)->name;
    return names;
}

/// Each flight of an operation as "numbers^103" or "speaker_None", between its call and its outcome.
std::vector<std::string> inner_flights(const Run& run, int operation) {
    std::vector<std::string> flights;
    for (const Step& step : run.steps())
        if (step.operation == operation && step.kind != Step::Kind::call && step.kind != Step::Kind::outcome &&
            !step.flies_along.empty())
            flights.push_back(along(step) + (step.flies_up ? "^" : "_") + step.in_flight);
    return flights;
}

using Flights = std::vector<std::string>;

} // namespace

TEST_SUITE("lesson/flight") {
    TEST_CASE("what is sent goes down the whole chain of yield from, and what is yielded comes up all of it") {
        const Run run = run_of("pipeline", "next,send:100");
        const Step& call = step_at(run, run.call_of(1));
        CHECK(call.in_flight == "100");
        CHECK_FALSE(call.flies_up);
        CHECK(along(call) == "total both numbers");
        const Step& outcome = step_at(run, run.outcome_of(1));
        CHECK(outcome.in_flight == "2");
        CHECK(outcome.flies_up);
        CHECK(along(outcome) == "total both numbers");
        CHECK(inner_flights(run, 1).empty());
    }

    TEST_CASE("the first next() starts each of the chain, one step each") {
        const Run run = run_of("pipeline", "next");
        CHECK(along(step_at(run, run.call_of(0))) == "total");
        CHECK(inner_flights(run, 0) == Flights{"both_None", "numbers_None"});
    }

    TEST_CASE("what a delegate returns goes up to the one that delegates, before that one goes on") {
        const Run run = run_of("pipeline", "next,send:100,next");
        CHECK(inner_flights(run, 2) == Flights{"numbers^StopIteration(103)", "numbers_None"});
        const auto ends = std::ranges::find(run.steps(), Step::Kind::ends, &Step::kind);
        REQUIRE(ends != run.steps().end());
        CHECK(ends->find(ends->active)->name == "both");
        CHECK(ends->find(ends->active)->state == State::running);
        CHECK(ends->find(ends->flies_along.front())->state == State::finished);
        CHECK(ends->sentence.en == "numbers is over: both, which had resumed it, gets StopIteration(103).");
        CHECK((ends + 1)->kind == Step::Kind::resumed);
        CHECK((ends + 1)->sentence.en == "In both the `yield from` of C++ line 15 is over; `small` becomes 103.");
    }

    TEST_CASE("at the end of the pipeline each return goes up one level, the last to the caller") {
        const Run run = run_of("pipeline", "next,send:100,next,next,next");
        CHECK(inner_flights(run, 4) == Flights{"numbers^StopIteration(21)", "both^StopIteration(124)"});
        CHECK(along(step_at(run, run.outcome_of(4))) == "total");
        CHECK(step_at(run, run.outcome_of(4)).in_flight == "StopIteration(124)");
    }

    TEST_CASE("what is thrown in and not caught goes up one level after the other; what closes them does not") {
        const Run thrown = run_of("pipeline", "next,throw:ValueError");
        CHECK(along(step_at(thrown, thrown.call_of(1))) == "total both numbers");
        CHECK(inner_flights(thrown, 1) == Flights{"numbers^ValueError", "both^ValueError"});
        const auto ends = std::ranges::find(thrown.steps(), Step::Kind::ends, &Step::kind);
        CHECK(ends->outcome.kind == Outcome::Kind::raised);
        CHECK(ends->sentence.en ==
              "`coro.throw(ValueError())` raises ValueError at the `yield` of C++ line 4. numbers ends "
              "without catching ValueError, which goes up to both.");
        CHECK(step_at(thrown, thrown.outcome_of(1)).in_flight == "ValueError");
        for (const char* script : {"next,close", "next,drop", "next,throw:GeneratorExit"}) {
            CAPTURE(script);
            const Run closed = run_of("pipeline", script);
            CHECK(step_at(closed, closed.call_of(1)).in_flight == "GeneratorExit");
            CHECK(inner_flights(closed, 1).empty());
        }
    }

    TEST_CASE(
        "a StopIteration that leaks goes up as the RuntimeError that it becomes (PEP 479), and the step says so") {
        const Run run = run_of("pipeline", "next,throw:StopIteration");
        CHECK(inner_flights(run, 1) == Flights{"numbers^RuntimeError", "both^RuntimeError"});
        const auto ends = std::ranges::find(run.steps(), Step::Kind::ends, &Step::kind);
        CHECK(ends->sentence.en.ends_with(
            "numbers lets a StopIteration out: it becomes a RuntimeError (PEP 479), which goes up to both."));
        CHECK((ends + 1)->sentence.en == "both ends without catching RuntimeError, which goes up to total.");
    }

    TEST_CASE("an error that a delegate raises by itself goes up one level after the other, too") {
        const Run run = run_of("pipeline", "next,send:abc");
        CHECK(inner_flights(run, 1) == Flights{"numbers^TypeError", "both^TypeError"});
        CHECK(along(step_at(run, run.outcome_of(1))) == "total");
    }

    TEST_CASE("a coroutine that another one resumes hands up to that one, not to the caller") {
        const Run run = run_of("turns", "next,next");
        CHECK(inner_flights(run, 0) == Flights{"speaker_None", "speaker^'철수'"});
        const auto yields = std::ranges::find(run.steps(), Step::Kind::yields, &Step::kind);
        REQUIRE(yields != run.steps().end());
        CHECK(yields->find(yields->active)->name == "take_turns");
        CHECK(yields->find(yields->flies_along.front())->state == State::suspended);
        CHECK(yields->sentence.en ==
              "`yield` hands '철수' to take_turns, not to the caller; speaker is suspended on C++ line 4.");
        CHECK(along(step_at(run, run.outcome_of(0))) == "take_turns");
        const Run all = run_of("turns", "next,next,next,next,next,next");
        CHECK(inner_flights(all, 4).back() == "speaker^'철수'");
        CHECK(std::ranges::count(inner_flights(all, 5), "speaker^StopIteration") == 2);
    }

    TEST_CASE("the odd elements, too, are seen on their way from fibonacci to even") {
        const Run run = run_of("fibonacci", "next,next");
        CHECK(inner_flights(run, 0) == Flights{"fibonacci_None", "fibonacci^0"});
        CHECK(inner_flights(run, 1) == Flights{"fibonacci_None", "fibonacci^1", "fibonacci_None", "fibonacci^1",
                                               "fibonacci_None", "fibonacci^2"});
    }

    TEST_CASE("a coroutine that is dropped by another hands up nothing") {
        for (const char* lesson : {"turns", "loop", "fibonacci"}) {
            CAPTURE(lesson);
            const Run run = run_of(lesson, "next,next,drop");
            CHECK(inner_flights(run, 2).empty());
            if (lesson::find_lesson(lesson)->has_protocol)
                CHECK(inner_flights(run_of(lesson, "next,next,throw:ValueError"), 2).empty());
        }
    }

    TEST_CASE("nothing flies to a coroutine that is over, and nothing comes from it") {
        const Run over = run_of("mistakes", "send:hello,next,send:self,close,send:stop,next"); // and dropped at the end
        const Run closed = run_of("average", "next,close,send:5,throw:ValueError,close,drop,next");
        const auto check_none = [](const Run& run, int operation) {
            CAPTURE(operation);
            for (const int number : {run.call_of(operation), run.outcome_of(operation)}) {
                CHECK(step_at(run, number).operation == operation);
                CHECK(step_at(run, number).in_flight == "");
                CHECK(step_at(run, number).flies_along.empty());
            }
        };
        for (const int operation : {5, 6}) check_none(over, operation);
        for (const int operation : {2, 3, 4, 5, 6}) check_none(closed, operation);
        for (const int operation : {6, 7})
            check_none(run_of("numbers", "next,next,next,next,next,next,next"), operation);
        const Step& before = step_at(closed, closed.call_of(1)); // of one that waits it does
        CHECK(before.in_flight == "GeneratorExit");
        CHECK(along(before) == "coroutine_processor");
    }

    TEST_CASE("into one that has not begun nothing is thrown when it is closed or dropped, but throw() throws") {
        for (const lesson::Lesson& each : lesson::all_lessons())
            for (const char* script : {"close", "drop", ""}) {
                CAPTURE(each.id);
                CAPTURE(script);
                const Run run = run_of(each.id, script);
                CHECK(step_at(run, run.call_of(0)).in_flight == "");
                CHECK(step_at(run, run.call_of(0)).flies_along.empty());
            }
        const Run thrown = run_of("average", "throw:ValueError,drop");
        CHECK(step_at(thrown, thrown.call_of(0)).in_flight == "ValueError");
        CHECK(step_at(thrown, thrown.outcome_of(0)).in_flight == "ValueError");
        CHECK(step_at(thrown, thrown.call_of(1)).in_flight == "");
        const Run sent = run_of("average", "send:5");
        CHECK(step_at(sent, sent.call_of(0)).in_flight == "5");
        const Run started = run_of("average", "next,drop");
        CHECK(step_at(started, started.call_of(1)).in_flight == "GeneratorExit");
    }

    TEST_CASE("whatever flies, flies between coroutines that are there, and in every lesson something does") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const Run run(each, lesson::read_script(each.script).script);
            int flights = 0;
            for (const Step& step : run.steps()) {
                flights += step.flies_along.empty() ? 0 : 1;
                for (std::size_t i = 0; i < step.flies_along.size(); ++i) {
                    const Coroutine* const coroutine = step.find(step.flies_along[i]);
                    REQUIRE(coroutine != nullptr);
                    if (i > 0) CHECK(coroutine->resumed_by == step.flies_along[i - 1]);
                }
            }
            CHECK(flights > 5);
        }
    }

    TEST_CASE("in every lesson the bytes told as changed are those that differ from the step before") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const Run run(each, lesson::read_script(each.script).script);
            for (std::size_t i = 1; i < run.steps().size(); ++i)
                for (const Coroutine& now : run.steps()[i].coroutines) {
                    const Coroutine* const before = run.steps()[i - 1].find(now.id);
                    if (before == nullptr || before->frame.bytes.empty() || now.frame.bytes.empty()) continue;
                    std::vector<bool> differs(now.frame.bytes.size());
                    for (std::size_t byte = 0; byte < differs.size(); ++byte)
                        differs[byte] = now.frame.bytes[byte] != before->frame.bytes[byte];
                    CHECK(now.frame.changed == differs);
                }
        }
    }
}

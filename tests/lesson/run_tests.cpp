#include "lesson/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "lesson/refusal.hpp"
#include "lesson/shown.hpp"

namespace {

using lesson::Coroutine;
using lesson::Outcome;
using lesson::Run;
using lesson::State;
using lesson::Step;

Run run_of(std::string_view id, std::string_view script) {
    const lesson::ScriptReading reading = lesson::read_script(script);
    REQUIRE(reading.refusal.empty());
    return Run(*lesson::find_lesson(id), reading.script);
}

Run run_of(std::string_view id) {
    return run_of(id, lesson::find_lesson(id)->script);
}

std::string whole_output(const Run& run) {
    return run.output(static_cast<int>(run.steps().size()) - 1);
}

const Step& after(const Run& run, int operation) {
    return run.steps()[static_cast<std::size_t>(run.outcome_of(operation))];
}

const lesson::Local* find_local(const Coroutine& coroutine, std::string_view name) {
    const auto found = std::ranges::find(coroutine.locals, name, &lesson::Local::name);
    return found == coroutine.locals.end() ? nullptr : &*found;
}

const Coroutine* find_name(const Step& step, std::string_view name) {
    const auto found = std::ranges::find(step.coroutines, name, &Coroutine::name);
    return found == step.coroutines.end() ? nullptr : &*found;
}

constexpr const char* averages =
    "받은 값: 10, 현재 평균: 10.0\n받은 값: 20, 현재 평균: 15.0\n받은 값: 30, 현재 평균: 20.0\n"
    "받은 값: 40, 현재 평균: 25.0\n받은 값: 50, 현재 평균: 30.0\n";
constexpr const char* sends = "next,send:10,send:20,send:30,send:40,send:50";

} // namespace

TEST_SUITE("lesson/run") {
    TEST_CASE("the running average prints the lecture's lines exactly, and the last one at the drop") {
        const Run run = run_of("average");
        const std::string until_drop = std::string(averages) + "코루틴 종료.\n";
        CHECK(run.output(run.outcome_of(6)) == until_drop);
        CHECK(whole_output(run) == until_drop + "코루틴이 종료되었습니다.\n");
    }

    TEST_CASE("the running average ends as in Python, whichever way it is ended") {
        const std::string all = std::string(sends) + ",send:None";
        const std::string ended = std::string(averages) + "코루틴 종료.\n";
        CHECK(whole_output(run_of("average", all + ",close")) == ended + "코루틴이 종료되었습니다.\n");
        CHECK(whole_output(run_of("average", all + ",drop")) == ended + "코루틴이 종료되었습니다.\n");
        const Run over = run_of("average", all + ",next");
        CHECK(whole_output(over) == ended);
        CHECK(after(over, 7).outcome.kind == Outcome::Kind::returned);
        CHECK(whole_output(run_of("average", std::string(sends) + ",drop")) ==
              std::string(averages) + "코루틴이 종료되었습니다.\n");
        CHECK(whole_output(run_of("average", "")) == "");
        CHECK(whole_output(run_of("average", "close")) == "");
    }

    TEST_CASE("a step is found again by running the same script again") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const Run one = run_of(each.id);
            const Run two = run_of(each.id);
            REQUIRE(one.steps().size() == two.steps().size());
            CHECK_FALSE(one.is_full());
            for (std::size_t i = 0; i < one.steps().size(); ++i) {
                CHECK(one.steps()[i].sentence == two.steps()[i].sentence);
                CHECK(one.steps()[i].cpp_line == two.steps()[i].cpp_line);
                for (std::size_t k = 0; k < one.steps()[i].coroutines.size(); ++k)
                    CHECK(one.steps()[i].coroutines[k].locals == two.steps()[i].coroutines[k].locals);
            }
        }
    }

    TEST_CASE("a longer script begins with the steps of the shorter one") {
        const Run shorter = run_of("average", "next,send:10");
        const Run longer = run_of("average", "next,send:10,send:20");
        const int end = shorter.outcome_of(1);
        CHECK(longer.outcome_of(1) == end);
        for (std::size_t i = 0; i <= static_cast<std::size_t>(end); ++i)
            CHECK(shorter.steps()[i].sentence == longer.steps()[i].sentence);
    }

    TEST_CASE("before the first next() the body has not run; behind it, it waits on the line of its yield") {
        const Run run = run_of("average");
        CHECK(run.steps().front().coroutines.front().state == State::created);
        CHECK(run.steps().front().coroutines.front().name == "coroutine_processor");
        const Coroutine& waiting = after(run, 0).coroutines.front();
        CHECK(waiting.state == State::suspended);
        CHECK(waiting.cpp_line == 6);
        CHECK(waiting.python_line == 6);
        CHECK(run.steps().back().coroutines.front().state == State::freed);
    }

    TEST_CASE("what is sent becomes the value of the yield, and the step says so in both languages") {
        const Run run = run_of("average");
        const Step& resumed = run.steps()[static_cast<std::size_t>(run.call_of(2)) + 1];
        CHECK(resumed.kind == Step::Kind::resumed);
        const lesson::Local* const data = find_local(resumed.coroutines.front(), "data");
        REQUIRE(data != nullptr);
        CHECK(data->value == "20");
        CHECK(data->changed);
        CHECK(data->type == "std::optional<Value>");
        CHECK(resumed.sentence.en ==
              "`coro.send(20)` resumed coroutine_processor inside the `yield` of C++ line 6; `data` becomes 20.");
        CHECK(resumed.sentence.ko.find("`data` = 20") != std::string::npos);
        CHECK(resumed.sentence_of_python.en ==
              "`coro.send(20)` resumed coroutine_processor inside the `yield` of Python line 6; `data` becomes 20.");
    }

    TEST_CASE("who resumes whom: a delegate is resumed by the one that delegates") {
        const Run run = run_of("pipeline");
        const Step& step = after(run, 1);
        const Coroutine* const total = find_name(step, "total");
        const Coroutine* const both = find_name(step, "both");
        const Coroutine* const numbers = find_name(step, "numbers");
        REQUIRE((total != nullptr && both != nullptr && numbers != nullptr));
        CHECK(total->resumed_by == Coroutine::caller);
        CHECK(both->resumed_by == total->id);
        CHECK(numbers->resumed_by == both->id);
        CHECK((total->delegates && both->delegates && !numbers->delegates));
    }

    TEST_CASE("a variable whose coroutine was moved on says so; one whose coroutine is over is closed") {
        const Run run = run_of("turns");
        int moved = 0;
        int closed = 0;
        for (const Step& step : run.steps()) {
            const Coroutine* const turns = find_name(step, "take_turns");
            const lesson::Local* const one = turns == nullptr ? nullptr : find_local(*turns, "one");
            if (one == nullptr) continue;
            const bool is_over = find_local(*turns, "turn") != nullptr && // "철수" or "영희" has nothing more to say
                                 find_local(*turns, "turn")->value != "yielded";
            if (turns->python_line == 15) CHECK(one->value == "<moved>"); // given back to `ready` on the line before
            if (turns->python_line == 14) CHECK(one->value == "<generator>");
            if (is_over) CHECK(one->value == "<closed>");
            moved += one->value == "<moved>" ? 1 : 0;
            closed += one->value == "<closed>" ? 1 : 0;
        }
        CHECK(moved >= 5);
        CHECK(closed >= 2);
        coro::generator<int> numbers = [](int n) -> coro::generator<int> { co_yield n; }(1);
        CHECK(lesson::shown_value(numbers) == "<generator>");
        const coro::generator<int> other = std::move(numbers);
        CHECK(lesson::shown_value(numbers) == "<moved>");
        CHECK(lesson::shown_value(other) == "<generator>");
    }

    TEST_CASE("an endless generator computes only what is asked for") {
        const Run run = run_of("fibonacci", "next,next");
        const Coroutine* const source = find_name(after(run, 1), "fibonacci");
        REQUIRE(source != nullptr);
        CHECK(find_local(*source, "a")->value == "2");
        CHECK(source->state == State::suspended);
        CHECK(whole_output(run) == "0\n2\n");
    }

    TEST_CASE("what goes wrong is an outcome with Python's words") {
        const Run run = run_of("mistakes");
        const auto is = [&](int operation, const char* error, const char* message) {
            CHECK(after(run, operation).outcome.error == error);
            CHECK(after(run, operation).outcome.message == message);
        };
        is(0, "TypeError", "can't send non-None value to a just-started generator");
        is(3, "RuntimeError", "generator ignored GeneratorExit");
        is(4, "RuntimeError", "generator raised StopIteration");
        CHECK(after(run, 5).outcome.kind == Outcome::Kind::returned);
        CHECK(whole_output(run).find("안에서: generator already executing\n") != std::string::npos);
    }

    TEST_CASE("what nobody can catch is said on standard error, which is no part of the output") {
        const Run run = run_of("mistakes", "next,drop");
        CHECK(whole_output(run) == "GeneratorExit를 무시합니다.\n");
        REQUIRE_FALSE(run.console().empty());
        CHECK(run.console().back().is_error);
        CHECK(run.console().back().text == "Exception ignored: RuntimeError: generator ignored GeneratorExit");
    }

    TEST_CASE("after a drop there is no variable any more") {
        const Run run = run_of("average", "next,drop,next");
        CHECK(after(run, 2).outcome.error == "NameError");
    }

    TEST_CASE("every lesson frees every frame by its last step") {
        for (const lesson::Lesson& each : lesson::all_lessons())
            for (const char* script : {"", "next", "next,next,next"}) {
                CAPTURE(each.id);
                const Run run = run_of(each.id, script);
                for (const Coroutine& coroutine : run.steps().back().coroutines) CHECK(coroutine.state == State::freed);
            }
    }

    TEST_CASE("the average takes ints and floats as Python does, and a str ends it with Python's error") {
        CHECK(whole_output(run_of("average", "next,send:10.5,send:20,send:10.0,close")) ==
              "받은 값: 10.5, 현재 평균: 10.5\n받은 값: 20, 현재 평균: 15.25\n받은 값: 10.0, 현재 평균: 13.5\n"
              "코루틴이 종료되었습니다.\n");
        const Run run = run_of("average", "next,send:10,send:word,send:5,next");
        CHECK(after(run, 2).outcome.error == "TypeError");
        CHECK(after(run, 2).outcome.message == "unsupported operand type(s) for +=: 'int' and 'str'");
        CHECK(after(run, 2).coroutines.front().state == State::freed);
        CHECK(after(run, 3).outcome.kind == Outcome::Kind::returned); // StopIteration, whatever is sent
        const Run mixed = run_of("average", "next,send:2.5,send:word");
        CHECK(after(mixed, 2).outcome.message == "unsupported operand type(s) for +=: 'float' and 'str'");
    }

    TEST_CASE("a sum that an int of 64 bits cannot hold goes on as a float") {
        const Run run = run_of(
            "average", "next,send:900000000000000000" + [] {
                std::string more;
                for (int i = 0; i < 10; ++i) more += ",send:900000000000000000";
                return more;
            }());
        CHECK(whole_output(run).find("현재 평균: 9e+17\n") != std::string::npos);
        CHECK(find_local(after(run, 11).coroutines.front(), "total")->value == "9.9e+18");
    }

    TEST_CASE("before the start and after the end it is the state that answers a send, not the value") {
        for (const char* id : {"average", "pipeline", "mistakes", "turns", "loop"})
            for (const char* value : {"1", "2.5", "word"}) {
                CAPTURE(id);
                CAPTURE(value);
                const Run run = run_of(id, "send:" + std::string(value) + ",close,send:" + value);
                CHECK(after(run, 0).outcome.error == "TypeError");
                CHECK(after(run, 0).outcome.message == "can't send non-None value to a just-started generator");
                CHECK(after(run, 0).coroutines[static_cast<std::size_t>(run.root())].state == State::created);
                CHECK(after(run, 2).outcome.kind == Outcome::Kind::returned);
            }
        CHECK(after(run_of("turns", "next,send:word"), 1).outcome.kind == Outcome::Kind::yielded);
        CHECK(after(run_of("mistakes", "next,send:5"), 1).outcome.kind == Outcome::Kind::yielded);
        CHECK(after(run_of("pipeline", "next,send:0.5,next,next,next"), 4).outcome.value == lesson::Value(24.5));
    }

    TEST_CASE("a generator takes next, send(None), close and drop; it has no way in for a value or an error") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            for (const char* script : {"next", "send:None", "close", "drop"})
                CHECK(lesson::refusal(each, lesson::read_script(script).script).empty());
            for (const char* script : {"send:5", "send:word", "throw:ValueError"})
                CHECK(lesson::refusal(each, lesson::read_script(script).script).empty() == each.has_protocol);
        }
        const Run run = run_of("numbers", "send:None,next,close,next,close");
        CHECK(after(run, 0).outcome.value == lesson::Value(1LL));
        CHECK(after(run, 1).outcome.value == lesson::Value(2LL));
        CHECK(after(run, 2).outcome.kind == Outcome::Kind::closed);
        CHECK(after(run, 2).coroutines.front().state == State::freed);
        CHECK(after(run, 3).outcome.kind == Outcome::Kind::returned);
        CHECK(after(run, 4).outcome.kind == Outcome::Kind::closed);
        CHECK(run.steps()[static_cast<std::size_t>(run.call_of(2))].in_flight == "");
    }

    TEST_CASE(
        "closing or dropping one that is over is told as what it is: nothing happens, and the frame is gone already") {
        const Run run = run_of("average", "next,close,close,drop");
        CHECK(after(run, 1).sentence.en == "It is closed; the frame is freed.");
        CHECK(after(run, 2).sentence.en == "Nothing happens: it was over already.");
        CHECK(after(run, 3).sentence.en == "The variable coro is gone; the frame was freed before.");
        CHECK(after(run, 3).sentence.ko == "변수 coro가 사라졌습니다. 프레임은 이미 해제되어 있었습니다.");
        CHECK(after(run_of("average", "next,drop"), 1).sentence.en == "The coroutine is gone; the frame is freed.");
        CHECK(after(run_of("average", "close"), 0).sentence.en == "It is closed; the frame is freed.");
    }
}

#include "lesson/refusal.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/cpython.hpp"
#include "lesson/run.hpp"

namespace {

using lesson::Lesson;
using lesson::Outcome;
using lesson::Script;
using lesson::State;

Script script_of(const std::string& written) {
    const lesson::ScriptReading reading = lesson::read_script(written);
    REQUIRE(reading.refusal.empty());
    return reading.script;
}

/// A lesson in some state, and what is done to it then.
struct Case {
    const Lesson& lesson;
    std::string before;
    std::string operation;

    Script script() const { return script_of(before.empty() ? operation : before + "," + operation); }
};

/// A lesson in every state: not begun, suspended here and there, closed, run to its end, failed, dropped.
std::vector<Case> cases_of(const Lesson& lesson) {
    std::vector<Case> cases;
    for (const char* before : {"", "next", "next,next", "next,close", "close", "next,drop", "drop", "whole"})
        for (const char* operation :
             {"next", "send:1", "send:2.5", "send:word", "send:None", "throw:ValueError", "throw:RuntimeError",
              "throw:StopIteration", "throw:GeneratorExit", "close", "drop"})
            cases.push_back(
                {lesson, before == std::string_view("whole") ? std::string(lesson.script) : before, operation});
    return cases;
}

/// How each lesson's coroutine is made; StringIO is what its own caller gives it.
std::string root_in_python(const Lesson& lesson) {
    const std::map<std::string_view, const char*> roots{
        {"average", "coroutine_processor()"},
        {"numbers", "gen_numbers(5)"},
        {"reading", "read_large_file(io.StringIO('첫째 줄\\n둘째 줄\\n셋째 줄\\n'))"},
        {"pipeline", "total()"},
        {"fibonacci", "even(fibonacci())"},
        {"mistakes", "stubborn()"},
        {"turns", "take_turns()"},
        {"loop", "event_loop()"}};
    REQUIRE(roots.contains(lesson.id));
    return roots.at(lesson.id);
}

/// Of one lesson; prints one line a case: "value|3" or "TypeError|can't …".
std::string python_of(const std::vector<Case>& cases) {
    std::string program =
        "import io, sys\nfrom collections import deque\nfrom heapq import heappop, heappush\n"
        "out = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')\nsys.stdout = io.StringIO()\n";
    for (const lesson::CodeLine& line : cases.front().lesson.code.python) program += std::string(line.text) + "\n";
    for (const Case& each : cases) {
        program += "coro = " + root_in_python(each.lesson) + "\n";
        const Script script = each.script();
        for (std::size_t i = 0; i < script.size(); ++i) {
            const bool is_drop = script[i].kind == lesson::Operation::Kind::drop;
            const bool is_last = i + 1 == script.size();
            program += "result = None\ntry: " + std::string(is_drop ? "" : "result = ") + call_in_python(script[i]);
            program += is_last ? "; print('value', repr(result), sep='|', file=out)\n" : "\n";
            program += "except BaseException as error: ";
            program += is_last ? "print(type(error).__name__, error, sep='|', file=out)\n" : "pass\n";
        }
    }
    return program + "out.flush()\n";
}

std::string told(const Outcome& outcome) {
    switch (outcome.kind) {
    case Outcome::Kind::raised:
        return outcome.error + "|" + outcome.message;
    case Outcome::Kind::returned: {
        const bool has_value = !std::holds_alternative<std::monostate>(outcome.value);
        return "StopIteration|" + (has_value ? lesson::str(outcome.value) : "");
    }
    default:
        return "value|" + lesson::repr(outcome.value);
    }
}

/// Whether there is a Hangul syllable (U+AC00 to U+D7A3) outside of quotes: what a program prints or yields is as it
/// is.
bool has_hangul(const std::string& text) {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '`' || text[i] == '\'') quoted = !quoted;
        if (text.compare(i, 3, "“") == 0 || text.compare(i, 3, "‘") == 0) quoted = true;
        if (text.compare(i, 3, "”") == 0 || text.compare(i, 3, "’") == 0) quoted = false;
        const auto lead = static_cast<unsigned char>(text[i]);
        if (!quoted && lead >= 0xEA && lead <= 0xED) return true;
    }
    return false;
}

void check_sentence(const text::Line& line) {
    CAPTURE(line.ko);
    CAPTURE(line.en);
    CHECK(has_hangul(line.ko));
    CHECK_FALSE(line.en.empty());
    CHECK_FALSE(has_hangul(line.en));
    for (const std::string& one : {line.ko, line.en})
        for (const char* unfinished : {"{", "을(를)", "이(가)", "은(는)", "(으)로", "  ", "``", "“”", "‘’", " ."})
            CHECK(one.find(unfinished) == std::string::npos);
}

} // namespace

TEST_SUITE("lesson/refusal") {
    TEST_CASE("whatever is done to a lesson in whatever state is done or refused with a sentence in both languages") {
        for (const Lesson& one : lesson::all_lessons())
            for (const Case& each : cases_of(one)) {
                CAPTURE(one.id);
                CAPTURE(each.before);
                CAPTURE(each.operation);
                const Script script = each.script();
                if (const text::Line refused = lesson::refusal(one, script); !refused.empty()) {
                    CHECK_FALSE(one.has_protocol);
                    check_sentence(refused);
                    continue;
                }
                const lesson::Run run(one, script);
                for (const lesson::Step& step : run.steps()) check_sentence(step.sentence);
            }
    }

    TEST_CASE("what comes of it is what CPython says, and a refusal tells what that is") {
        if (!has_python()) return;
        std::vector<std::string> programs;
        for (const Lesson& one : lesson::all_lessons()) programs.push_back(python_of(cases_of(one)));
        const std::vector<std::string> printed = printed_by_python(programs);
        for (std::size_t i = 0; i < printed.size(); ++i) {
            const Lesson& one = lesson::all_lessons()[i];
            std::istringstream answers(printed[i]);
            for (const Case& each : cases_of(one)) {
                CAPTURE(one.id);
                CAPTURE(each.before);
                CAPTURE(each.operation);
                std::string expected;
                REQUIRE(std::getline(answers, expected));
                const Script script = each.script();
                const text::Line refused = lesson::refusal(one, script);
                if (refused.empty()) {
                    const lesson::Run run(one, script);
                    const int last = run.outcome_of(static_cast<int>(script.size()) - 1);
                    CHECK(told(run.steps()[static_cast<std::size_t>(last)].outcome) == expected);
                    continue;
                }
                const std::string error = expected.substr(0, expected.find('|'));
                for (const std::string& sentence : {refused.ko, refused.en})
                    CHECK(sentence.find(error == "value" ? "next()" : error) != std::string::npos);
            }
        }
    }

    TEST_CASE("a generator's refusal says the call, what works, what Python would do here, and what takes it in C++") {
        const Lesson& numbers = *lesson::find_lesson("numbers");
        const auto refused = [&](const char* operation, State state) {
            return lesson::refusal(numbers, script_of(operation).front(), state);
        };
        CHECK(refused("send:60", State::suspended).en ==
              "`coro.send(60)`: a C++ generator, like std::generator, has no way in for a value or an error; next, "
              "send(None), close and drop work. Python would take it, but this code ignores what its yield returns, "
              "so it is the same as next(). In C++ it is send_generator that takes both.");
        CHECK(refused("throw:StopIteration", State::created).ko ==
              "`coro.throw(StopIteration())`: C++의 generator에는 std::generator처럼 값이나 오류가 들어갈 통로가 "
              "없습니다. next, send(None), close, drop은 할 수 있습니다. 파이썬에서는 본문이 실행되지 않고 호출자가 "
              "RuntimeError를 받습니다. C++에서 값과 오류를 받는 것은 send_generator입니다.");
        CHECK(refused("send:60", State::created).en.find("TypeError") != std::string::npos);
        CHECK(refused("send:60", State::freed).en.find("StopIteration") != std::string::npos);
        CHECK(refused("send:None", State::suspended).empty());
    }

    TEST_CASE("in a script the refusal tells of the state that the operations before have led to") {
        const Lesson& numbers = *lesson::find_lesson("numbers");
        const auto refused = [&](const char* script) { return lesson::refusal(numbers, script_of(script)).en; };
        CHECK(refused("send:1").find("is not waiting at a yield yet") != std::string::npos);
        CHECK(refused("next,send:1,next").find("the same as next()") != std::string::npos);
        CHECK(refused("next,next,next,next,next,next,send:1").find("it is already over") != std::string::npos);
        CHECK(refused("next,drop,send:1").empty()); // the variable is gone, in both languages
    }
}

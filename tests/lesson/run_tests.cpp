#include "lesson/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

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

} // namespace

TEST_SUITE("lesson/run") {
    TEST_CASE("the running average prints the lecture's lines exactly, and the last one at the drop") {
        const Run run = run_of("average");
        const std::string until_drop =
            "받은 값: 10, 현재 평균: 10.0\n받은 값: 20, 현재 평균: 15.0\n받은 값: 30, 현재 평균: 20.0\n"
            "받은 값: 40, 현재 평균: 25.0\n받은 값: 50, 현재 평균: 30.0\n코루틴 종료.\n";
        CHECK(run.output(run.outcome_of(6)) == until_drop);
        CHECK(whole_output(run) == until_drop + "코루틴이 종료되었습니다.\n");
    }
}

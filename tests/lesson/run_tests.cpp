#include "lesson/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
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

const lesson::Outcome& outcome(const Run& run, int operation) {
    return run.steps()[static_cast<std::size_t>(run.outcome_of(operation))].outcome;
}

const lesson::Local* find_local(const lesson::Coroutine& coroutine, std::string_view name) {
    const auto found = std::ranges::find(coroutine.locals, name, &lesson::Local::name);
    return found == coroutine.locals.end() ? nullptr : &*found;
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
    TEST_CASE("dump") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            const Run run = run_of(each.id);
            std::printf("== %s %zu steps\n%s", each.id.data(), run.steps().size(), whole_output(run).c_str());
            int n = 0;
            for (const Step& step : run.steps()) {
                std::printf("%3d op%d a%d L%d/%d %s%s | %s\n    %s\n", n++, step.operation, step.active, step.cpp_line, step.python_line,
                            step.flies_up ? "^" : "v", step.in_flight.c_str(), step.sentence.en.c_str(), step.sentence.ko.c_str());
                for (const auto& c : step.coroutines) {
                    std::printf("      #%d %s state%d line %d by %d %s size %zu:", c.id, c.name.c_str(), (int)c.state, c.cpp_line, c.resumed_by,
                                c.delegates ? "delegates" : "", c.frame_size);
                    for (const auto& l : c.locals) std::printf(" %s=%s@%td%s", l.name.c_str(), l.value.c_str(), l.offset, l.changed ? "*" : "");
                    for (const auto& f : c.frame.fields) if (f.kind == lesson::Field::Kind::index) std::printf(" INDEX@%zu=%d", f.offset, c.frame.bytes[f.offset]);
                    std::printf("\n");
                }
            }
        }
    }
}

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "lesson/cpython.hpp"
#include "lesson/refusal.hpp"
#include "lesson/run.hpp"

namespace {

std::vector<std::string> lines_of(const std::string& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string text_of(const std::string& file) {
    std::string text;
    for (const std::string& line : lines_of(file)) text += line + "\n";
    return text;
}

/// What stands between the lines //@begin and //@end.
std::vector<std::string> region_of(const std::string& file) {
    std::vector<std::string> region;
    bool inside = false;
    for (const std::string& line : lines_of(file)) {
        if (line == "//@end") inside = false;
        if (inside) region.push_back(line);
        if (line == "//@begin") inside = true;
    }
    return region;
}

std::string source(const lesson::Lesson& lesson, const char* ending) {
    return INTERLEAVE_SOURCE_DIR "/src/lesson/programs/" + std::string(lesson.id) + ending;
}

/// The lesson's Python functions, and the operations as its caller does them.
std::string python_of(const lesson::Lesson& lesson, const lesson::Script& script) {
    std::string program = "import sys\nsys.stdout.reconfigure(encoding='utf-8')\n";
    for (const lesson::CodeLine& line : lesson.code.python) program += std::string(line.text) + "\n";
    // The root is what the lesson's own program makes: the first call behind "# --- use" of its coroutine.
    program += lesson.id == "average" ? "coro = coroutine_processor()\n" : "coro = gen_numbers(5)\n";
    const std::string show = lesson.prints_values ? "    if value is not None: print(value)\n" : "";
    for (const lesson::Operation& operation : script) {
        const bool is_drop = operation.kind == lesson::Operation::Kind::drop;
        program += "try:\n    " + (is_drop ? "" : std::string("value = ")) + call_in_python(operation) + "\n";
        if (!is_drop) program += show;
        program += "except Exception: pass\n";
    }
    return program;
}

/// Up to the "//@12 …" at its end, and the blanks before that.
std::string without_marker(const std::string& line) {
    const std::string code = line.substr(0, line.find("//@"));
    return code.size() == line.size() ? line : code.substr(0, code.find_last_not_of(' ') + 1);
}

} // namespace

TEST_SUITE("lesson/code") {
    TEST_CASE("what is shown is what is compiled, without the probes") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            std::vector<std::string> compiled;
            for (const std::string& line : region_of(LESSON_WOVEN_DIR "/" + std::string(each.id) + ".cpp"))
                if (!line.starts_with("/*PROBE*/ ")) compiled.push_back(line);
            REQUIRE(compiled.size() == each.code.cpp.size());
            for (std::size_t i = 0; i < compiled.size(); ++i) CHECK(compiled[i] == each.code.cpp[i].text);
        }
    }

    TEST_CASE("what is shown is the source, without the markers") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const std::vector<std::string> region = region_of(source(each, ".cpp"));
            REQUIRE(region.size() == each.code.cpp.size());
            for (std::size_t i = 0; i < region.size(); ++i) CHECK(without_marker(region[i]) == each.code.cpp[i].text);
            const std::vector<std::string> python = lines_of(source(each, ".py"));
            for (std::size_t i = 0; i < each.code.python.size(); ++i) CHECK(python[i] == each.code.python[i].text);
        }
    }

    TEST_CASE("every step stands on a line that says something in both languages") {
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const lesson::Run run(each, lesson::read_script(each.script).script);
            for (const lesson::Step& step : run.steps()) {
                if (step.cpp_line == 0) continue;
                CHECK_FALSE(each.code.cpp[static_cast<std::size_t>(step.cpp_line - 1)].text.empty());
                CHECK(each.code.cpp[static_cast<std::size_t>(step.cpp_line - 1)].partner == step.python_line);
                REQUIRE(step.python_line > 0);
                CHECK_FALSE(each.code.python[static_cast<std::size_t>(step.python_line - 1)].text.empty());
            }
        }
    }

    TEST_CASE("the lesson prints what its Python text prints under CPython") {
        if (!has_python()) return;
        std::vector<std::string> programs;
        for (const lesson::Lesson& each : lesson::all_lessons()) programs.push_back(text_of(source(each, ".py")));
        const std::vector<std::string> expected = printed_by_python(programs);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const lesson::Lesson& each = lesson::all_lessons()[i];
            CAPTURE(each.id);
            const lesson::Run run(each, lesson::read_script(each.script).script);
            const std::string printed = run.output(static_cast<int>(run.steps().size()) - 1);
            CHECK(printed == expected[i]);
            CHECK_FALSE(printed.empty());
        }
    }

    TEST_CASE("every ending is a script of its own and prints what the same calls print under CPython") {
        std::vector<std::string> programs;
        std::vector<std::string> outputs;
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            if (!each.endings.empty()) CHECK(each.endings.front().script == each.script);
            std::set<std::string_view> scripts;
            for (const lesson::ReadyScript& ending : each.endings) {
                CAPTURE(each.id);
                CAPTURE(ending.id);
                CHECK(scripts.insert(ending.script).second);
                const lesson::Script script = lesson::read_script(ending.script).script;
                CHECK(lesson::write_script(script) == ending.script); // so that it is known by its text
                CHECK(lesson::refusal(each, script).empty());
                const lesson::Run run(each, script);
                programs.push_back(python_of(each, script));
                outputs.push_back(run.output(static_cast<int>(run.steps().size()) - 1));
            }
        }
        if (!has_python()) return;
        const std::vector<std::string> expected = printed_by_python(programs);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CAPTURE(programs[i]);
            CHECK(outputs[i] == expected[i]);
        }
    }
}

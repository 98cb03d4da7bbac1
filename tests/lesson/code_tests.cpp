#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "lesson/run.hpp"

namespace {

std::vector<std::string> lines_of(const std::string& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
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

bool has_python() {
#ifdef __EMSCRIPTEN__
    return false;
#else
    return std::system("python3 --version >/dev/null 2>&1") == 0;
#endif
}

std::string output_of(const std::string& command) {
    std::string output;
#ifndef __EMSCRIPTEN__
    FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer;
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), count);
    CHECK(pclose(pipe) == 0);
#else
    (void)command;
#endif
    return output;
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
        for (const lesson::Lesson& each : lesson::all_lessons()) {
            CAPTURE(each.id);
            const lesson::Run run(each, lesson::read_script(each.script).script);
            const std::string printed = run.output(static_cast<int>(run.steps().size()) - 1);
            CHECK(printed == output_of("PYTHONIOENCODING=utf-8 python3 '" + source(each, ".py") + "'"));
            CHECK_FALSE(printed.empty());
        }
    }
}

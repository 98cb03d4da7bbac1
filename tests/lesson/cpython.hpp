#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

inline bool has_python() {
#ifdef __EMSCRIPTEN__
    return false;
#else
    return std::system("python3 --version >/dev/null 2>&1") == 0;
#endif
}

/// What CPython prints for each of these programs: each in a process of its own, forked from one that is up, since
/// starting it takes longer than the programs do.
inline std::vector<std::string> printed_by_python(const std::vector<std::string>& programs) {
    std::vector<std::string> outputs;
#ifndef __EMSCRIPTEN__
    const std::string separator = "\f";
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("interleave-programs-" + std::to_string(std::rand()) + ".py");
    std::ofstream written(file);
    for (std::size_t i = 0; i < programs.size(); ++i) written << (i == 0 ? "" : separator) << programs[i];
    written.close();
    const std::string command = R"(PYTHONIOENCODING=utf-8 python3 -c '
import os, sys
for program in sys.stdin.read().split("\f"):
    child = os.fork()
    if child == 0:
        exec(compile(program, "program", "exec"), globals())
        break
    if os.waitpid(child, 0)[1]: sys.exit("a program failed")
    os.write(1, b"\f")
' < ')";
    FILE* const pipe = popen((command + file.string() + "'").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string printed;
    std::array<char, 4096> buffer;
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        printed.append(buffer.data(), count);
    CHECK(pclose(pipe) == 0);
    std::filesystem::remove(file);
    for (std::size_t from = 0, to = 0; (to = printed.find(separator, from)) != std::string::npos; from = to + 1)
        outputs.push_back(printed.substr(from, to - from));
#endif
    REQUIRE(outputs.size() == programs.size());
    return outputs;
}

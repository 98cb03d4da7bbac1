#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#ifndef __EMSCRIPTEN__
#include <unistd.h>
#endif

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
    std::string name = (std::filesystem::temp_directory_path() / "interleave-programs-XXXXXX").string();
    const int file = mkstemp(name.data()); // two test processes may ask at the same moment
    REQUIRE(file >= 0);
    close(file);
    std::ofstream written(name);
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
    FILE* const pipe = popen((command + name + "'").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string printed;
    std::array<char, 4096> buffer;
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        printed.append(buffer.data(), count);
    CHECK(pclose(pipe) == 0);
    std::filesystem::remove(name);
    for (std::size_t from = 0, to = 0; (to = printed.find(separator, from)) != std::string::npos; from = to + 1)
        outputs.push_back(printed.substr(from, to - from));
#endif
    REQUIRE(outputs.size() == programs.size());
    return outputs;
}

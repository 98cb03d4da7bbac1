#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

inline bool has_python() {
#ifdef __EMSCRIPTEN__
    return false;
#else
    return std::system("python3 --version >/dev/null 2>&1") == 0;
#endif
}

inline std::string output_of(const std::string& command) {
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

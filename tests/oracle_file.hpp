#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

/// The text of a file in tests/oracle: "queueing/deterministic.csv".
inline std::string oracle_file(const std::string& name) {
    std::ifstream file(INTERLEAVE_SOURCE_DIR "/tests/oracle/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), name);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

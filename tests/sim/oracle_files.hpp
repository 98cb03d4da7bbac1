#pragma once

#include <fstream>
#include <sstream>
#include <string>

/// The text of tests/oracle/<name>.
inline std::string oracle_file(const std::string& name) {
    std::ifstream in(std::string(INTERLEAVE_SOURCE_DIR) + "/tests/oracle/" + name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

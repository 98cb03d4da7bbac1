#include "lesson/getline.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace {

/// The lines, and how the stream stood after each.
template <typename String>
std::string lines_of(const std::string& text) {
    using lesson::getline; // beside std's
    std::istringstream file(text);
    std::string said;
    String line;
    while (getline(file, line)) said += std::string(line) + (file.eof() ? "<end>" : "<line>");
    return said + (file.eof() ? "<eof>" : "") + (file.bad() ? "<bad>" : "");
}

} // namespace

TEST_SUITE("lesson/getline") {
    TEST_CASE("lines of any length, empty ones and a last one without a line feed come as from std::getline") {
        for (const std::size_t length : {0u, 1u, 510u, 511u, 512u, 1021u, 1022u, 1023u, 5000u})
            for (const char* end : {"", "\n", "\n\n", "\nmore", "\nmore\n"}) {
                CAPTURE(length);
                CAPTURE(end);
                const std::string text = std::string(length, 'x') + end;
                CHECK(lines_of<std::pmr::string>(text) == lines_of<std::string>(text));
            }
    }
}

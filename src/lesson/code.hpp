#pragma once

#include <span>
#include <string_view>

namespace lesson {

enum class Tongue { cpp, python };

/// A line of a program as it is shown.
struct CodeLine {
    std::string_view text;
    int partner = 0; ///< of C++: the line of Python beside it, from 1; 0: none
};

/// A program in both languages. Made by weave.py from what is compiled.
struct Code {
    std::span<const CodeLine> cpp;
    std::span<const CodeLine> python;
};

} // namespace lesson

#pragma once

#include <istream>
#include <memory>
#include <string_view>

#include "coro/generator.hpp"
#include "lesson/code.hpp"
#include "lesson/subject.hpp"

/// The programs, one a file in programs/: its code as it is shown, and its coroutine, made anew.
namespace lesson {

namespace numbers {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace numbers

namespace average {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace average

namespace pipeline {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace pipeline

namespace reading {
extern const Code code;
std::unique_ptr<Subject> start();
// The two functions that are shown, compiled without probes. The file must outlive them.
coro::generator<std::string_view> lines_of(std::istream& file);  ///< read_large_file()
coro::generator<std::string_view> pieces_of(std::istream& file); ///< read_whole(): keeps all pieces to its end
} // namespace reading

namespace fibonacci {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace fibonacci

namespace mistakes {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace mistakes

namespace turns {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace turns

namespace loop {
extern const Code code;
std::unique_ptr<Subject> start();
} // namespace loop

} // namespace lesson

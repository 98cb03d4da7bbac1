#pragma once

#include <memory>

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

#include "lesson/lessons.hpp"

#include "lesson/programs.hpp"
#include "text/lesson.hpp"

namespace lesson {
namespace {

namespace words = text::lesson;

const Lesson table[] = {
    {"average", words::average, words::average_about, average::code, average::start,
     "next,send:10,send:20,send:30,send:40,send:50,send:None", true, false, false},
    {"numbers", words::numbers, words::numbers_about, numbers::code, numbers::start, "next,next,next,next,next,next",
     false, true, false},
    {"reading", words::reading, words::reading_about, reading::code, reading::start, "next,next,next,next", false, true,
     false},
    {"pipeline", words::pipeline, words::pipeline_about, pipeline::code, pipeline::start,
     "next,send:100,next,next,next", true, true, true},
    // The 30th even Fibonacci number is the last that leaves room for the sum behind it in 63 bits.
    {"fibonacci", words::fibonacci, words::fibonacci_about, fibonacci::code, fibonacci::start,
     "next,next,next,next,next", false, true, false, 30},
    {"mistakes", words::mistakes, words::mistakes_about, mistakes::code, mistakes::start,
     "send:hello,next,send:self,close,send:stop,next", true, true, true},
    {"turns", words::turns, words::turns_about, turns::code, turns::start, "next,next,next,next,next,next", true, false,
     false},
    {"loop", words::loop, words::loop_about, loop::code, loop::start,
     "next,next,next,next,next,next,next,next,next,next", true, false, false},
};

} // namespace

std::span<const Lesson> all_lessons() {
    return table;
}

const Lesson* find_lesson(std::string_view id) {
    for (const Lesson& each : table)
        if (each.id == id) return &each;
    return nullptr;
}

} // namespace lesson

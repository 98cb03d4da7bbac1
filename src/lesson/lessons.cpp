#include "lesson/lessons.hpp"

#include "lesson/programs.hpp"
#include "text/lesson.hpp"

namespace lesson {
namespace {

namespace words = text::lesson;

constexpr ReadyScript average_endings[] = {
    {"exit", words::ending_exit, "next,send:10,send:20,send:30,send:40,send:50,send:None"},
    {"drop", words::ending_drop, "next,send:10,send:20,send:30,send:40,send:50,send:None,drop"},
    {"close", words::ending_none_close, "next,send:10,send:20,send:30,send:40,send:50,send:None,close"},
    {"next", words::ending_next, "next,send:10,send:20,send:30,send:40,send:50,send:None,next"},
    {"again", words::ending_again, "next,send:10,send:20,send:30,send:40,send:50,send:None,next,next,send:60"},
    {"early_drop", words::ending_early_drop, "next,send:10,send:20,send:30,send:40,send:50,drop"},
    {"early_close", words::ending_early_close, "next,send:10,send:20,send:30,send:40,send:50,close,next"},
    {"throw", words::ending_throw, "next,send:10,send:20,send:30,send:40,send:50,throw:ValueError,next"},
    {"unstarted", words::ending_unstarted, "send:10,close,next"},
};

constexpr ReadyScript numbers_endings[] = {
    {"loop", words::ending_loop, "next,next,next,next,next,next"},
    {"again", words::ending_again, "next,next,next,next,next,next,next"},
    {"early_drop", words::ending_break, "next,next,drop"},
    {"early_close", words::ending_close, "next,next,close,next"},
};

const Lesson table[] = {
    {"average", words::average, words::average_about, average::code, average::start, average_endings[0].script, true,
     false, false, 100, average_endings},
    {"numbers", words::numbers, words::numbers_about, numbers::code, numbers::start, numbers_endings[0].script, false,
     true, false, 100, numbers_endings},
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

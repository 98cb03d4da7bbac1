#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "lesson/code.hpp"
#include "lesson/subject.hpp"
#include "text/sentence.hpp"

namespace lesson {

/// Something that the caller may do, ready to be chosen.
struct ReadyScript {
    std::string_view id;
    text::Sentence title;
    std::string_view script; ///< for read_script()
};

/// A program to step through, and what its caller does with it unless the reader says otherwise.
struct Lesson {
    std::string_view id;
    text::Sentence title;
    text::Sentence about; ///< what to look for, one or two sentences
    const Code& code;
    std::unique_ptr<Subject> (*start)();
    std::string_view script; ///< what the Python program does at its end, for write_script()
    bool has_protocol;       ///< a send_generator, which takes every operation; a generator: see refusal.hpp
    bool prints_values;      ///< the caller prints what is yielded
    bool prints_errors;      ///< … and what is raised to it
    std::size_t most_operations = 100;
    std::span<const ReadyScript> endings = {}; ///< none, or several ways to bring it to its end
};

/// In the order of the lecture. Never empty.
std::span<const Lesson> all_lessons();

/// Null when there is none of this id.
const Lesson* find_lesson(std::string_view id);

} // namespace lesson

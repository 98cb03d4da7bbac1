#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/value.hpp"
#include "text/sentence.hpp"

namespace lesson {

/// Something that the caller does to the coroutine of a lesson.
struct Operation {
    enum class Kind { next, send, throw_, close, drop };
    Kind kind = Kind::next;
    Value value;       ///< of send
    std::string error; ///< of throw_: "ValueError"

    bool operator==(const Operation&) const = default;
};

/// The errors that can be thrown into a coroutine, as Python names them.
inline constexpr std::string_view throwable[] = {"ValueError", "RuntimeError", "StopIteration", "GeneratorExit"};

/// What the caller does, in order; at its end a coroutine that is left is dropped, as at the end of a Python program.
using Script = std::vector<Operation>;

/// "next,send:10,throw:ValueError,close,drop". Percent signs stand for what a value cannot hold: "%2C" is a comma.
std::string write_script(const Script& script);

/// The outcome of reading one: the script, or the sentence that says what is wrong with it.
struct ScriptReading {
    Script script;
    text::Line refusal;
};
ScriptReading read_script(std::string_view written);

/// The call as the caller's code has it: "coro.send(20);", of a send_generator that is sent values (other subjects are
/// called otherwise: see Subject::call_in_cpp()), and "coro.send(20)".
std::string call_in_cpp(const Operation& operation);
std::string call_in_python(const Operation& operation);

} // namespace lesson

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "lesson/outcome.hpp"
#include "text/sentence.hpp"

namespace lesson {

/// A parameter or a local variable of a coroutine, as it was when its body was last seen.
struct Local {
    std::string name;
    std::string type;  ///< as C++ spells it
    std::string value; ///< as Python's repr() does
    bool is_parameter = false;
    bool changed = false;       ///< since the step before
    std::ptrdiff_t offset = -1; ///< in the frame; -1: it does not lie there
    std::size_t size = 0;

    bool operator==(const Local&) const = default;
};

/// Some bytes of a frame of which it is known what they are.
struct Field {
    /// `resume`, `destroy`: where every compiler of ours has them (not the standard's promise, but the Itanium-like ABI
    /// of GCC, Clang and MSVC); `index`: found by watching, differs between compilers; `probe`: ours, for stepping.
    enum class Kind { resume, destroy, promise, parameter, local, index, probe };
    Kind kind = Kind::local;
    std::string name;
    std::size_t offset = 0;
    std::size_t size = 0;

    bool operator==(const Field&) const = default;
};

/// A coroutine's frame: the very bytes, as they lay in memory at this step.
struct FrameImage {
    std::uintptr_t address = 0;       ///< where it lay when it was recorded
    std::ptrdiff_t from_first = 0;    ///< its distance from the first frame of the run
    std::vector<unsigned char> bytes; ///< empty: freed
    std::vector<bool> changed;        ///< since the step before, one a byte
    std::vector<Field> fields;        ///< in order of their offsets

    const Field* field_at(std::size_t offset) const;
};

enum class State { created, running, suspended, finished, freed };

/// One coroutine at one step.
struct Coroutine {
    int id = 0; ///< in order of creation
    std::string name;
    State state = State::created;
    int cpp_line = 0; ///< where it is or waits; 0: before the first line, or over
    int python_line = 0;
    int resumed_by = caller; ///< the id of who resumed it last
    bool delegates = false;  ///< waits for another that it hands on to
    std::vector<Local> locals;
    FrameImage frame;
    std::size_t frame_size = 0; ///< also of a freed one

    static constexpr int caller = -1;
};

struct Step {
    enum class Kind {
        begin,   ///< before anything was called
        call,    ///< the caller begins an operation
        line,    ///< a line is about to be run
        resumed, ///< a yield has given back what was sent
        resumes, ///< one coroutine is about to resume another
        yields,  ///< one that another coroutine had resumed is suspended, and that other one goes on
        ends,    ///< one that another coroutine had resumed is over: it has returned, or let an error out
        outcome, ///< the operation is over
    };
    Kind kind = Kind::begin;
    int operation = -1;             ///< its number in the script; the script's length: the drop at the end
    int active = Coroutine::caller; ///< who has control
    int cpp_line = 0;               ///< of the code shown, from 1; 0: none
    int python_line = 0;
    std::string in_flight;        ///< the value or error that goes from one to another now, empty when there is none
    bool flies_up = false;        ///< to whoever has resumed; else down to who is resumed
    std::vector<int> flies_along; ///< between each of these and whoever resumed it, the outermost first
    Outcome outcome;              ///< of the operation, or of the coroutine that ends; none at any other step
    std::size_t console = 0;
    std::vector<Coroutine> coroutines;
    text::Line sentence;           ///< names lines of C++
    text::Line sentence_of_python; ///< the same, of Python

    /// Whether somebody has just been suspended or is over: where stepping over stops.
    bool is_suspension() const { return kind == Kind::outcome || kind == Kind::yields || kind == Kind::ends; }

    const Coroutine* find(int id) const {
        for (const Coroutine& each : coroutines)
            if (each.id == id) return &each;
        return nullptr;
    }
};

/// A line that a program printed; standard error is what Python's interpreter itself says.
struct ConsoleLine {
    std::string text;
    bool is_error = false;
};

} // namespace lesson

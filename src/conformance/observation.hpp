#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "conformance/program.hpp"
#include "text/sentence.hpp"

namespace conformance {

/// ["p", 3], ["x", "ValueError", [1]], …: words, and arguments where there are some.
struct LogEntry {
    std::vector<Value> words;
    std::optional<std::vector<Value>> arguments;

    bool operator==(const LogEntry&) const = default;
};

/// What is done to the generator under test.
struct Operation {
    enum class Kind : std::uint8_t { next, send, throws, close };
    Kind kind = Kind::next;
    Value value;
    ExceptionType type = ExceptionType::exception;
    std::vector<Value> arguments;
};

/// What came of an operation, or at the end of dropping the generator.
struct Observation {
    std::string kind; ///< "yield", "stop", "raise", "ok" or "del"
    Value value;
    std::string type;
    std::vector<Value> arguments;
    std::vector<LogEntry> log;
    std::string state;                ///< "CREATED", "SUSPENDED" or "CLOSED"
    bool delegating = false;          ///< level B
    std::string cause;                ///< level C; empty for none
    std::vector<std::string> context; ///< level C: types along the chain, at most eight
};

/// How much of an observation counts: each level adds to the one before.
enum class Level : std::uint8_t { A, B, C };

inline bool agree(const Observation& one, const Observation& other, Level level) {
    return one.kind == other.kind && one.value == other.value && one.type == other.type &&
           one.arguments == other.arguments && one.log == other.log && one.state == other.state &&
           (level < Level::B || one.delegating == other.delegating) &&
           (level < Level::C || (one.cause == other.cause && one.context == other.context));
}

/// A program, what is done to its g0, and what CPython made of it.
struct Case {
    std::string id;
    Program program;
    std::vector<Operation> script;
    std::vector<Observation> expected; ///< one more than the script has: the drop
    bool strict = true;                ///< all versions of CPython agree, and PEP 380's own text
    text::Line refusal;                ///< why it cannot be replayed, and the rest is empty; empty when it can
};

} // namespace conformance

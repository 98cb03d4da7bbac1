#pragma once

#include <map>
#include <string>

#include "lesson/operation.hpp"

namespace widget {

/// A script that the reader has made of a lesson, and what came of it so far.
struct CoroutineBranch {
    lesson::Script script;
    int furthest = 0;                       ///< the last of its steps that has been shown
    std::map<int, std::string> predictions; ///< "value", "stop" or "error", by the number of the operation
};

/// Whether something comes back from it that can be foretold.
inline bool can_be_foretold(const lesson::Operation& operation) {
    return operation.kind != lesson::Operation::Kind::close && operation.kind != lesson::Operation::Kind::drop;
}

} // namespace widget

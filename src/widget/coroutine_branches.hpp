#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

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

/// All that the reader has made of a lesson, and the one of them that is shown. None is forgotten once a step of it has
/// been seen, and no script stands there twice.
class CoroutineBranches {
public:
    /// `own`: the script that the lesson begins with.
    explicit CoroutineBranches(lesson::Script own = {}) : all_{{std::move(own), 0, {}}} {}

    const std::vector<CoroutineBranch>& all() const { return all_; }
    std::size_t number() const { return number_; } ///< of the one that is shown
    CoroutineBranch& shown() { return all_[number_]; }
    const CoroutineBranch& shown() const { return all_[number_]; }

    void choose(std::size_t number) { number_ = number; }
    /// Shows the branch of this script. A new one takes the place of the lesson's own while no step has been seen: a
    /// link was opened.
    void open(const lesson::Script& script);
    /// Shows the branch of this script from its beginning, with nothing foretold.
    void restart(const lesson::Script& script);
    /// Shows the branch that does `operation` behind the first `done` of the one that is shown: itself when it does
    /// that anyway, or grown when these are all that it does; else another, and it stays as it is. What was foretold of
    /// them holds for both. `furthest`: the last step of the first `done`.
    void append(std::size_t done, lesson::Operation operation, int furthest);
    /// A step of the one that is shown has been seen.
    void see(int step);

private:
    std::size_t find(const lesson::Script& script) const;
    void show(CoroutineBranch branch);

    std::vector<CoroutineBranch> all_; ///< never empty
    std::size_t number_ = 0;
    bool is_begun_ = false; ///< a step beyond the first has been seen
};

} // namespace widget

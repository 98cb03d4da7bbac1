#pragma once

#include <string>
#include <vector>

#include "lesson/lessons.hpp"
#include "lesson/operation.hpp"
#include "lesson/step.hpp"

namespace lesson {

/// One run of a lesson's program under a script, from the first step to the last, recorded whole.
///
/// The program really runs: its compiled coroutines, once, in the constructor; a step is what a probe saw. So any step
/// can be looked at in any order, and the same script gives the same steps (but for addresses). What the script leaves
/// is dropped at the end, as at the end of a Python program. Costs what the program costs and about 1 kB a step.
class Run {
public:
    Run(const Lesson& lesson, Script script);

    const Lesson& lesson() const { return *lesson_; }
    const Script& script() const { return script_; }
    const std::vector<Step>& steps() const { return steps_; }
    const std::vector<ConsoleLine>& console() const { return console_; }
    /// The id of the coroutine that the caller holds: the last one made before the first step.
    int root() const { return root_; }
    /// The script was longer than what is recorded.
    bool is_full() const { return is_full_; }

    /// What the caller's code calls for an operation of the script, or, behind the last, for the drop at the end.
    const std::string& call_in_cpp(int operation) const { return calls_.at(static_cast<std::size_t>(operation)); }

    /// The step of kind call, or outcome, of an operation; the last step when there is none.
    int call_of(int operation) const;
    int outcome_of(int operation) const;
    /// Of the coroutine that the caller holds, when the first `operations` of the script are done.
    State state_behind(std::size_t operations) const;
    /// Whether the script drops the coroutine.
    bool is_dropped() const;

    /// What Python prints to standard output up to and with this step.
    std::string output(int step) const;
    /// What it prints to standard error: what nobody can catch.
    std::string errors(int step) const;

private:
    std::string printed(int step, bool errors) const;

    const Lesson* lesson_;
    Script script_;
    std::vector<Step> steps_;
    std::vector<ConsoleLine> console_;
    std::vector<std::string> calls_; ///< in C++, one an operation
    int root_ = 0;
    bool is_full_ = false;
};

} // namespace lesson

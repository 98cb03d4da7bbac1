#include "lesson/run.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "coro/unraisable.hpp"
#include "lesson/recorder.hpp"
#include "lesson/sentences.hpp"

namespace lesson {
namespace {

using Kind = Operation::Kind;

/// Errors that nobody can catch go to the console, as CPython prints them, while this lives.
class UnraisableOnConsole {
public:
    explicit UnraisableOnConsole(Recorder& recorder) : before_(coro::on_unraisable()) {
        coro::on_unraisable() = [&recorder](const std::exception_ptr& error) {
            const Outcome raised = raised_outcome(error);
            recorder.print("Exception ignored: " + raised.error + ": " + raised.message, true);
        };
    }
    ~UnraisableOnConsole() { coro::on_unraisable() = std::move(before_); }
    UnraisableOnConsole(const UnraisableOnConsole&) = delete;
    UnraisableOnConsole& operator=(const UnraisableOnConsole&) = delete;

private:
    std::function<void(const std::exception_ptr&)> before_;
};

bool is_over(State state) {
    return state == State::finished || state == State::freed;
}

/// What goes down to a coroutine in this state. Into one that is over nothing does, and one that has not begun is
/// closed and dropped without anything being thrown.
std::string flying_down(const Lesson& lesson, const Operation& operation, State root) {
    if (is_over(root)) return "";
    switch (operation.kind) {
    case Kind::send:
        return repr(operation.value);
    case Kind::throw_:
        return operation.error;
    case Kind::close:
    case Kind::drop:
        // A generator is destroyed: nothing is thrown into it.
        return lesson.has_protocol && root != State::created ? "GeneratorExit" : "";
    case Kind::next:
        break;
    }
    return "None";
}

/// What the caller prints of an outcome; nothing when it prints none of this kind.
std::optional<std::string> printed(const Lesson& lesson, const Outcome& outcome) {
    const bool has_value = !std::holds_alternative<std::monostate>(outcome.value);
    switch (outcome.kind) {
    case Outcome::Kind::yielded:
        if (lesson.prints_values && has_value) return str(outcome.value);
        break;
    case Outcome::Kind::returned:
        if (lesson.prints_errors) return has_value ? "StopIteration: " + str(outcome.value) : "StopIteration";
        break;
    case Outcome::Kind::raised:
        if (lesson.prints_errors)
            return outcome.message.empty() ? outcome.error : outcome.error + ": " + outcome.message;
        break;
    default:
        break;
    }
    return std::nullopt;
}

/// Returns what was called, in C++, for each operation.
std::vector<std::string> record(const Lesson& lesson, const Script& script, Recorder& recorder) {
    std::vector<std::string> calls;
    const UnraisableOnConsole hook(recorder);
    std::unique_ptr<Subject> subject = lesson.start();
    recorder.begin();
    const auto operate = [&](int number, const Operation& operation) {
        const State root = recorder.root_state();
        recorder.call(number, flying_down(lesson, operation, root));
        calls.push_back(subject ? subject->call_in_cpp(operation) : call_in_cpp(operation));
        Outcome outcome;
        if (!subject) {
            outcome = {Outcome::Kind::raised, {}, "NameError", "name 'coro' is not defined"};
        } else if (operation.kind == Kind::drop) {
            subject.reset();
            outcome.kind = Outcome::Kind::dropped;
        } else {
            outcome = subject->apply(operation);
        }
        if (const auto line = printed(lesson, outcome)) recorder.print(*line, false);
        recorder.outcome(number, outcome, is_over(root) ? "" : handed_up(outcome));
    };
    int number = 0;
    for (const Operation& operation : script) operate(number++, operation);
    if (subject) operate(number, {Kind::drop, {}, {}});
    return calls;
}

/// Once for each lesson: a run of its own script, in which every coroutine begins, so that the recorder knows them all.
void rehearse(const Lesson& lesson) {
    thread_local std::set<std::string_view> known;
    if (!known.insert(lesson.id).second) return;
    Recorder recorder;
    record(lesson, read_script(lesson.script).script, recorder);
}

} // namespace

Run::Run(const Lesson& lesson, Script script) : lesson_(&lesson), script_(std::move(script)) {
    rehearse(lesson);
    Recorder recorder;
    calls_ = record(lesson, script_, recorder);
    is_full_ = recorder.is_full();
    steps_ = recorder.take_steps();
    console_ = recorder.take_console();
    root_ = static_cast<int>(steps_.front().coroutines.size()) - 1;
    add_sentences(*this, steps_);
}

int Run::call_of(int operation) const {
    for (std::size_t i = 0; i < steps_.size(); ++i)
        if (steps_[i].kind == Step::Kind::call && steps_[i].operation == operation) return static_cast<int>(i);
    return static_cast<int>(steps_.size()) - 1;
}

int Run::outcome_of(int operation) const {
    for (std::size_t i = 0; i < steps_.size(); ++i)
        if (steps_[i].kind == Step::Kind::outcome && steps_[i].operation == operation) return static_cast<int>(i);
    return static_cast<int>(steps_.size()) - 1;
}

State Run::state_behind(std::size_t operations) const {
    const int next = call_of(static_cast<int>(operations)); // of the drop at the end, when there is no other
    return steps_[static_cast<std::size_t>(next)].find(root_)->state;
}

bool Run::is_dropped() const {
    return std::ranges::any_of(script_, [](const Operation& each) { return each.kind == Kind::drop; });
}

std::string Run::output(int step) const {
    return printed(step, false);
}

std::string Run::errors(int step) const {
    return printed(step, true);
}

std::string Run::printed(int step, bool errors) const {
    std::string text;
    const std::size_t lines = steps_.at(static_cast<std::size_t>(step)).console;
    for (std::size_t i = 0; i < lines; ++i)
        if (console_[i].is_error == errors) text += console_[i].text + "\n";
    return text;
}

} // namespace lesson

#include "lesson/sentences.hpp"

#include <algorithm>
#include <string>

#include "lesson/run.hpp"
#include "text/lesson.hpp"

namespace lesson {
namespace {

using text::fill;
using text::Line;
namespace words = text::lesson;

/// The one that the caller holds; null when it is over. What it was given was made before it.
const Coroutine* root_of(const Run& run, const Step& step) {
    const Coroutine* const root = step.find(run.root());
    return root == nullptr || root->state == State::freed || root->state == State::finished ? nullptr : root;
}

/// Whoever it hands on to, to the innermost: whose yield the caller's operation arrives at.
const Coroutine* waiting(const Run& run, const Step& step) {
    const Coroutine* innermost = root_of(run, step);
    const auto is_next = [&](const Coroutine& each) {
        return each.resumed_by == innermost->id && each.state != State::freed && each.state != State::finished;
    };
    while (innermost != nullptr && innermost->delegates) {
        const auto next = std::ranges::find_if(step.coroutines, is_next);
        if (next == step.coroutines.end()) break;
        innermost = &*next;
    }
    return innermost;
}

Operation operation_of(const Run& run, int operation) {
    const auto at = static_cast<std::size_t>(operation);
    return at < run.script().size() ? run.script()[at] : Operation{Operation::Kind::drop, {}, {}};
}

Line sentence_of_call(const Run& run, const Step& step, Tongue tongue) {
    const Operation operation = operation_of(run, step.operation);
    const Line call = Line::same(call_in_python(operation));
    for (int before = 0; before < step.operation; ++before)
        if (run.script()[static_cast<std::size_t>(before)].kind == Operation::Kind::drop)
            return fill(words::is_gone, {call});
    const Coroutine* const root = root_of(run, step);
    const Coroutine* const inner = waiting(run, step);
    if (root == nullptr || inner == nullptr) return fill(words::after_end, {call});
    const bool begins = root->state == State::created;
    const Line line = line_of(inner->cpp_line, inner->python_line, tongue);
    switch (operation.kind) {
    case Operation::Kind::next:
        return begins ? fill(words::starts, {call}) : fill(words::resumes, {call, line});
    case Operation::Kind::send:
        if (!begins) return fill(words::resumes, {call, line});
        return std::holds_alternative<std::monostate>(operation.value) ? fill(words::starts, {call})
                                                                       : fill(words::refuses_value, {call});
    case Operation::Kind::throw_:
        return begins ? fill(words::before_start, {call})
                      : fill(words::throws_in, {call, Line::same(operation.error), line});
    case Operation::Kind::close:
        if (!run.lesson().has_protocol) return words::destroys;
        return begins ? fill(words::before_start, {call})
                      : fill(words::throws_in, {call, Line::same("GeneratorExit"), line});
    case Operation::Kind::drop:
        break;
    }
    if (!run.lesson().has_protocol) return words::destroys;
    return begins ? fill(words::before_start, {call}) : fill(words::drops, {line});
}

/// Before a step that is the first to show what came of a call: why it did. Of the call itself the reader may have seen
/// the neutral sentence only. Empty where the step says it by itself, or where nobody was asked.
Line reason_of_call(const Run& run, const Step& step, const Step& before, Tongue tongue) {
    const Operation::Kind kind = operation_of(run, step.operation).kind;
    const bool is_asked = kind != Operation::Kind::close && kind != Operation::Kind::drop;
    if (before.kind != Step::Kind::call || step.kind == Step::Kind::resumed || !is_asked) return {};
    return sentence_of_call(run, before, tongue);
}

Line joined(const Line& first, const Line& second) {
    return first.empty() ? second : Line(first.ko + " " + second.ko, first.en + " " + second.en);
}

Line sentence_of_outcome(const Run& run, const Step& step, const Step& before, Tongue tongue) {
    const Outcome& outcome = step.outcome;
    const Line given = Line::same(handed_up(outcome));
    const bool was_over = before.kind == Step::Kind::call && root_of(run, before) == nullptr;
    switch (outcome.kind) {
    case Outcome::Kind::yielded: {
        const Coroutine* const inner = waiting(run, step);
        const Coroutine* const last = before.find(before.active);
        const Coroutine* const who = last != nullptr ? step.find(last->id) : inner;
        if (who == nullptr || who->cpp_line == 0) return fill(words::returns_again, {given});
        return fill(words::yields, {given, Line::same(who->name), line_of(who->cpp_line, who->python_line, tongue)});
    }
    case Outcome::Kind::returned:
        return before.kind == Step::Kind::call ? fill(words::returns_again, {given}) : fill(words::returns, {given});
    case Outcome::Kind::raised:
        return outcome.message.empty() ? fill(words::raises_plain, {Line::same(outcome.error)})
                                       : fill(words::raises, {Line::same(outcome.error), Line::same(outcome.message)});
    case Outcome::Kind::closed:
        return was_over ? words::closed_again : words::closed;
    case Outcome::Kind::dropped:
    case Outcome::Kind::none:
        break;
    }
    Line said = was_over ? words::dropped_again : words::dropped;
    for (std::size_t line = before.console; line < step.console; ++line)
        if (run.console()[line].is_error)
            said = joined(said, fill(words::ignored, {Line::same(run.console()[line].text)}));
    return said;
}

/// "total becomes 30, count becomes 2": what the line before has changed, and what it printed.
Line changes_of(const Run& run, const Step& step, const Step& before) {
    Line said;
    const auto append = [&](const Line& more) {
        said = said.empty() ? more : Line(said.ko + ", " + more.ko, said.en + ", " + more.en);
    };
    if (const Coroutine* const active = step.find(step.active))
        for (const Local& local : active->locals)
            if (local.changed)
                append(fill(words::becomes, {Line::same("`" + local.name + "`"), Line::same(local.value)}));
    for (std::size_t line = before.console; line < step.console; ++line)
        append(fill(words::printed, {Line::same(run.console()[line].text)}));
    return said;
}

Line sentence_of_line(const Run& run, const Step& step, const Step& before, Tongue tongue) {
    const Coroutine* const active = step.find(step.active);
    const Line name = Line::same(active == nullptr ? "" : active->name);
    const Line line = line_of(step.cpp_line, step.python_line, tongue);
    const Line changes = changes_of(run, step, before);
    if (step.kind == Step::Kind::line)
        return changes.empty() ? fill(words::at_line, {name, line}) : fill(words::at_line_after, {name, line, changes});
    if (changes.empty()) return fill(words::came_back, {line, name});
    const Line what(changes.ko + ".", changes.en + ".");
    if (before.kind == Step::Kind::ends) return fill(words::delegation_over, {line, name, what});
    const Coroutine* const resumer = before.kind == Step::Kind::resumes ? before.find(before.active) : nullptr;
    const std::string by = resumer != nullptr ? resumer->name : call_in_python(operation_of(run, step.operation));
    return fill(words::came_back_with, {line, name, what, Line::same(by)});
}

/// Between two coroutines: the one that has control now, and the other at the inner end of what flies.
Line sentence_between(const Step& step, const Step& before, Tongue tongue) {
    const Coroutine* const outer = step.find(step.active);
    const Coroutine* const inner = step.find(step.flies_along.back());
    const Line to = Line::same(outer->name);
    const Line name = Line::same(inner->name);
    const Line value = Line::same(step.in_flight);
    switch (step.kind) {
    case Step::Kind::resumes:
        return inner->cpp_line == 0
                   ? fill(words::inner_starts, {to, name})
                   : fill(words::inner_resumes, {to, name, line_of(inner->cpp_line, inner->python_line, tongue)});
    case Step::Kind::yields:
        return fill(words::inner_yields, {value, to, name, line_of(inner->cpp_line, inner->python_line, tongue)});
    default: {
        const bool leaks = step.outcome.message == "generator raised StopIteration" && before.outcome != step.outcome;
        if (leaks) return fill(words::inner_leaks, {to, name});
        return fill(step.outcome.kind == Outcome::Kind::raised ? words::inner_raises : words::inner_returns,
                    {value, to, name});
    }
    }
}

/// `before` is null for the first.
Line sentence_of(const Run& run, const Step& step, const Step* before, Tongue tongue) {
    if (before == nullptr) {
        const Coroutine* const root = root_of(run, step);
        if (root == nullptr) return {};
        return fill(words::begins, {Line::same(root->name), text::grouped(static_cast<long long>(root->frame_size))});
    }
    const Line reason = reason_of_call(run, step, *before, tongue);
    switch (step.kind) {
    case Step::Kind::begin:
        break;
    case Step::Kind::call:
        return joined(reason, sentence_of_call(run, step, tongue));
    case Step::Kind::outcome:
        return joined(reason, sentence_of_outcome(run, step, *before, tongue));
    case Step::Kind::line:
    case Step::Kind::resumed:
        return joined(reason, sentence_of_line(run, step, *before, tongue));
    case Step::Kind::resumes:
    case Step::Kind::yields:
    case Step::Kind::ends:
        return joined(reason, sentence_between(step, *before, tongue));
    }
    return reason;
}

} // namespace

Line line_of(int cpp_line, int python_line, Tongue tongue) {
    const bool is_python = tongue == Tongue::python && python_line > 0;
    return fill(is_python ? words::line_of_python : words::line_of_cpp,
                {Line::same(std::to_string(is_python ? python_line : cpp_line))});
}

Line neutral_sentence_of_call(const Run& run, const Step& step) {
    return fill(words::is_called, {Line::same(call_in_python(operation_of(run, step.operation)))});
}

void add_sentences(const Run& run, std::vector<Step>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step* const before = i > 0 ? &steps[i - 1] : nullptr;
        steps[i].sentence = sentence_of(run, steps[i], before, Tongue::cpp);
        steps[i].sentence_of_python = sentence_of(run, steps[i], before, Tongue::python);
    }
}

} // namespace lesson

#include "lesson/refusal.hpp"

#include "lesson/run.hpp"
#include "text/lesson.hpp"

namespace lesson {
namespace {

using text::fill;
using text::Line;
namespace words = text::lesson;

bool takes(const Lesson& lesson, const Operation& operation) {
    if (lesson.has_protocol) return true;
    if (operation.kind == Operation::Kind::send) return std::holds_alternative<std::monostate>(operation.value);
    return operation.kind != Operation::Kind::throw_;
}

/// What Python's generator of the same body would make of a value or an error. None of these bodies looks at what is
/// sent or catches anything.
Line in_python(const Operation& operation, State state) {
    const bool is_over = state == State::finished || state == State::freed;
    if (operation.kind == Operation::Kind::send)
        return state == State::created ? words::python_refuses_value
               : is_over               ? words::python_is_over
                                       : words::python_loses_value;
    const Line thrown = Line::same(operation.error);
    const Line got = operation.error == "StopIteration" ? Line::same("RuntimeError") : thrown; // PEP 479
    if (is_over) return fill(words::python_raises_after_end, {thrown});
    if (state == State::created) return fill(words::python_raises_at_start, {got});
    return fill(words::python_raises_at_yield, {thrown, got});
}

} // namespace

Line refusal(const Lesson& lesson, const Operation& operation, State state) {
    if (takes(lesson, operation)) return {};
    return fill(words::no_way_in, {Line::same(call_in_python(operation)), in_python(operation, state)});
}

Line refusal(const Lesson& lesson, const Script& script) {
    for (std::size_t i = 0; i < script.size() && script[i].kind != Operation::Kind::drop; ++i) {
        if (takes(lesson, script[i])) continue;
        const Run before(lesson, Script(script.begin(), script.begin() + static_cast<std::ptrdiff_t>(i)));
        return refusal(lesson, script[i], before.state_behind(i));
    }
    return {};
}

} // namespace lesson

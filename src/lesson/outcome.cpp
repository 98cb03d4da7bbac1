#include "lesson/outcome.hpp"

#include "coro/errors.hpp"

namespace lesson {

Outcome raised_outcome(const std::exception_ptr& error) {
    Outcome outcome{Outcome::Kind::raised, {}, "", ""};
    try {
        std::rethrow_exception(error);
    } catch (const coro::base_exception& known) {
        outcome.message = known.what();
        outcome.error = "Exception";
        if (dynamic_cast<const coro::stop_iteration*>(&known)) {
            outcome.error = "StopIteration";
            outcome.message.clear();
        } else if (dynamic_cast<const coro::generator_exit*>(&known)) {
            outcome.error = "GeneratorExit";
        } else if (dynamic_cast<const coro::value_error*>(&known)) {
            outcome.error = "ValueError";
        } else if (dynamic_cast<const coro::type_error*>(&known)) {
            outcome.error = "TypeError";
        } else if (dynamic_cast<const coro::runtime_error*>(&known)) {
            outcome.error = "RuntimeError";
        } else if (dynamic_cast<const coro::attribute_error*>(&known)) {
            outcome.error = "AttributeError";
        }
    } catch (const std::exception& other) {
        outcome.error = "std::exception";
        outcome.message = other.what();
    }
    return outcome;
}

std::string handed_up(const Outcome& outcome) {
    switch (outcome.kind) {
    case Outcome::Kind::yielded:
        return repr(outcome.value);
    case Outcome::Kind::returned:
        return std::holds_alternative<std::monostate>(outcome.value) ? "StopIteration"
                                                                     : "StopIteration(" + repr(outcome.value) + ")";
    case Outcome::Kind::raised:
        return outcome.error;
    default:
        return "";
    }
}

std::exception_ptr make_error(const std::string& name) {
    if (name == "StopIteration") return std::make_exception_ptr(coro::stop_iteration());
    if (name == "GeneratorExit") return std::make_exception_ptr(coro::generator_exit());
    if (name == "RuntimeError") return std::make_exception_ptr(coro::runtime_error());
    return std::make_exception_ptr(coro::value_error());
}

} // namespace lesson

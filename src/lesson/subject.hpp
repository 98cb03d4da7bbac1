#pragma once

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "coro/generator.hpp"
#include "coro/send_generator.hpp"
#include "lesson/operation.hpp"
#include "lesson/outcome.hpp"

namespace lesson {

/// The coroutine that the reader operates on. Destroying it drops the coroutine.
class Subject {
public:
    virtual ~Subject() = default;
    /// Does what the operation says, other than dropping.
    virtual Outcome apply(const Operation& operation) = 0;
    /// What would be called now to do it, as the caller's code has it.
    virtual std::string call_in_cpp(const Operation& operation) const = 0;
};

/// Of a send_generator: Python's whole protocol. `Send` is Value, so that anything can be sent and the body finds out,
/// as in Python; or void, of a body that looks at nothing that it is sent.
template <typename Yield, typename Send, typename Return>
class SendSubject final : public Subject {
    using generator = coro::send_generator<Yield, Send, Return>;
    static_assert(std::is_void_v<Send> || std::is_same_v<Send, Value>);

public:
    explicit SendSubject(generator coroutine) : coroutine_(std::move(coroutine)) {}
    generator& coroutine() { return coroutine_; }

    Outcome apply(const Operation& operation) override {
        switch (operation.kind) {
        case Operation::Kind::next:
            return outcome_of(coroutine_.next());
        case Operation::Kind::send:
            return send(operation.value);
        case Operation::Kind::throw_:
            return outcome_of(coroutine_.throw_(make_error(operation.error)));
        case Operation::Kind::close:
        case Operation::Kind::drop:
            break;
        }
        const coro::close_outcome closed = coroutine_.close();
        return closed.ok() ? Outcome{Outcome::Kind::closed, {}, "", ""} : raised_outcome(closed.error());
    }

    std::string call_in_cpp(const Operation& operation) const override {
        const bool has_value = !std::holds_alternative<std::monostate>(operation.value);
        if (std::is_void_v<Send> && operation.kind == Operation::Kind::send && has_value)
            return "coro.send(std::monostate());"; // all that can be sent where nothing is taken
        return lesson::call_in_cpp(operation);
    }

private:
    Outcome send(const Value& value) {
        if (std::holds_alternative<std::monostate>(value)) return outcome_of(coroutine_.next());
        if constexpr (std::is_void_v<Send>)
            return outcome_of(coroutine_.send(std::monostate())); // lost in the body, but refused before the start
        else
            return outcome_of(coroutine_.send(value));
    }

    static Outcome outcome_of(coro::outcome<Yield, Return> came) {
        if (came.is_yielded()) return {Outcome::Kind::yielded, to_value(came.value()), "", ""};
        if (came.is_raised()) return raised_outcome(came.error());
        return {Outcome::Kind::returned, came.result() ? to_value(*came.result()) : Value(), "", ""};
    }

    generator coroutine_;
};

/// Of a generator. close() is destroying it early: no line of its body could notice, so the caller sees what Python's
/// would. There is no way into it for a value or an error (see refusal.hpp); send(None) is next().
template <typename T>
class GeneratorSubject final : public Subject {
public:
    explicit GeneratorSubject(coro::generator<T> elements) : elements_(std::move(elements)) {}

    Outcome apply(const Operation& operation) override {
        if (operation.kind != Operation::Kind::next && operation.kind != Operation::Kind::send) {
            at_.reset();
            elements_.reset();
            return {Outcome::Kind::closed, {}, "", ""};
        }
        if (!elements_) return {Outcome::Kind::returned, {}, "", ""};
        try {
            if (at_)
                ++*at_;
            else
                at_.emplace(elements_->begin());
            if (*at_ != elements_->end()) return {Outcome::Kind::yielded, to_value(**at_), "", ""};
        } catch (...) {
            return raised_outcome(std::current_exception());
        }
        at_.reset();
        elements_.reset(); // a for loop is over then, and its generator dies
        return {Outcome::Kind::returned, {}, "", ""};
    }

    std::string call_in_cpp(const Operation& operation) const override {
        if (operation.kind != Operation::Kind::next && operation.kind != Operation::Kind::send) return "} // ~coro()";
        // The same whether it is over or not: a list of what is to come gives nothing away.
        return at_ || !elements_ ? "if (at != coro.end()) ++at;" : "auto at = coro.begin();";
    }

private:
    std::optional<coro::generator<T>> elements_;
    std::optional<typename coro::generator<T>::iterator> at_;
};

template <typename Yield, typename Send, typename Return>
std::unique_ptr<Subject> subject_of(coro::send_generator<Yield, Send, Return> coroutine) {
    return std::make_unique<SendSubject<Yield, Send, Return>>(std::move(coroutine));
}
template <typename T>
std::unique_ptr<Subject> subject_of(coro::generator<T> elements) {
    return std::make_unique<GeneratorSubject<T>>(std::move(elements));
}

} // namespace lesson

#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conformance/observation.hpp"
#include "conformance/out_of_reach.hpp"
#include "conformance/python_function.hpp"
#include "coro/unraisable.hpp"
#include "text/conformance.hpp"

namespace conformance {

/// Runs one case with generators that obey `Protocol`, and records what can be seen from outside.
template <typename Protocol = coro::detail::python_protocol>
class Replay final : Surroundings {
public:
    explicit Replay(const Program& program) : program_(program), hook_(coro::on_unraisable()) {
        coro::on_unraisable() = [this](const std::exception_ptr& error) { note_unraisable(error); };
    }
    ~Replay() { coro::on_unraisable() = hook_; }
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    /// One observation an operation, and one for the drop at the end. OutOfReach when the case is given up. Once.
    std::vector<Observation> run(const std::vector<Operation>& script) {
        auto owner = std::make_unique<PythonGenerator<Protocol>>(
            python_function<Protocol>(*this, program_, program_.find("g0")->second, chain_, nullptr));
        under_test_ = owner.get();
        std::vector<Observation> seen;
        for (const Operation& operation : script) {
            Observation one = apply(operation);
            one.log = std::exchange(log_, {});
            one.state = state_name(under_test_->state());
            one.delegating = under_test_->frame() != nullptr && under_test_->frame()->is_delegating();
            seen.push_back(std::move(one));
        }
        begin_operation(true);
        owner.reset();
        if (gave_up_) std::rethrow_exception(gave_up_);
        Observation last;
        last.kind = "del";
        last.log = std::exchange(log_, {});
        seen.push_back(std::move(last));
        return seen;
    }

private:
    class Loop final : public LoopGenerator {
    public:
        Loop(Replay& replay, const Block& body, const Frame& caller)
            : chain_{&caller}, generator_(python_function<Protocol>(replay, replay.program_, body, chain_, nullptr)) {}
        ~Loop() override {
            chain_.throwing = true;
            ++chain_.operations;
        }
        Outcome next() override {
            ++chain_.operations;
            return generator_.next();
        }

    private:
        Chain chain_;
        PythonGenerator<Protocol> generator_;
    };

    void log(LogEntry entry) override {
        constexpr std::size_t steps_an_entry = 10; // it takes more memory than a variable
        spend(steps_an_entry);
        for (const Value& word : entry.words) spend(steps_of(word));
        if (entry.arguments)
            for (const Value& argument : *entry.arguments) spend(steps_of(argument));
        log_.push_back(std::move(entry));
    }
    std::unique_ptr<LoopGenerator> call(const std::string& function, const Frame& caller) override {
        return std::make_unique<Loop>(*this, program_.find(function)->second, caller);
    }
    Outcome next_of_generator_under_test() override { return under_test_->next(); }
    void spend(std::size_t steps) override {
        constexpr std::size_t most_steps = 2'000'000;
        spent_ += steps;
        if (spent_ > most_steps)
            throw OutOfReach{text::fill(text::conformance::too_many_steps, {text::grouped(most_steps)})};
    }

    /// Called in a destructor, which nothing may leave: run() throws what is no exception of the program.
    void note_unraisable(const std::exception_ptr& error) noexcept {
        try {
            const Raised raised = to_python(error, nullptr);
            log({{std::string("unraisable"), std::string(name_of(raised->type))}, raised->arguments});
        } catch (...) {
            gave_up_ = std::current_exception();
        }
    }

    void begin_operation(bool throwing) {
        chain_.throwing = throwing;
        ++chain_.operations;
    }

    Observation apply(const Operation& operation) {
        begin_operation(operation.kind == Operation::Kind::throws || operation.kind == Operation::Kind::close);
        switch (operation.kind) {
        case Operation::Kind::close: {
            const coro::close_outcome closed = under_test_->close();
            if (!closed.ok()) return observed(closed.error());
            Observation one;
            one.kind = "ok";
            return one;
        }
        case Operation::Kind::throws:
            return observed(under_test_->throw_(to_cpp(make_raised(operation.type, operation.arguments))));
        case Operation::Kind::send:
            if (!std::holds_alternative<std::monostate>(operation.value))
                return observed(under_test_->send(operation.value));
            break;
        case Operation::Kind::next:
            break;
        }
        return observed(under_test_->next());
    }

    static Observation observed(Outcome came) {
        if (came.is_raised()) return observed(came.error());
        Observation one;
        one.kind = came.is_yielded() ? "yield" : "stop";
        if (came.is_yielded())
            one.value = std::move(came.value());
        else if (came.result())
            one.value = std::move(*came.result());
        return one;
    }

    static Observation observed(const std::exception_ptr& error) {
        constexpr std::size_t most_contexts = 8;
        const Raised raised = to_python(error, nullptr);
        Observation one;
        if (is_a(raised->type, ExceptionType::stop_iteration)) {
            one.kind = "stop";
            one.value = raised->value();
            return one;
        }
        one.kind = "raise";
        one.type = name_of(raised->type);
        one.arguments = raised->arguments;
        if (raised->cause) one.cause = name_of(raised->cause->type);
        for (Raised link = raised->context; link != nullptr && one.context.size() < most_contexts; link = link->context)
            one.context.emplace_back(name_of(link->type));
        return one;
    }

    static std::string state_name(coro::generator_state state) {
        switch (state) {
        case coro::generator_state::created:
            return "CREATED";
        case coro::generator_state::running:
            return "RUNNING";
        case coro::generator_state::suspended:
            return "SUSPENDED";
        case coro::generator_state::closed:
            break;
        }
        return "CLOSED";
    }

    const Program& program_;
    std::function<void(const std::exception_ptr&)> hook_;
    Chain chain_;
    std::vector<LogEntry> log_;
    std::size_t spent_ = 0; ///< steps
    std::exception_ptr gave_up_;
    PythonGenerator<Protocol>* under_test_ = nullptr;
};

} // namespace conformance

#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "conformance/frame.hpp"
#include "conformance/observation.hpp"
#include "conformance/program.hpp"
#include "coro/outcome.hpp"

namespace conformance {

using Outcome = coro::outcome<Value, Value>;

/// A generator that a `for` loop drives and drops.
class LoopGenerator {
public:
    virtual ~LoopGenerator() = default;
    virtual Outcome next() = 0;
};

/// What a running function needs of the world around it.
class Surroundings {
public:
    virtual void log(LogEntry entry) = 0;
    virtual std::unique_ptr<LoopGenerator> call(const std::string& function, const Frame& caller) = 0;
    virtual Outcome next_of_generator_under_test() = 0;
    /// Of what the case may use in all. OutOfReach when there is no more.
    virtual void spend(std::size_t steps) = 0;

protected:
    ~Surroundings() = default;
};

/// Runs one function of a program up to where only a coroutine can go on: it neither yields nor delegates itself, it
/// asks for it. Nested statements are a stack of its own, so that one C++ coroutine stands for one Python function.
class Machine {
public:
    struct Yields {
        Value value;
    };
    struct Delegates {
        const Source* source;
    };
    struct Returns {
        Value value;
    };
    struct Raises {
        Raised raised;
    };
    using Request = std::variant<Yields, Delegates, Returns, Raises>;

    /// OutOfReach when `frame` lies too deep for the stack of the replay.
    Machine(Surroundings& surroundings, const Block& body, Frame& frame);
    ~Machine();
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    /// Runs to the next request. OutOfReach when the case is to be given up. After Yields or Delegates one of answer()
    /// and raise() must come before the next run; Returns and Raises are the last.
    Request run();
    void answer(Value value);
    /// The exception came out of the yield or the yield from.
    void raise(Raised raised);

private:
    enum class Exit : unsigned char { normal, breaks, continues, returns, raises };
    struct Completion {
        Exit exit = Exit::normal;
        Value value;
        Raised raised;
    };
    enum class Part : unsigned char { block, for_range, forever, for_generator, try_body, handler, otherwise, finally };
    struct Activation {
        Part part = Part::block;
        const Statement* statement = nullptr; ///< which it is a part of
        const Block* block = nullptr;
        std::size_t next = 0;
        std::int64_t index = 0;
        std::unique_ptr<LoopGenerator> generator;
        Completion pending; ///< of `finally`: what goes on behind it
    };

    std::optional<Request> execute(const Statement& statement);
    void enter(Part part, const Statement& statement, const Block& block);
    void leave(Completion completion);
    bool next_round(Activation& loop, Completion& completion);
    bool handle(const Statement& statement, const Completion& completion);
    bool finish(const Statement& statement, Completion& completion);
    void raise_new(ExceptionType type, std::vector<Value> arguments);
    Value evaluate(const Expression& expression) const;
    Value value_of(const Expression& expression) const;
    bool holds(const Condition& condition) const;

    Surroundings& surroundings_;
    Frame& frame_;
    std::array<Value, 4> variables_;
    std::vector<Activation> stack_;
    Completion result_; ///< of the whole function, once the stack is empty
    const Statement* waiting_ = nullptr;
};

} // namespace conformance

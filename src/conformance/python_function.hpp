#pragma once

#include <exception>
#include <optional>
#include <utility>
#include <variant>

#include "conformance/iterator_object.hpp"
#include "conformance/machine.hpp"
#include "coro/send_generator.hpp"

namespace conformance {

/// A Python generator object: a send_generator of the library, under the protocol to be tested.
template <typename Protocol>
using PythonGenerator = coro::detail::protocol_generator<Value, Value, Value, Protocol>;

/// Calls a function of the program: the coroutine that is the Python generator function. Its `yield` is co_yield, its
/// `yield from` the library's yield_from(); the machine does the rest.
template <typename Protocol>
PythonGenerator<Protocol> python_function(Surroundings& surroundings, const Program& program, const Block& body,
                                          Chain& chain, const Frame* delegator) {
    Frame frame{chain, delegator};
    Machine machine(surroundings, body, frame);
    while (true) {
        Machine::Request request = machine.run();
        if (auto* end = std::get_if<Machine::Returns>(&request)) co_return std::move(end->value);
        if (auto* end = std::get_if<Machine::Raises>(&request)) std::rethrow_exception(to_cpp(end->raised));

        std::optional<Value> answer;
        std::exception_ptr error;
        bool resumed = true; // by an operation, not by its delegate alone
        if (auto* yields = std::get_if<Machine::Yields>(&request)) {
            try {
                auto sent = co_yield std::move(yields->value); // GCC 12 knows no type for it in a template
                answer = std::move(sent);
            } catch (...) {
                error = std::current_exception();
            }
        } else {
            const Source& source = *std::get<Machine::Delegates>(request).source;
            const unsigned operations = chain.operations;
            // One try block for each: see send_generator.hpp on Clang for WebAssembly.
            if (source.kind == Source::Kind::generator) {
                try {
                    answer = co_await coro::yield_from(python_function<Protocol>(
                        surroundings, program, program.find(source.function)->second, chain, &frame));
                } catch (...) {
                    error = std::current_exception();
                }
            } else {
                try {
                    answer = co_await coro::yield_from(IteratorObject(source, surroundings, frame));
                } catch (...) {
                    error = std::current_exception();
                }
            }
            resumed = chain.operations != operations;
        }

        if (resumed) frame.linked = !chain.throwing;
        if (error == nullptr) {
            machine.answer(answer ? std::move(*answer) : Value());
            continue;
        }
        const bool thrown_in = resumed && chain.throwing;
        const Raised raised = to_python(error, thrown_in ? frame.below_chain() : frame.topmost_handled());
        // gen_send_ex() chains what is thrown in to what its own frame handles, and to nothing below it.
        if (thrown_in) set_context(raised, frame.own_handled());
        machine.raise(raised);
    }
}

} // namespace conformance

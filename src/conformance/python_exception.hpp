#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "conformance/program.hpp"

namespace conformance {

/// A Python exception object. Shared, because Python's have an identity: a context is set on the one that is raised.
struct PythonException {
    ExceptionType type = ExceptionType::exception;
    std::vector<Value> arguments;
    std::shared_ptr<PythonException> cause;
    std::shared_ptr<PythonException> context;

    /// What a StopIteration carries.
    Value value() const { return arguments.empty() ? Value() : arguments.front(); }
};
using Raised = std::shared_ptr<PythonException>;

Raised make_raised(ExceptionType type, std::vector<Value> arguments);

/// Implicit chaining as _PyErr_SetObject (Python/errors.c) does it: `handled` becomes the context of `raised`, and is
/// first cut out of its own chain when that comes back to `raised`. Nothing happens when one of them is null.
void set_context(const Raised& raised, const Raised& handled);

/// `raised` as a C++ exception that the library takes for what it is: StopIteration, GeneratorExit or another.
std::exception_ptr to_cpp(const Raised& raised);

/// The other way. What the library raised by itself becomes a new exception object, with `handled` as its context
/// unless the library gave it one. What is no exception of the language (OutOfReach) is thrown on.
Raised to_python(const std::exception_ptr& error, const Raised& handled);

} // namespace conformance

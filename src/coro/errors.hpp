#pragma once

#include <any>
#include <exception>
#include <string>
#include <utility>

namespace coro {

/// The root of Python's exceptions, as a C++ exception with Python's chaining: `cause` is what was named by
/// `raise … from`, `context` what was being handled (PEP 3134). C++ cannot know the latter by itself; this library sets
/// both where the protocol does. Source: https://docs.python.org/3/library/exceptions.html
class base_exception : public std::exception {
public:
    explicit base_exception(std::string message = {}) : message_(std::move(message)) {}
    const char* what() const noexcept override { return message_.c_str(); }

    std::exception_ptr cause;
    std::exception_ptr context;

private:
    std::string message_;
};

/// Thrown at the suspension point of a generator that is closed or dropped. Not an `exception`: as in Python, a catch
/// clause for ordinary errors lets it pass.
class generator_exit : public base_exception {
public:
    using base_exception::base_exception;
};

/// What ordinary errors derive from.
class exception : public base_exception {
public:
    using base_exception::base_exception;
};

/// What an adapter throws when a generator has returned. Let out of a generator's body it becomes a runtime_error
/// (PEP 479).
class stop_iteration : public exception {
public:
    explicit stop_iteration(std::any value_ = {}) : exception("StopIteration"), value(std::move(value_)) {}

    std::any value; ///< what the generator returned; empty for None
};

class value_error : public exception {
public:
    using exception::exception;
};

class type_error : public exception {
public:
    using exception::exception;
};

class attribute_error : public exception {
public:
    using exception::exception;
};

class runtime_error : public exception {
public:
    using exception::exception;
};

/// Whether `error` is an `Error`.
template <typename Error>
bool holds(const std::exception_ptr& error) {
    if (error == nullptr) return false;
    try {
        std::rethrow_exception(error);
    } catch (const Error&) {
        return true;
    } catch (...) {
        return false;
    }
}

} // namespace coro

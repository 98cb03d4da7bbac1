#include "conformance/python_exception.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "coro/errors.hpp"

namespace conformance {
namespace {

struct TypeRow {
    std::string_view name;
    ExceptionType parent;
};

using enum ExceptionType;
constexpr std::array<TypeRow, static_cast<std::size_t>(ExceptionType::count)> types{{
    {"BaseException", base_exception},
    {"GeneratorExit", base_exception},
    {"Exception", base_exception},
    {"StopIteration", exception},
    {"ValueError", exception},
    {"TypeError", exception},
    {"RuntimeError", exception},
    {"AttributeError", exception},
    {"LookupError", exception},
    {"KeyError", lookup_error},
    {"ArithmeticError", exception},
    {"ZeroDivisionError", arithmetic_error},
}};

class Carried {
public:
    explicit Carried(Raised raised_) : raised(std::move(raised_)) {}
    Raised raised;
};

/// Both an exception of the library, so that it is recognized there, and the Python object.
template <typename Base>
class Carrier : public Base, public Carried {
public:
    explicit Carrier(Raised raised_) : Carried(std::move(raised_)) {}
};

Raised imported(ExceptionType type, const coro::base_exception& error, const Raised& handled) {
    Raised raised = make_raised(type, {});
    if (type != generator_exit) raised->arguments.emplace_back(std::string(error.what()));
    if (error.context)
        raised->context = to_python(error.context, nullptr);
    else
        set_context(raised, handled);
    if (error.cause) raised->cause = error.cause == error.context ? raised->context : to_python(error.cause, nullptr);
    return raised;
}

} // namespace

std::string_view name_of(ExceptionType type) {
    return types[static_cast<std::size_t>(type)].name;
}

bool is_a(ExceptionType type, ExceptionType parent) {
    while (type != parent && type != base_exception) type = types[static_cast<std::size_t>(type)].parent;
    return type == parent;
}

Raised make_raised(ExceptionType type, std::vector<Value> arguments) {
    return std::make_shared<PythonException>(PythonException{type, std::move(arguments), nullptr, nullptr});
}

void set_context(const Raised& raised, const Raised& handled) {
    if (raised == nullptr || handled == nullptr || raised == handled) return;
    for (PythonException* link = handled.get(); link->context != nullptr; link = link->context.get()) {
        if (link->context == raised) {
            link->context = nullptr;
            break;
        }
    }
    raised->context = handled;
}

std::exception_ptr to_cpp(const Raised& raised) {
    if (is_a(raised->type, stop_iteration)) {
        Carrier<coro::stop_iteration> carrier(raised);
        carrier.value = raised->value();
        return std::make_exception_ptr(carrier);
    }
    if (is_a(raised->type, generator_exit)) return std::make_exception_ptr(Carrier<coro::generator_exit>(raised));
    return std::make_exception_ptr(Carrier<coro::base_exception>(raised));
}

Raised to_python(const std::exception_ptr& error, const Raised& handled) {
    try {
        std::rethrow_exception(error);
    } catch (const Carried& carried) {
        return carried.raised;
    } catch (const coro::generator_exit& known) {
        return imported(generator_exit, known, handled);
    } catch (const coro::runtime_error& known) {
        return imported(runtime_error, known, handled);
    } catch (const coro::value_error& known) {
        return imported(value_error, known, handled);
    } catch (const coro::type_error& known) {
        return imported(type_error, known, handled);
    }
}

} // namespace conformance

#pragma once

#include <any>
#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "coro/errors.hpp"
#include "coro/foreign_delegate.hpp"
#include "coro/outcome.hpp"

namespace coro {

/// What `co_await yield_from(…)` waits for; made by yield_from() and of use only in that expression.
template <typename Delegate>
class delegation {
public:
    explicit delegation(Delegate&& delegate) : delegate_(std::forward<Delegate>(delegate)) {}
    Delegate&& delegate() && { return std::forward<Delegate>(delegate_); }

private:
    Delegate delegate_; ///< a reference when it was given an lvalue
};

/// `R result = co_await yield_from(g)` inside a send_generator is Python's `result = yield from g` (PEP 380): what g
/// yields goes to the caller, what the caller sends, throws or closes goes to g, and what g returns is the result.
///
/// Given an rvalue it owns g until the co_await is over; when g is a send_generator of the same Yield and Send, a step
/// resumes the innermost generator directly, in O(1) however deep they are nested. Given an lvalue, g stays the
/// caller's, must outlive the co_await, and each step is an operation on it (one call a level). g may be anything with
///
///     outcome<Yield, R> send(std::optional<Send>);      // no value: next()
///     outcome<Yield, R> throw_(std::exception_ptr);     // may be missing, or absent when a has_throw() says so
///     close_outcome close();                            // may be missing
///
/// Without throw_(), what is thrown in is raised at the yield_from. A StopIteration that comes out of send() or
/// throw_() is no error: it ends the delegation with its value, which must be an R, or nothing: of another type it is a
/// TypeError. (A delegation of void drops it.)
///
/// GCC 12 destroys a temporary twice that an initializer list makes of an aggregate inside a co_await expression: write
/// no `yield_from(Mine{…})` there, but give Mine a constructor, or name it and move it.
///
/// A g that was over before has nothing to return; the result is then R{}, or a ValueError when there is no R{}.
template <typename Delegate>
delegation<Delegate> yield_from(Delegate&& delegate) {
    return delegation<Delegate>(std::forward<Delegate>(delegate));
}

namespace detail {

/// The result of a yield_from whose delegate returned `value`.
template <typename Protocol, typename Return>
Return result_of_delegation(std::optional<stored<Return>>&& value) {
    if constexpr (std::is_void_v<Return>) {
        return;
    } else {
        if (value && Protocol::delegation_has_a_result) return std::move(*value);
        if constexpr (std::default_initializable<Return>)
            return Return{};
        else
            throw value_error("yield from: the generator was over and has no value");
    }
}

/// Waits for a send_generator that it owns; the engine runs both.
template <typename Generator, typename Frame, typename Protocol>
class owned_awaiter {
    using result = typename Generator::return_type;

public:
    owned_awaiter(Generator inner, Frame& outer) : inner_(std::move(inner)), outer_(outer) {}
    bool await_ready() const noexcept { return !inner_.frame_ || inner_.frame_.promise().running_; }
    void await_suspend(std::coroutine_handle<>) noexcept { outer_.delegate_ = &inner_.frame_.promise(); }
    result await_resume() {
        outer_.rethrow_injected();
        if (!inner_.frame_) return result_of_delegation<Protocol, result>(std::nullopt);
        auto& promise = inner_.frame_.promise();
        if (!promise.closed_) throw value_error("generator already executing");
        if (promise.error_) std::rethrow_exception(promise.error_);
        return result_of_delegation<Protocol, result>(std::move(promise.result_));
    }

private:
    Generator inner_;
    Frame& outer_;
};

/// Waits for anything else; each step is a call of its send(), throw_() or close().
template <typename Delegate, typename Frame, typename Yield, typename Send, typename Protocol>
class foreign_awaiter final : public foreign_delegate<Yield, Send> {
    using outcome_type = decltype(std::declval<Delegate&>().send(std::optional<stored<Send>>()));
    template <typename Outcome>
    struct return_of;
    template <typename Return>
    struct return_of<outcome<Yield, Return>> {
        using type = Return;
    };
    using result = typename return_of<outcome_type>::type;

public:
    foreign_awaiter(Delegate&& delegate, Frame& outer) : delegate_(std::forward<Delegate>(delegate)), outer_(outer) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept { outer_.foreign_ = this; }
    result await_resume() {
        outer_.rethrow_injected();
        if (error_) std::rethrow_exception(error_);
        return result_of_delegation<Protocol, result>(std::move(result_));
    }

    std::optional<stored<Yield>> send(std::optional<stored<Send>> value) override {
        return take([&] { return delegate_.send(std::move(value)); });
    }
    std::optional<stored<Yield>> throw_(std::exception_ptr error) override {
        if constexpr (requires { delegate_.throw_(error); }) {
            if (has_throw()) return take([&] { return delegate_.throw_(std::move(error)); });
        }
        error_ = std::move(error);
        return std::nullopt;
    }
    std::exception_ptr close() override {
        if constexpr (requires { delegate_.close(); }) {
            try {
                return delegate_.close().error();
            } catch (...) {
                return std::current_exception();
            }
        }
        return nullptr;
    }

private:
    bool has_throw() const {
        if constexpr (requires { delegate_.has_throw(); })
            return delegate_.has_throw();
        else
            return true;
    }

    template <typename Operation>
    std::optional<stored<Yield>> take(const Operation& operation) {
        try {
            outcome_type came = operation();
            if (came.is_yielded()) return std::move(came.value());
            if (came.is_raised())
                end_with(came.error());
            else
                result_ = std::move(came.result());
        } catch (...) {
            end_with(std::current_exception());
        }
        return std::nullopt;
    }

    /// A StopIteration that is raised, whoever made it, is the end of the delegation and not an error (PEP 380).
    void end_with(std::exception_ptr error) {
        try {
            std::rethrow_exception(error);
        } catch (const stop_iteration& stop) {
            if constexpr (!std::is_void_v<result>)
                if (stop.value.has_value()) take_value(stop.value);
        } catch (...) {
            error_ = std::move(error);
        }
    }

    void take_value(const std::any& value) {
        if constexpr (std::is_copy_constructible_v<stored<result>>) { // an any holds no other
            if (const auto* wanted = std::any_cast<stored<result>>(&value)) {
                result_ = *wanted;
                return;
            }
        }
        error_ = std::make_exception_ptr(type_error("yield from: the value of the StopIteration has another type"));
    }

    Delegate delegate_;
    Frame& outer_;
    std::optional<stored<result>> result_;
    std::exception_ptr error_;
};

} // namespace detail
} // namespace coro

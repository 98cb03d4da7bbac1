#pragma once

#include <cassert>
#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "coro/errors.hpp"
#include "coro/outcome.hpp"
#include "coro/protocol.hpp"
#include "coro/return_slot.hpp"
#include "coro/send_frame.hpp"
#include "coro/unraisable.hpp"
#include "coro/yield_from.hpp"

namespace coro {
namespace detail {

template <typename Yield, typename Send, typename Return, typename Protocol>
class protocol_generator;

} // namespace detail

/// Python's generator with send(): a coroutine that yields `Yield`, is sent `Send` and returns `Return` (void for what
/// is not used), by the protocol of PEP 342, 380 and 479 as CPython 3.11 has it.
///
///     send_generator<double, double> average() {
///         double total = 0, mean = 0;
///         for (int count = 1; std::optional<double> sent = co_yield mean; ++count) mean = (total += *sent) / count;
///     }
///
/// `co_yield v` suspends; the caller's operation gives `yielded{v}`. The next operation resumes the innermost generator
/// of the chain, on the caller's stack: the co_yield then is what was sent (empty after next(), Python's None) or
/// throws what was thrown. `co_await yield_from(g)` delegates. Yield, Send and Return are movable object types.
///
/// C++ allows neither co_yield nor co_await inside a catch block: remember there what to do, and do it behind it. For
/// WebAssembly, Clang 19 loses the handlers of a try block in which one path suspends and another throws or suspends
/// through a yield_from: give each its own (LLVM bug 208409 is of that kind). GCC 12 evaluates a co_await in a
/// conditional expression always, and reaches no type for a co_yield in a template but through `auto`.
///
/// Dropping a suspended one closes it first, so that catch clauses and destructors run; an error from there goes to
/// on_unraisable(). If it ignores the GeneratorExit, its frame is destroyed where it stands. An owner that is destroyed
/// by its own running generator leaves it to the operation at work, which drops it at its end.
///
/// The frame is freed when the generator ends. Move-only; a moved-from one is closed. Not for two threads at once.
template <typename Yield, typename Send = void, typename Return = void>
using send_generator = detail::protocol_generator<Yield, Send, Return, detail::python_protocol>;

namespace detail {

/// The promise of a send_generator: its common part, and the value that it returns.
template <typename Yield, typename Send, typename Return, typename Protocol>
class send_promise : public send_frame<Yield, Send, Protocol>, public return_slot<Return> {
    using frame = send_frame<Yield, Send, Protocol>;

public:
    using generator = protocol_generator<Yield, Send, Return, Protocol>;

    send_promise() noexcept : frame(std::coroutine_handle<send_promise>::from_promise(*this)) {}
    generator get_return_object() noexcept {
        return generator(std::coroutine_handle<send_promise>::from_promise(*this));
    }

    template <typename Inner>
    owned_awaiter<protocol_generator<Yield, Send, Inner, Protocol>, send_promise, Protocol> await_transform(
        delegation<protocol_generator<Yield, Send, Inner, Protocol>>&& inner) {
        return {std::move(inner).delegate(), *this};
    }
    template <typename Delegate>
    foreign_awaiter<Delegate, send_promise, Yield, Send, Protocol> await_transform(delegation<Delegate>&& other) {
        return {std::move(other).delegate(), *this};
    }

private:
    friend generator;
    template <typename, typename, typename>
    friend class owned_awaiter;
    template <typename, typename, typename, typename, typename>
    friend class foreign_awaiter;

    generator* owner_ = nullptr; ///< while an operation is at work; null: it was destroyed meanwhile
};

/// What send_generator is, by the rules of `Protocol`; see there.
template <typename Yield, typename Send, typename Return, typename Protocol>
class protocol_generator {
public:
    using yield_type = Yield;
    using send_type = Send;
    using return_type = Return;
    using outcome_type = outcome<Yield, Return>;
    using promise_type = send_promise<Yield, Send, Return, Protocol>;

    /// Runs nothing: the frame stays where it is and changes its owner, also while it runs (the operation at work then
    /// looks after it to its end). `other` is closed from now on. O(1).
    protocol_generator(protocol_generator&& other) noexcept : frame_(std::exchange(other.frame_, {})) { tell_owner(); }
    /// The same; the generator that was held before is dropped, as by the destructor.
    protocol_generator& operator=(protocol_generator other) noexcept {
        std::swap(frame_, other.frame_);
        tell_owner();
        other.tell_owner();
        return *this;
    }
    /// Drops it: throws generator_exit into a suspended one, on this stack, as close() does; an error from there goes
    /// to on_unraisable(). One that was not begun runs nothing. The frame is freed, unless it runs: see above. O(depth)
    /// for what it delegates to, and what the bodies do.
    ~protocol_generator() {
        if (frame_) drop(frame_);
    }

    /// Starts or resumes it. After the end: returned, without a value. While running (a body that resumes the generator
    /// it belongs to): ValueError, nothing resumed. O(1).
    outcome_type next() { return send(std::nullopt); }

    /// Resumes the innermost generator of the chain with `value`, on the caller's stack, until somebody yields to the
    /// caller or this one ends; without a value it is next(). A value before the start is a TypeError, nothing resumed.
    /// O(1) however deep it delegates. What a move of a value on its way throws comes out of here; the value is lost.
    outcome_type send(std::optional<stored<Send>> value) {
        if (!frame_) return returned<Return>{};
        promise_type& promise = frame_.promise();
        if (!promise.begun_ && value && !promise.running_) {
            if (Protocol::value_before_start_is_refused)
                return refused<type_error>("can't send non-None value to a just-started generator");
            value.reset();
        }
        if (promise.running_) return refused<value_error>("generator already executing");
        return operate([&] { promise.send(std::move(value)); });
    }

    /// Throws `error` at the suspension point of the innermost generator; a generator_exit at each, from the innermost
    /// outwards, as PEP 380 says. `error` is not null. Before the start it ends the generator, and after the end it
    /// changes nothing; either way the error comes back. O(1) and the frames that it unwinds.
    outcome_type throw_(std::exception_ptr error) {
        assert(error != nullptr);
        if (!frame_) {
            if (!Protocol::throw_after_end_raises) return returned<Return>{};
            return raised{std::move(error)};
        }
        promise_type& promise = frame_.promise();
        if (promise.running_) return refused<value_error>("generator already executing");
        if (!Protocol::thrown_exit_is_no_close && holds<generator_exit>(error)) {
            if (const close_outcome closed = close(); !closed.ok()) return raised{closed.error()};
            return returned<Return>{};
        }
        if (!promise.begun_ && !Protocol::throw_before_start_runs_nothing)
            if (outcome_type first = next(); !first.is_yielded()) return first;
        if (!promise.begun_) {
            // The body's frame is what the error passes through, so PEP 479 holds.
            try {
                std::rethrow_exception(error);
            } catch (...) {
                promise.unhandled_exception();
            }
            error = promise.error_;
            std::exchange(frame_, {}).destroy();
            return raised{std::move(error)};
        }
        return operate([&] { promise.throw_in(std::move(error)); });
    }
    template <std::derived_from<std::exception> Error>
    outcome_type throw_(Error error) {
        return throw_(std::make_exception_ptr(std::move(error)));
    }

    /// Closes what it delegates to, from the innermost outwards, and then itself: each is resumed, on the caller's
    /// stack, with a generator_exit thrown at its suspension point. Fine when it then ends or lets the generator_exit
    /// out, and its frame is freed; any other error comes back, with the frame freed, too. RuntimeError when it yields:
    /// it stays suspended there. Before the start it runs nothing of the body, after the end it does nothing. While
    /// running: ValueError, nothing resumed. O(depth) and what the bodies do. Source: PEP 342, PEP 380.
    close_outcome close() {
        if (!frame_) return {};
        promise_type& promise = frame_.promise();
        if (promise.running_) return refused_close();
        if (!promise.begun_) {
            std::exchange(frame_, {}).destroy();
            return {};
        }
        std::exception_ptr error;
        (void)operate([&] { error = promise.close_in(); });
        return close_outcome(std::move(error));
    }

    /// What inspect.getgeneratorstate() says: closed also when moved from. Runs nothing. O(1) for one that nobody
    /// delegates to, as an owner's never is but inside yield_from's co_await.
    generator_state state() const noexcept { return frame_ ? frame_.promise().state() : generator_state::closed; }

    /// The frame's common part, for looking into it: state, addresses, who delegates to whom. Null after the end; valid
    /// until the next operation. O(1).
    const send_frame<Yield, Send, Protocol>* frame() const noexcept { return frame_ ? &frame_.promise() : nullptr; }

private:
    friend promise_type;
    template <typename, typename, typename>
    friend class owned_awaiter;
    using handle = std::coroutine_handle<promise_type>;

    explicit protocol_generator(handle frame) noexcept : frame_(frame) {}

    template <typename Error>
    static outcome_type refused(const char* why) {
        return raised{std::make_exception_ptr(Error(why))};
    }
    static close_outcome refused_close() {
        return close_outcome(std::make_exception_ptr(value_error("generator already executing")));
    }

    void tell_owner() noexcept {
        if (frame_ && frame_.promise().running_) frame_.promise().owner_ = this;
    }

    /// `operation` runs the chain; what came of it is in the frames then. `this` may be gone by then, or own another.
    template <typename Operation>
    outcome_type operate(const Operation& operation) {
        const handle frame = frame_;
        promise_type& promise = frame.promise();
        promise.owner_ = this;
        promise.running_ = true;
        const end_of_operation end{frame}; // also where a move of Yield, Send or Return throws
        operation();
        return outcome_of(promise);
    }

    struct end_of_operation {
        handle frame;
        ~end_of_operation() {
            promise_type& promise = frame.promise();
            promise.running_ = false;
            if (promise.owner_ == nullptr)
                drop(frame);
            else if (promise.closed_)
                std::exchange(promise.owner_->frame_, {}).destroy();
        }
    };

    static outcome_type outcome_of(promise_type& promise) {
        if (!promise.closed_) return yielded<Yield>{promise.take_offered()};
        if (promise.error_) return raised{promise.error_};
        if (!Protocol::return_value_is_kept) promise.result_.reset();
        return returned<Return>{std::move(promise.result_)};
    }

    static void drop(handle frame) noexcept {
        promise_type& promise = frame.promise();
        if (promise.running_) {
            promise.owner_ = nullptr;
            return;
        }
        promise.running_ = true;
        if (Protocol::drop_closes && promise.begun_ && !promise.closed_) {
            promise.become_root();
            if (const std::exception_ptr error = promise.close_in()) detail::tell_unraisable(error);
        }
        frame.destroy();
    }

    handle frame_;
};

} // namespace detail
} // namespace coro

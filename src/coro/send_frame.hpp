#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "coro/errors.hpp"
#include "coro/foreign_delegate.hpp"
#include "coro/frame_memory.hpp"
#include "coro/outcome.hpp"
#include "coro/protocol.hpp"

namespace coro {

/// As inspect.getgeneratorstate() names them. A generator is also running while one that it delegates to runs.
enum class generator_state : unsigned char { created, running, suspended, closed };

namespace detail {

/// What the frames of send_generators that may delegate to each other have in common: a base of their promises, and
/// the engine that runs them.
///
/// A generator and those it delegates to form a chain, linked both ways. The outermost is its root; only the root's
/// `innermost_` is up to date, so next() and send() cost the same however long the chain is. Whoever suspends returns
/// to run(), which resumes whoever is next: the native stack does not grow with the chain, nor where symmetric transfer
/// is no tail call (WebAssembly, GCC below -O2).
template <typename Yield, typename Send, typename Protocol>
class send_frame : public frame_memory {
public:
    using sent = std::optional<stored<Send>>;

    send_frame(const send_frame&) = delete;
    send_frame& operator=(const send_frame&) = delete;

    // For whoever looks into frames; all in O(1) but state(), which walks to the root.
    generator_state state() const noexcept {
        if (closed_) return generator_state::closed;
        for (const send_frame* frame = this; frame != nullptr; frame = frame->delegator_)
            if (frame->running_) return generator_state::running;
        return begun_ ? generator_state::suspended : generator_state::created;
    }
    const void* address() const noexcept { return self_.address(); }  ///< of the frame; `this` is the promise's
    const send_frame* delegate() const noexcept { return delegate_; } ///< the generator that it delegates to, or null
    const send_frame* delegator() const noexcept { return delegator_; }
    /// Whether it waits in a yield_from, whatever it delegates to (Python's gi_yieldfrom).
    bool is_delegating() const noexcept { return delegate_ != nullptr || foreign_ != nullptr; }

    // The coroutine's side.
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct final_awaiter {
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> self) const noexcept {
            self.promise().closed_ = true;
            self.promise().offered_.reset();
        }
        void await_resume() const noexcept {}
    };
    final_awaiter final_suspend() noexcept { return {}; }

    class yield_awaiter {
    public:
        explicit yield_awaiter(send_frame& frame) : frame_(frame) {}
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<>) const noexcept {}
        std::conditional_t<std::is_void_v<Send>, void, sent> await_resume() const {
            frame_.rethrow_injected();
            if constexpr (!std::is_void_v<Send>) {
                // Not copied as a whole: that would wait until its parts, just written, are stored.
                if (!frame_.received_) return std::nullopt;
                sent value(std::in_place, std::move(*frame_.received_));
                frame_.received_.reset();
                return value;
            }
        }

    private:
        send_frame& frame_;
    };
    yield_awaiter yield_value(stored<Yield> value) {
        offered_.emplace(std::move(value));
        return yield_awaiter(*this);
    }

    void unhandled_exception() {
        error_ = std::current_exception();
        if (Protocol::stop_iteration_is_wrapped && holds<stop_iteration>(error_)) {
            runtime_error wrapped("generator raised StopIteration");
            wrapped.cause = wrapped.context = error_;
            error_ = std::make_exception_ptr(wrapped);
        }
        if (frame_watcher* const watcher = frame_watcher::of_this_thread()) watcher->let_out(self_.address(), error_);
    }

protected:
    explicit send_frame(std::coroutine_handle<> self) noexcept : self_(self) {}
    ~send_frame() = default;

    // The engine's side; all of these are asked of the root, which is begun and not running, unless they say otherwise.

    /// Sends `value` to the innermost generator (or what it delegates to) and runs until somebody yields or this one
    /// has finished.
    void send(sent value) {
        if (!Protocol::send_is_passed_on && is_delegating()) value.reset();
        innermost_->received_ = std::move(value);
        if (!offer_from(*innermost_)) run();
    }

    /// The same with an exception. A GeneratorExit closes the delegates and is then thrown here (PEP 380).
    void throw_in(std::exception_ptr error) {
        if (holds<generator_exit>(error)) {
            if (const std::exception_ptr closing = close_delegates()) error = closing;
            return throw_here(std::move(error));
        }
        if (!Protocol::throw_is_passed_on) return throw_here(std::move(error));
        send_frame& top = *innermost_;
        if (top.foreign_ == nullptr) {
            top.injected_ = std::move(error);
        } else {
            top.offered_ = top.foreign_->throw_(std::move(error));
            if (top.offered_) return;
            top.foreign_ = nullptr;
        }
        run();
    }

    /// Closes it: the delegates first, from the innermost outwards, each as a generator of its own. Returns the error
    /// that came out, or null.
    std::exception_ptr close_in() {
        std::exception_ptr error = close_delegates();
        throw_here(error ? std::move(error) : std::make_exception_ptr(generator_exit()));
        return closing_error();
    }

    /// What the operation hands to the caller, when this one has not finished.
    stored<Yield> take_offered() { return std::move(*innermost_->offered_); }

    /// Of the root or of a frame that lost its delegator: makes it the root of what hangs on it.
    void become_root() noexcept {
        delegator_ = nullptr;
        for (innermost_ = this; innermost_->delegate_ != nullptr;) innermost_ = innermost_->delegate_;
    }

    void rethrow_injected() {
        if (injected_) std::rethrow_exception(std::exchange(injected_, nullptr));
    }

    bool begun_ = false;
    bool closed_ = false;
    bool running_ = false;           ///< of a root: an operation is at work
    send_frame* delegate_ = nullptr; ///< owned by the awaiter in this frame
    send_frame* delegator_ = nullptr;
    send_frame* innermost_ = this;                     ///< of a root: who yielded last
    foreign_delegate<Yield, Send>* foreign_ = nullptr; ///< lies in the awaiter in this frame
    std::optional<stored<Yield>> offered_;             ///< what it yielded last
    sent received_;                                    ///< what it is resumed with; empty while it waits,
    std::exception_ptr injected_;                      ///< or this, thrown
    std::exception_ptr error_;                         ///< what came out of it at its end

private:
    void run() {
        while (true) {
            send_frame& top = *innermost_;
            top.begun_ = true;
            top.offered_.reset();
            top.self_.resume();
            if (top.closed_) {
                if (&top == this) return;
                innermost_ = top.delegator_;
                innermost_->delegate_ = nullptr;
            } else if (top.delegate_ != nullptr) {
                // A generator that is delegated to in the middle brings those that it delegates to itself.
                innermost_ = top.delegate_->innermost_;
                top.delegate_->delegator_ = &top;
                if (offer_from(*innermost_)) return;
            } else if (top.foreign_ == nullptr || offer_from(top)) {
                return;
            }
        }
    }

    /// Sends what `top` received on to what it delegates to and has no frame. False when there is none, or it has
    /// ended.
    bool offer_from(send_frame& top) {
        if (top.foreign_ == nullptr) return false;
        top.offered_ = top.foreign_->send(std::exchange(top.received_, std::nullopt));
        if (top.offered_) return true;
        top.foreign_ = nullptr;
        return false;
    }

    void throw_here(std::exception_ptr error) {
        innermost_ = this;
        delegate_ = nullptr;
        foreign_ = nullptr;
        injected_ = std::move(error);
        run();
    }

    /// Closes all that this one delegates to. Returns what the outermost of them raised, to be thrown here, or null.
    std::exception_ptr close_delegates() {
        if (!Protocol::close_is_passed_on) return nullptr;
        std::exception_ptr error;
        if (innermost_->foreign_ != nullptr) error = innermost_->foreign_->close();
        for (send_frame* frame = innermost_; frame != this; frame = frame->delegator_) {
            frame->throw_here(error ? std::move(error) : std::make_exception_ptr(generator_exit()));
            error = frame->closing_error();
        }
        return error;
    }

    std::exception_ptr closing_error() const {
        if (!closed_) {
            if (!Protocol::ignored_exit_is_an_error) return nullptr;
            return std::make_exception_ptr(runtime_error("generator ignored GeneratorExit"));
        }
        return holds<generator_exit>(error_) || holds<stop_iteration>(error_) ? nullptr : error_;
    }

    std::coroutine_handle<> self_;
};

} // namespace detail
} // namespace coro

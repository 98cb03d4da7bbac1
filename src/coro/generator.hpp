#pragma once

#include <coroutine>
#include <cstddef>
#include <iterator>
#include <memory>
#include <ranges>
#include <type_traits>
#include <utility>

#include "coro/elements_of.hpp"
#include "coro/generator_promise.hpp"

namespace coro {

/// A lazy sequence: a coroutine that hands out elements with `co_yield`, and an input range and a view to its reader.
///
///     generator<int> count(int n) { for (int i = 1; i <= n; ++i) co_yield i; }
///     for (int number : count(5)) …
///
/// The body runs only inside begin() and ++, on the reader's stack, up to the next co_yield. What it throws comes out
/// of that begin() or ++, through all generators that delegate to it (each may catch it at its co_yield); the generator
/// is then at its end. Dropping it in the middle destroys what lives in its frame, innermost generator first; no line
/// of the body runs. (That takes a few hundred bytes of the stack for each of those nested in it.) `co_yield
/// elements_of(g)` hands out the elements of another generator, which the awaiting frame owns when g is an rvalue; a
/// step then resumes the innermost one directly, O(1) however deep they are nested.
///
/// The names are those of std::generator (C++23, P2502): elements are handed out as `Reference` (`T&&` for a plain T:
/// an lvalue that is yielded is copied first); a custom allocator comes as `std::allocator_arg, allocator` in front of
/// the coroutine's parameters. Move-only; not for use by two threads at once.
template <typename Reference, typename Value = void>
class generator : public std::ranges::view_interface<generator<Reference, Value>> {
    using value = std::conditional_t<std::is_void_v<Value>, std::remove_cvref_t<Reference>, Value>;
    using reference = std::conditional_t<std::is_void_v<Value>, Reference&&, Reference>;

public:
    using yielded = std::conditional_t<std::is_reference_v<reference>, reference, const reference&>;

    class promise_type : public detail::generator_promise<yielded> {
    public:
        promise_type() noexcept
            : detail::generator_promise<yielded>(std::coroutine_handle<promise_type>::from_promise(*this)) {}
        generator get_return_object() noexcept {
            return generator(std::coroutine_handle<promise_type>::from_promise(*this));
        }
    };

    /// Input iterator; move-only. Valid until the generator dies or begin() is called on another owner.
    class iterator {
    public:
        using value_type = value;
        using difference_type = std::ptrdiff_t;

        iterator(iterator&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
        iterator& operator=(iterator&& other) noexcept {
            frame_ = std::exchange(other.frame_, {});
            return *this;
        }

        /// The element; it lies in the frame of the coroutine that yielded it, until the next ++ or the generator's
        /// death. Not at the end. O(1).
        reference operator*() const { return static_cast<reference>(*frame_.promise().element()); }
        /// Resumes the innermost generator of the chain, on the caller's stack, up to its next co_yield or the end of
        /// the outermost. Throws what the body throws; the generator is then at its end. Not at the end. O(1) and one
        /// resumption for each generator that ends, begins or catches on the way.
        iterator& operator++() {
            frame_.promise().advance();
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(const iterator& at, std::default_sentinel_t) { return at.frame_.promise().finished(); }

    private:
        friend generator;
        explicit iterator(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}
        std::coroutine_handle<promise_type> frame_;
    };

    /// Runs nothing; iterators stay valid. `other` has no elements and may only be assigned to, destroyed or delegated
    /// to.
    generator(generator&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
    /// The same; what was held before is destroyed, as by the destructor.
    generator& operator=(generator other) noexcept {
        std::swap(frame_, other.frame_);
        return *this;
    }
    /// Destroys what lives in its frame and in those that it delegates to; no line of the bodies runs. Not from inside
    /// its own body.
    ~generator() {
        if (frame_) frame_.destroy();
    }

    /// Starts the body, on the caller's stack, and runs it to its first co_yield or its end, as ++ does; throws what it
    /// throws. At most once, and not on a moved-from generator. The iterator refers to the frame: it may outlive this
    /// object only when that was moved from.
    iterator begin() {
        frame_.promise().advance();
        return iterator(frame_);
    }
    std::default_sentinel_t end() const noexcept { return {}; }

    /// The frame's address, for looking into it; null when moved from.
    const void* frame_address() const noexcept { return frame_ ? frame_.address() : nullptr; }

private:
    template <typename>
    friend class detail::generator_promise;
    explicit generator(std::coroutine_handle<promise_type> frame) noexcept : frame_(frame) {}

    std::coroutine_handle<promise_type> frame_;
};

} // namespace coro

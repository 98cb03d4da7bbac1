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
/// of the body runs. `co_yield elements_of(g)` hands out the elements of another generator; a step then resumes the
/// innermost one directly and costs O(1) however deep they are nested.
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

        /// The element; it lies in the frame of the coroutine that yielded it, until the next ++.
        reference operator*() const { return static_cast<reference>(*frame_.promise().element()); }
        /// Resumes the innermost generator up to its next co_yield; throws what the body throws.
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

    generator(generator&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
    generator& operator=(generator other) noexcept {
        std::swap(frame_, other.frame_);
        return *this;
    }
    ~generator() {
        if (frame_) frame_.destroy();
    }

    /// Starts the body and runs it to its first co_yield. At most once, and not on a moved-from generator.
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

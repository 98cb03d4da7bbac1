#pragma once

#include <concepts>
#include <coroutine>
#include <exception>
#include <memory>
#include <ranges>
#include <type_traits>
#include <utility>

#include "coro/elements_of.hpp"
#include "coro/frame_memory.hpp"

namespace coro {

template <typename Reference, typename Value>
class generator;

namespace detail {

/// What generators that may delegate to each other have in common: `Yielded` is the reference that they hand out.
///
/// A generator and those it delegates to form a chain: the outermost one, which the iterator belongs to, is its root.
/// Only the root's `innermost_`, `now_` and `element_` are used, so one step costs the same however long the chain is.
/// Whoever hands over to another coroutine returns to advance(), which resumes that one: the stack does not grow even
/// where symmetric transfer is no tail call (WebAssembly, GCC below -O2).
template <typename Yielded>
class generator_promise : public frame_memory {
    using element_type = std::remove_reference_t<Yielded>;

public:
    generator_promise(const generator_promise&) = delete;
    generator_promise& operator=(const generator_promise&) = delete;

    std::suspend_always initial_suspend() noexcept { return {}; }

    struct final_awaiter {
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        void await_suspend(std::coroutine_handle<Promise> self) const noexcept {
            self.promise().finish();
        }
        void await_resume() const noexcept {}
    };
    final_awaiter final_suspend() noexcept { return {}; }

    std::suspend_always yield_value(Yielded element) noexcept {
        root_->element_ = std::addressof(element);
        root_->now_ = step::yielded;
        return {};
    }

    /// An lvalue where the generator hands out rvalues: a copy, which lives in the frame until the next step.
    class copy_awaiter {
    public:
        copy_awaiter(const std::remove_cv_t<element_type>& original, generator_promise& root)
            : copy_(original), root_(root) {}
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<>) noexcept {
            root_.element_ = std::addressof(copy_);
            root_.now_ = step::yielded;
        }
        void await_resume() const noexcept {}

    private:
        std::remove_cv_t<element_type> copy_;
        generator_promise& root_;
    };
    copy_awaiter yield_value(const element_type& original)
        requires std::is_rvalue_reference_v<Yielded> &&
                 std::constructible_from<std::remove_cv_t<element_type>, const element_type&>
    {
        return copy_awaiter(original, *root_);
    }

    /// Makes the inner generator a part of this chain. Owns it until the co_yield is over, or refers to the caller's
    /// own when `Inner` is a reference: that one is then at its end and still the caller's.
    template <typename Inner>
    class nested_awaiter {
    public:
        nested_awaiter(Inner&& inner, generator_promise& outer) : inner_(std::forward<Inner>(inner)), outer_(outer) {}
        bool await_ready() const noexcept { return !inner_.frame_ || inner_.frame_.done(); }
        void await_suspend(std::coroutine_handle<>) noexcept {
            generator_promise& inner = inner_.frame_.promise();
            inner.root_ = outer_.root_;
            inner.outer_ = &outer_;
            outer_.root_->innermost_ = inner.self_;
            outer_.root_->now_ = step::moved;
        }
        void await_resume() const {
            if (!inner_.frame_) return;
            if (std::exception_ptr& error = inner_.frame_.promise().error_)
                std::rethrow_exception(std::exchange(error, nullptr));
        }

    private:
        Inner inner_;
        generator_promise& outer_;
    };
    template <typename Reference, typename Value, typename Unused>
        requires std::same_as<typename generator<Reference, Value>::yielded, Yielded>
    nested_awaiter<generator<Reference, Value>> yield_value(
        elements_of<generator<Reference, Value>, Unused> inner) noexcept {
        return {std::move(inner).range(), *this};
    }
    /// An lvalue, too, is resumed directly (std::generator: LWG 3899).
    template <typename Reference, typename Value, typename Unused>
        requires std::same_as<typename generator<Reference, Value>::yielded, Yielded>
    nested_awaiter<generator<Reference, Value>&> yield_value(
        elements_of<generator<Reference, Value>&, Unused> inner) noexcept {
        return {std::move(inner).range(), *this};
    }

    /// Any other range is walked by a generator of its own, whose frame comes from the allocator that was given with
    /// it; its lvalues are copied where rvalues are handed out.
    template <std::ranges::input_range Range, typename Allocator>
        requires std::convertible_to<std::ranges::range_reference_t<Range>, Yielded> ||
                 std::convertible_to<std::ranges::range_reference_t<Range>, std::remove_cvref_t<Yielded>>
    auto yield_value(elements_of<Range, Allocator> elements) {
        using walker = generator<Yielded, void>;
        const Allocator allocator = elements.allocator();
        return nested_awaiter<walker>(walk<walker>(std::allocator_arg, allocator, std::move(elements)), *this);
    }

    void await_transform() = delete; ///< a generator yields; it waits for nothing
    void return_void() const noexcept {}
    void unhandled_exception() noexcept { error_ = std::current_exception(); }

    /// Runs the innermost coroutine of this root until an element is handed out or the root has finished.
    void advance() {
        do innermost_.resume();
        while (now_ == step::moved);
        if (finished() && error_) std::rethrow_exception(std::exchange(error_, nullptr));
    }
    bool finished() const noexcept { return now_ == step::finished; }
    element_type* element() const noexcept { return element_; }

protected:
    explicit generator_promise(std::coroutine_handle<> self) noexcept : innermost_(self), self_(self) {}

private:
    enum class step : unsigned char { yielded, moved, finished };

    void finish() noexcept {
        root_->now_ = outer_ == nullptr ? step::finished : step::moved;
        if (outer_ != nullptr) root_->innermost_ = outer_->self_;
    }

    template <typename Walker, typename Allocator, typename Range>
    static Walker walk(std::allocator_arg_t, Allocator, elements_of<Range, Allocator> elements) {
        Range&& range = std::move(elements).range();
        for (auto&& element : range) {
            if constexpr (std::convertible_to<std::ranges::range_reference_t<Range>, Yielded>)
                co_yield static_cast<Yielded>(std::forward<decltype(element)>(element));
            else
                co_yield std::remove_cvref_t<Yielded>(std::forward<decltype(element)>(element));
        }
    }

    std::coroutine_handle<> innermost_;  ///< of a root: who is resumed next
    element_type* element_ = nullptr;    ///< of a root: lies in the frame of whoever yielded it
    step now_ = step::yielded;           ///< of a root: what the last suspension was for
    generator_promise* root_ = this;     ///< whom the iterator belongs to
    generator_promise* outer_ = nullptr; ///< who delegates to this one
    std::coroutine_handle<> self_;
    std::exception_ptr error_;
};

} // namespace detail
} // namespace coro
